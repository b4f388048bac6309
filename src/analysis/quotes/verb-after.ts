import type { Unit } from './units.ts'

const verbTag = /^(?:V|MD)/

/** Appositions longer than this are not skipped. */
const longestApposition = 28

/**
 * The verb that a candidate whose last unit is given is subject of: right after it, after adverbs, or after
 * appositions in commas; -1 where there is none.
 */
export function verbAfter(units: readonly Unit[], last: number): number {
  const sentence = units[last]?.sentence
  let index = last + 1
  if (units[index]?.tag === 'POS') return -1
  for (let skipped = 0; skipped < mostInsertions; skipped++) {
    const end = endOfInsertion(units, index)
    if (end < 0) return -1
    if (end === index) break
    index = end
  }
  const limit = index + 5
  while (index < limit && units[index]?.sentence === sentence) {
    const unit = units[index]
    if (unit === undefined || unit.tag === 'WP' || unit.tag === 'WDT') return -1
    if (unit.cue !== undefined || (verbTag.test(unit.tag) && !isAuxiliary(unit))) return index
    if (unit.tag !== 'RB' && !isAuxiliary(unit) && unit.lower !== 'to') return -1
    index++
  }
  return -1
}

const mostInsertions = 3
const insertions = new Map([
  [',', ','],
  ['(', ')'],
  ['—', '—'],
  ['–', '–'],
  ['-', '-'],
  ['--', '--'],
])

/** Past an insertion that begins at `index` ("(D-Mass.)", ", an engineer,"); `index` where none does, -1 unclosed. */
function endOfInsertion(units: readonly Unit[], index: number): number {
  const opener = units[index]
  const closer = insertions.get(opener?.lower ?? '')
  if (closer === undefined) return index
  // After "(D-Mass.)" comes the comma of the next insertion; a comma before a verb closes nothing new.
  if (opener?.lower === ',' && verbTag.test(units[index + 1]?.tag ?? '')) return index + 1
  for (let end = index + 1; end - index < longestApposition; end++) {
    if (units[end]?.sentence !== opener?.sentence) return -1
    if (units[end]?.lower === closer) return closer === ',' && continuesList(units, end) ? end : end + 1
  }
  return -1
}

/** Whether what follows the closing comma is another apposition rather than the verb. */
function continuesList(units: readonly Unit[], comma: number): boolean {
  const tag = units[comma + 1]?.tag ?? ''
  return tag === 'WP' || tag === 'DT'
}

function isAuxiliary(unit: Unit): boolean {
  return unit.tag === 'MD' || auxiliaries.has(unit.lower)
}
const auxiliaries = new Set(
  "have has had is was are were be been being 's 've 'd did does do would could not".split(' '),
)
