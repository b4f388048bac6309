import { bucket, hashOf } from './features.ts'
import type { Candidate, Reading } from './reading.ts'
import type { Unit } from './units.ts'

const verbTag = /^(?:V|MD)/

/** What a candidate looks like wherever the quote stands; made once per candidate. */
export interface Profile {
  readonly kind: number
  readonly headHash: number
  /** The verb it is subject of, by place: its lemma's hash and the distance to it; 0 where none. */
  readonly subjectOf: number
  readonly subjectGap: number
  /** Unit of that verb; -1 where none. */
  readonly verbAt: number
  /** The reporting verb right before it: “…,” said Roe. */
  readonly invertedAt: number
  readonly before: number
  readonly beforeTag: number
  readonly after: number
  readonly afterTag: number
  readonly order: number
  /** 1 where it begins a short paragraph, 2 where a dash stands before it there: a signature under a quote. */
  readonly signature: number
}

const kinds = { name: 1, pronoun: 2, nominal: 3 } as const

/** Reads a candidate's surroundings. */
export function profileOf(reading: Reading, candidate: Candidate): Profile {
  const { units, tokens, sentenceStarts } = reading
  const sentence = units[candidate.first]?.sentence ?? 0
  const same = (index: number) => (units[index]?.sentence === sentence ? units[index] : undefined)
  const verbAt = verbAfter(units, candidate.last)
  const verb = units[verbAt]
  const head = tokens[candidate.head]
  const entity = candidate.entity
  const kindOfEntity =
    entity === undefined ? 0 : ['person', 'organisation', 'place', 'other'].indexOf(entity.kind) + 1
  return {
    kind: kinds[candidate.kind] + 4 * kindOfEntity,
    headHash: candidate.kind === 'name' ? 3 : hashOf(head?.lower ?? ''),
    subjectOf: verb === undefined ? 0 : hashOf(verb.cue?.lemma ?? verb.tag),
    subjectGap: verb === undefined ? 0 : bucket(verbAt - candidate.last),
    verbAt,
    invertedAt: same(candidate.last + 1)?.tag === 'POS' ? -1 : cueBefore(units, candidate.first),
    before: same(candidate.first - 1)?.wordHash ?? 1,
    beforeTag: same(candidate.first - 1)?.tagHash ?? 1,
    after: same(candidate.last + 1)?.wordHash ?? 1,
    afterTag: same(candidate.last + 1)?.tagHash ?? 1,
    signature: signatureOf(reading, candidate),
    order: bucket(candidate.first - (sentenceStarts[sentence] ?? 0)),
  }
}

/** Signatures are lines of at most so many units. */
const longestSignature = 16

function signatureOf({ units }: Reading, candidate: Candidate): number {
  const paragraph = units[candidate.first]?.paragraph
  const dash = /^(?:[-–—~]|--)$/.test(units[candidate.first - 1]?.lower ?? '')
  const first = dash ? candidate.first - 1 : candidate.first
  if (units[first - 1]?.paragraph === paragraph && units[first - 1]?.region === -1) return 0
  const far = units[first + longestSignature]
  if (far !== undefined && far.paragraph === paragraph) return 0
  return dash ? 2 : 1
}

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

/** The reporting verb before a candidate, over an article and a few words of role. */
function cueBefore(units: readonly Unit[], first: number): number {
  const sentence = units[first]?.sentence
  for (let index = first - 1; index >= first - 4; index--) {
    const unit = units[index]
    if (unit?.sentence !== sentence || unit === undefined) return -1
    if (unit.cue !== undefined) return index
    if (!/^(?:DT|JJ|NN|NNP|PRP\$|TO|RB|POS|NNS|VBN)$/.test(unit.tag)) return -1
  }
  return -1
}
