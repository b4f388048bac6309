import type { Asked } from './asked.ts'
import type { Weighed } from './ranking.ts'
import type { Candidate, Reading } from './reading.ts'
import { lastBefore } from './subject-search.ts'
import { subjectOf } from './subjects.ts'
import type { Unit } from './units.ts'

/** The reporting verb stands at most so many units before or behind its quote. */
const farthest = 8

/**
 * The speakers with whoever stands right before the quote's reporting verb in front: in "Roe called it late, and the mayor
 * said “…”" it is the mayor, however often Roe speaks elsewhere. They trade chances with whom the models took.
 */
export function withPlainSubject(
  reading: Reading,
  speakers: readonly Weighed[],
  asked: Asked,
): readonly Weighed[] {
  const [best, ...others] = speakers
  const at = plainSubject(reading, asked)
  const subject = reading.candidates[at]
  if (best === undefined || subject === undefined || isSaidBy(best, at, subject)) return speakers
  const plain = others.find((other) => isSaidBy(other, at, subject))
  if (plain === undefined || subjectOf(reading, asked.cue) !== at) return speakers
  const rest = others.filter((other) => other !== plain)
  return [{ ...plain, chance: best.chance }, { ...best, chance: plain.chance }, ...rest]
}

function isSaidBy({ mention, entity }: Weighed, at: number, { entity: named }: Candidate): boolean {
  return mention === at || (entity !== undefined && entity === named)
}

/** The name or description that ends right before the verb that governs a quote; -1 where there is none, or several. */
function plainSubject({ units, candidates }: Reading, { cue, from, to, shape }: Asked): number {
  const verb = units[cue]
  const gap = cue < from ? from - cue : cue - to + 1
  if (verb === undefined || shape === 0 || gap > farthest) return -1
  const end = beforeVerb(units, cue, verb)
  const at = lastBefore(candidates, end + 1)
  const subject = candidates[at]
  if (subject === undefined || subject.last !== end || subject.kind === 'pronoun') return -1
  // "Ann Roe and Tom Doe said": the first of several is taken elsewhere.
  const isJoined = units[subject.first - 1]?.tag === 'CC' && candidates[at - 1]?.last === subject.first - 2
  return isJoined ? -1 : at
}

const having = new Set("has have had 's".split(' '))
const being = new Set("is are was were 's 're".split(' '))

/** The last unit before a finite verb with its adverbs and auxiliaries; before any other form nothing is meant. */
function beforeVerb(units: readonly Unit[], cue: number, { tag }: Unit): number {
  const helpers = tag === 'VBG' ? being : having
  let helped = false
  for (let at = cue - 1; at >= cue - longestVerb; at--) {
    const { tag: before, lower } = units[at] ?? { tag: '', lower: '' }
    if (helpers.has(lower)) helped = true
    else if (before !== 'RB' && before !== 'MD') return tag === 'VBG' && !helped ? -1 : at
  }
  return -1
}
/** "Had not only said": no verb has more words before its last. */
const longestVerb = 6
