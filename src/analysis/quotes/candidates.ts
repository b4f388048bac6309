import type { Asked } from './asked.ts'
import { circumstancesFor, type Situation, sincePrevious } from './circumstances.ts'
import { evidenceOf } from './evidence.ts'
import { feature, secondTemplates } from './features.ts'
import { nearby } from './nearby.ts'
import { type Profile, profileOf } from './profiles.ts'
import type { Candidate, Reading } from './reading.ts'
import { recently } from './recent.ts'
import { speakerFeatures } from './speaker-features.ts'

/** A candidate with its features for one quote; `candidate` is absent for the choice "nobody". */
export interface Choice {
  readonly index: number
  readonly candidate: Candidate | undefined
  /** For the first look, which sums weights. */
  readonly features: readonly number[]
  /** For the second look, if there is one: see evidence.ts. */
  readonly evidence: () => Int8Array
}

/** Everybody who may have said a quote, with the features that decide, and "nobody" last. */
export function choicesFor(reading: Reading, asked: Asked, context: Context): readonly Choice[] {
  const near = nearby(reading, asked)
  const circumstancesOf = circumstancesFor(reading, asked, { ...context, near })
  const choices: Choice[] = near.map((index) => {
    const candidate = reading.candidates[index] as Candidate
    const choice = { candidate, profile: context.profile(index), circumstances: circumstancesOf(index) }
    const features = speakerFeatures(reading, asked, choice)
    return { index, candidate, features, evidence: () => evidenceOf(reading, asked, choice) }
  })
  const since = sincePrevious(reading, asked, context.previous)
  const features = nobodyFeatures(asked, since, near.length)
  choices.push({ index: -1, candidate: undefined, features, evidence: () => evidenceOf(reading, asked) })
  return choices
}

/** What choosing needs to know of the text as a whole. */
export interface Context extends Omit<Situation, 'near'> {
  /** Profiles are remembered for a while. */
  readonly profile: (index: number) => Profile
}

/** Remembers profiles: neighbouring quotes ask for the same ones. */
export function profileCache(reading: Reading): (index: number) => Profile {
  return recently((index) => profileOf(reading, reading.candidates[index] as Candidate))
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
