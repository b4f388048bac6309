import { endOfWholeDescription } from '../people/description-extent.ts'
import type { Asked } from './asked.ts'
import { nobody } from './identities.ts'
import type { Weighed } from './ranking.ts'
import type { Candidate, Reading } from './reading.ts'
import { signerOf } from './signatures.ts'
import { lastBefore } from './subject-search.ts'
import { subjectOf } from './subjects.ts'
import type { Unit } from './units.ts'

/** The reporting verb stands at most so many units before or behind its quote. */
const farthest = 8

/**
 * The speakers with whom the form names in front: whoever signs a quote that stands by itself; nobody where the text says only
 * who was asked; whoever stands right before the quote's reporting verb. In "Roe called it late, and the mayor said “…”" it is
 * the mayor, however often Roe speaks elsewhere. They trade chances with whom the models took.
 */
export function withEvidentSpeaker(
  reading: Reading,
  speakers: readonly Weighed[],
  asked: Asked,
): readonly Weighed[] {
  const [best] = speakers
  if (best === undefined) return speakers
  if (isAddressed(reading, best, asked)) return withFirst(speakers, (speaker) => speaker.key === nobody.key)
  const signer = signerOf(reading, asked)
  const at = signer >= 0 ? signer : plainSubject(reading, asked)
  const evident = reading.candidates[at]
  if (evident === undefined || isSaidBy(best, at, evident)) return speakers
  return withFirst(speakers, (speaker) => isSaidBy(speaker, at, evident))
}

/** The speaker in front that is wanted, if there is one; the one who stood there gets its chance. */
function withFirst(
  speakers: readonly Weighed[],
  isWanted: (speaker: Weighed) => boolean,
): readonly Weighed[] {
  const [best, ...others] = speakers
  const wanted = others.find(isWanted)
  if (best === undefined || wanted === undefined) return speakers
  const rest = others.filter((other) => other !== wanted)
  return [{ ...wanted, chance: best.chance }, { ...best, chance: wanted.chance }, ...rest]
}

/** "Roe was asked, “…?”", "Roe said he was told “…”": these are not Roe's words. */
function isAddressed(reading: Reading, { mention, entity }: Weighed, { cue, from }: Asked): boolean {
  const { units, candidates } = reading
  const verb = units[cue]
  if (verb?.tag !== 'VBN' || !addressing.has(verb.lower) || cue > from || from - cue > mostBetween)
    return false
  const helper = units[cue - 1]?.tag === 'RB' ? units[cue - 2] : units[cue - 1]
  if (!being.has(helper?.lower ?? '') || units[cue + 1]?.lower === 'by') return false
  const at = subjectOf(reading, cue)
  const subject = candidates[at]
  if (subject === undefined) return false
  return at === mention || subject.kind === 'pronoun' || (entity !== undefined && entity === subject.entity)
}
const addressing = new Set(['asked', 'told'])
/** A comma, "whether". */
const mostBetween = 2

function isSaidBy({ mention, entity }: Weighed, at: number, { entity: named }: Candidate): boolean {
  return mention === at || (entity !== undefined && entity === named)
}

/**
 * The name or description that ends right before the verb that governs a quote and is its subject; -1 where there is none, or
 * several.
 */
function plainSubject(reading: Reading, { cue, from, to, shape }: Asked): number {
  const { units, candidates } = reading
  const verb = units[cue]
  const gap = cue < from ? from - cue : cue - to + 1
  if (verb === undefined || shape === 0 || gap > farthest) return -1
  const end = beforeVerb(units, cue, verb)
  const at = lastBefore(candidates, end + 1)
  const subject = candidates[at]
  if (subject === undefined || subject.last !== end || subject.kind === 'pronoun') return -1
  // "Ann Roe and Tom Doe said": the first of several is taken elsewhere.
  const isJoined = units[subject.first - 1]?.tag === 'CC' && candidates[at - 1]?.last === subject.first - 2
  const whole = wholeOf(reading, at)
  if (isJoined && whole === at) return -1
  const grammatical = subjectOf(reading, cue)
  return grammatical === at || grammatical === whole ? whole : -1
}

/** "A source familiar with Roe's plans", "the former first lady and senator": the description that a candidate belongs to. */
function wholeOf({ tokens, candidates }: Reading, at: number): number {
  const end = candidates[at]?.end ?? 0
  let whole = at
  for (let index = at - 1; index >= at - mostWithin; index--) {
    const candidate = candidates[index]
    if (candidate?.kind !== 'nominal') continue
    if (endOfWholeDescription(tokens, candidate) >= end) whole = index
  }
  return whole
}
/** A description holds no more of others. */
const mostWithin = 4

const having = new Set("has have had 's".split(' '))
const being = new Set("is are was were be been being 's 're".split(' '))

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
