import type { Clause } from './clauses.ts'
import type { Judged, JudgedClause } from './judged.ts'
import type { Reading } from './reading.ts'
import { finiteTag } from './tags.ts'
import type { Unit } from './units.ts'

/** Makes what the trees see of a clause, by its place among those judged: numbers in a fixed order. */
export function clauseRows(reading: Reading, judged: Judged): (index: number) => readonly number[] {
  const chances = new Map<number, number>()
  for (const { at, chance } of judged.chains) chances.set(at, chance)
  return (index) => {
    const { clause, score } = judged.clauses[index] as JudgedClause
    return [
      score,
      clause.governs,
      clause.sure / clause.governs,
      clause.sure,
      clause.side === 'after' ? 1 : 0,
      clause.start - clause.cue,
      clause.end - clause.start,
      ...insideOf(reading, clause, chances),
      ...outsideOf(reading, clause),
      ...edgesOf(reading, clause),
      ...rivalsOf(judged, index),
      judged.chains.length,
    ]
  }
}

/** Counts of what stands in the clause, and where its last quoted words do. */
function insideOf(
  { units, regions }: Reading,
  clause: Clause,
  chances: ReadonlyMap<number, number>,
): readonly number[] {
  const inside = units.slice(clause.start, clause.end)
  const count = (is: (unit: Unit) => boolean) => inside.reduce((sum, unit) => (is(unit) ? sum + 1 : sum), 0)
  const wordsOf = ({ region }: Unit) => regions[region]?.words ?? 0
  const last = inside.findLastIndex(({ region }) => region >= 0)
  const quoted = inside[last]
  return [
    inside.reduce((sum, unit) => sum + Math.max(wordsOf(unit), /[\p{L}\p{N}]/u.test(unit.lower) ? 1 : 0), 0),
    count((unit) => unit.region >= 0 && wordsOf(unit) < 3),
    count((unit) => wordsOf(unit) >= 3),
    quoted === undefined ? 0 : wordsOf(quoted),
    last,
    last < 0 ? -1 : inside.length - 1 - last,
    last < 0 ? -1 : (chances.get(clause.start + last) ?? -1),
    count(({ tag }) => finiteTag.test(tag)),
    count(({ tag }) => tag === ','),
    count(({ tag }) => tag === 'CC'),
    count(({ tag }) => tag.startsWith('W')),
    count(({ cue }) => cue !== undefined),
  ]
}

/** Farther from the clause nothing is looked at. */
const farthest = 80

/** The rest of the sentence before and behind: its size, its verbs, quoted words behind. */
function outsideOf({ units, sentenceStarts }: Reading, clause: Clause): readonly number[] {
  const sentence = units[clause.cue]?.sentence ?? 0
  const from = sentenceStarts[sentence] ?? 0
  const to = sentenceStarts[sentence + 1] ?? units.length
  const before = units.slice(Math.max(from, clause.start - farthest), clause.start)
  const behind = units.slice(clause.end, Math.min(to, clause.end + farthest))
  return [
    clause.start - from,
    to - clause.end,
    before.filter(({ tag }) => finiteTag.test(tag)).length,
    behind.filter(({ tag }) => finiteTag.test(tag)).length,
    behind.filter(({ region }) => region >= 0).length,
  ]
}

function edgesOf({ units }: Reading, { cue, start, end }: Clause): readonly number[] {
  const word = units[cue]
  const that = (at: number) => units[at]?.lower === 'that'
  return [
    word?.cue === undefined ? 0 : 1,
    finiteTag.test(word?.tag ?? '') ? 2 : word?.tag.startsWith('V') ? 1 : 0,
    that(start) ? 2 : that(cue + 1) ? 1 : 0,
    kindOf(units[start]),
    kindOf(units[end]),
  ]
}

/** What a clause may begin with, or be followed by. */
const kinds = [/^(?:DT|PRP|NNP?S?)/, /^TO/, /^(?:IN|W)/, /^,/, /^\./, /^CC/, /^V/]

function kindOf(unit: Unit | undefined): number {
  return kinds.findIndex((tags) => tags.test(unit?.tag ?? ''))
}

/** Clauses come in the order of their words, so that rivals are near. */
const nearest = 12
const none = -9

/** The first look's best scores among the clauses that overlap: of the same word, around this one, within it. */
function rivalsOf({ clauses }: Judged, index: number): readonly number[] {
  const { clause } = clauses[index] as JudgedClause
  let [same, around, within, count] = [none, none, none, 0]
  for (let at = Math.max(0, index - nearest); at <= index + nearest; at++) {
    const other = clauses[at]
    if (other === undefined || at === index) continue
    const { start, end, cue } = other.clause
    if (cue === clause.cue) same = Math.max(same, other.score)
    else if (Math.min(end, clause.end) > Math.max(start, clause.start)) {
      count++
      if (start <= clause.start && end >= clause.end) around = Math.max(around, other.score)
      if (start >= clause.start && end <= clause.end) within = Math.max(within, other.score)
    }
  }
  return [same, around, within, count]
}
