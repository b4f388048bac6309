import type { Candidate, Reading } from './reading.ts'
import { recently } from './recent.ts'
import { insideNoun, isPause, lastBefore, subjectBefore } from './subject-search.ts'
import type { Unit } from './units.ts'

/**
 * The mention that is the grammatical subject of the verb at a unit. It is looked for to its left: over adverbs and
 * auxiliaries, appositions and relative clauses ("Roe, who lost, said"), coordinated verbs ("Roe rose and said") and
 * participles ("Roe left, saying"); else what stands right behind it ("said Roe"). -1 where none is found.
 */
export function subjectOf(reading: Reading, verb: number): number {
  const agent = agentOf(reading, verb)
  if (agent >= 0) return agent
  const before = subjectBefore(reading, verb)
  return before >= 0 ? before : subjectAfter(reading, verb)
}

/** Tells the subject of the verb at a unit as `subjectOf` does. */
export type SubjectOf = (verb: number) => number

/** Remembers the subjects of a text's verbs: neighbouring quotes ask for the same ones. */
export function subjectCache(reading: Reading): SubjectOf {
  return recently((verb) => subjectOf(reading, verb))
}

/** "Asked by Roe whether": who does it stands behind "by". */
function agentOf({ units, candidates }: Reading, verb: number): number {
  if (units[verb + 1]?.lower !== 'by' || !/^VB[DN]$/.test(units[verb]?.tag ?? '')) return -1
  const index = lastBefore(candidates, verb + 1) + 1
  const candidate = candidates[index]
  return candidate !== undefined && candidate.first - verb <= farthestAgent ? index : -1
}
/** "By the", "by former mayor": so far behind the verb its agent begins. */
const farthestAgent = 4

/** "Said Acme spokesman Otto Roe": the last mention of the phrase right behind the verb. */
function subjectAfter({ units, candidates }: Reading, verb: number): number {
  const before = units[verb - 1]
  const isFirst = before === undefined || before.sentence !== units[verb]?.sentence
  if (!isFirst && before.region < 0 && !isPause(before)) return -1
  let end = verb + 1
  while (units[end]?.sentence === units[verb]?.sentence && isInsideNoun(units[end])) end++
  let found = -1
  for (let index = lastBefore(candidates, verb) + 1; index < candidates.length; index++) {
    const { first, last } = candidates[index] as Candidate
    if (last >= end) break
    if (first > verb) found = index
  }
  return found
}

function isInsideNoun(unit: Unit | undefined): boolean {
  return unit !== undefined && (insideNoun.test(unit.tag) || unit.tag === 'PRP')
}
