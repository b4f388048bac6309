import type { Entity } from '../people/entities.ts'
import { feature, secondTemplates } from './features.ts'
import { type Profile, profileOf } from './profiles.ts'
import type { Candidate, Reading } from './reading.ts'
import { type Asked, type Circumstances, speakerFeatures } from './speaker-features.ts'
import { subjectOf } from './subjects.ts'

/** Who spoke last, for quotes that name nobody themselves. */
export interface Previous {
  readonly key: string
  readonly entity: Entity | undefined
  /** Sentence of the row in which that quote ended, and its paragraph. */
  readonly sentence: number
  readonly paragraph: number
}

/** A candidate with its features for one quote; `candidate` is absent for the choice "nobody". */
export interface Choice {
  readonly index: number
  readonly candidate: Candidate | undefined
  readonly features: readonly number[]
}

/** So many mentions before and after the quote are weighed. */
const mostBefore = 10
const mostAfter = 6
/** Mentions more paragraphs or sentences away are not weighed. */
const farthestParagraph = 1
const farthestSentence = 4

/** Everybody who may have said a quote, with the features that decide, and "nobody" last. */
export function choicesFor(reading: Reading, asked: Asked, context: Context): readonly Choice[] {
  const { candidates } = reading
  const near = nearby(reading, asked)
  const since = sincePrevious(reading, asked, context.previous)
  const subject = asked.cue < 0 ? -1 : subjectOf(reading, asked.cue)
  const choices: Choice[] = near.map((index) => {
    const candidate = candidates[index] as Candidate
    const circumstances: Circumstances = {
      samePrevious: context.previous !== undefined && context.keyOf(index) === context.previous.key,
      sincePrevious: since,
      between: peopleBetween(near, candidates, { index, asked }),
      subject: asked.cue < 0 ? 3 : subject === index ? 2 : subject >= 0 ? 1 : 0,
    }
    const profile = context.profile(index)
    return {
      index,
      candidate,
      features: speakerFeatures(reading, asked, { candidate, profile, circumstances }),
    }
  })
  choices.push({ index: -1, candidate: undefined, features: nobodyFeatures(asked, since, near.length) })
  return choices
}

/** What choosing needs to know of the text as a whole. */
export interface Context {
  readonly previous: Previous | undefined
  /** A key that two mentions share if they mean the same speaker. */
  readonly keyOf: (index: number) => string
  /** Profiles are made once per candidate. */
  readonly profile: (index: number) => Profile
}

/** Remembers profiles. */
export function profileCache(reading: Reading): (index: number) => Profile {
  const known: (Profile | undefined)[] = []
  return (index) => {
    const profile = known[index] ?? profileOf(reading, reading.candidates[index] as Candidate)
    known[index] = profile
    return profile
  }
}

function nearby(reading: Reading, asked: Asked): number[] {
  const { candidates, units } = reading
  const next = firstAtOrAfter(candidates, asked.from)
  const first = units[asked.from]
  const last = units[asked.to - 1]
  const near: number[] = []
  for (let index = next - 1; index >= 0 && near.length < mostBefore; index--) {
    const unit = units[candidates[index]?.first ?? 0]
    if (unit === undefined || first === undefined) break
    if (
      first.paragraph - unit.paragraph > farthestParagraph ||
      first.sentence - unit.sentence > farthestSentence
    )
      break
    near.push(index)
  }
  near.reverse()
  for (let index = next, found = 0; index < candidates.length && found < mostAfter; index++) {
    const at = candidates[index]?.first ?? 0
    const unit = units[at]
    if (at < asked.to) continue
    if (unit === undefined || last === undefined) break
    if (unit.paragraph - last.paragraph > farthestParagraph || unit.sentence - last.sentence > 2) break
    near.push(index)
    found++
  }
  return near
}

function firstAtOrAfter(candidates: readonly Candidate[], unit: number): number {
  let low = 0
  let high = candidates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((candidates[middle]?.first ?? 0) < unit) low = middle + 1
    else high = middle
  }
  return low
}

function peopleBetween(
  near: readonly number[],
  candidates: readonly Candidate[],
  about: { index: number; asked: Asked },
): number {
  const { index, asked } = about
  const at = candidates[index]?.first ?? 0
  let between = 0
  for (const other of near) {
    const mention = candidates[other]
    if (mention === undefined || mention.kind === 'nominal') continue
    const inside =
      at < asked.from
        ? mention.first > at && mention.first < asked.from
        : mention.first < at && mention.first >= asked.to
    if (inside) between++
  }
  return Math.min(between, 7)
}

function sincePrevious(reading: Reading, asked: Asked, previous: Previous | undefined): number {
  const unit = reading.units[asked.from]
  if (previous === undefined || unit === undefined || unit.paragraph - previous.paragraph > 1) return 4
  return Math.min(unit.sentence - previous.sentence, 2) + (unit.paragraph === previous.paragraph ? 0 : 5)
}

function nobodyFeatures(asked: Asked, since: number, near: number): readonly number[] {
  return [
    feature(secondTemplates + 900),
    feature(secondTemplates + 901, asked.look),
    feature(secondTemplates + 902, asked.shape, asked.cue >= 0 ? 1 : 0),
    feature(secondTemplates + 903, since, asked.look),
    feature(secondTemplates + 904, Math.min(near, 5)),
  ]
}
