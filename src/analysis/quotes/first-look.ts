import type { Asked } from './asked.ts'
import { type Choice, choicesFor, profileCache } from './candidates.ts'
import type { Previous } from './circumstances.ts'
import { type Identity, identifiers, nobody } from './identities.ts'
import { probabilities, scoreOf, type Weights } from './model.ts'
import { rankSpeakers, type Weighed } from './ranking.ts'
import type { Reading } from './reading.ts'
import { subjectCache } from './subjects.ts'

/** A mention that may be the speaker of a quote, as seen at first look; the chances of a quote's options sum to 1. */
export interface Option extends Weighed {
  /** The features' sum less that of the quote's best option: 0 or negative. */
  readonly score: number
  readonly evidence: () => Int8Array
}

/** How to look. */
export interface FirstLook<T> {
  readonly weights: Weights
  /** What becomes of a quote's options. */
  readonly keep: (options: readonly Option[]) => T
}

/**
 * Weighs the speakers of all quotes in reading order: each decision may lean on the one before. What `keep` makes of a
 * quote's options is given; nothing else of them stays in memory.
 */
export function lookOnce<T>(
  reading: Reading,
  quotes: readonly Asked[],
  { weights, keep }: FirstLook<T>,
): readonly T[] {
  const profile = profileCache(reading)
  const subjectOf = subjectCache(reading)
  const identifierFor = identifiers(reading)
  let previous: Previous | undefined
  return quotes.map((asked) => {
    const identify = identifierFor(previous)
    const keyOf = (index: number) => identify(index).key
    const choices = choicesFor(reading, asked, { previous, keyOf, profile, subjectOf })
    const options = weigh(choices, weights, identify)
    previous = previousOf(reading, asked, options) ?? previous
    return keep(options)
  })
}

function weigh(
  choices: readonly Choice[],
  weights: Weights,
  identify: (index: number) => Identity,
): readonly Option[] {
  const scores = choices.map((choice) => scoreOf(weights, choice.features))
  const chances = probabilities(scores)
  const best = Math.max(...scores)
  return choices.map(({ index, evidence }, at) => {
    const identity = index < 0 ? nobody : identify(index)
    return {
      ...identity,
      mention: index,
      score: (scores[at] ?? 0) - best,
      chance: chances[at] ?? 0,
      evidence,
    }
  })
}

/** Makes the quote the previous one for those that follow. */
function previousOf(reading: Reading, asked: Asked, options: readonly Option[]): Previous | undefined {
  const unit = reading.units[asked.to - 1]
  const speaker = rankSpeakers(options)[0]
  if (unit === undefined || speaker === undefined || speaker.mention < 0) return undefined
  return { key: speaker.key, entity: speaker.entity, sentence: unit.sentence, paragraph: unit.paragraph }
}
