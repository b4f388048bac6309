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

/** What the first look makes of a quote. */
export interface Look {
  readonly options: readonly Option[]
  /** The options by speaker, likeliest first. */
  readonly speakers: readonly Weighed[]
}

/**
 * Weighs the speakers of all quotes in reading order, one after the other: each decision may lean on the one before. Keeps
 * nothing of what it has given.
 */
export function* lookOnce(reading: Reading, quotes: readonly Asked[], weights: Weights): Generator<Look> {
  const profile = profileCache(reading)
  const subjectOf = subjectCache(reading)
  const identifierFor = identifiers(reading)
  let previous: Previous | undefined
  for (const asked of quotes) {
    const identify = identifierFor(previous)
    const keyOf = (index: number) => identify(index).key
    const choices = choicesFor(reading, asked, { previous, keyOf, profile, subjectOf })
    const options = weigh(choices, weights, identify)
    const speakers = rankSpeakers(options)
    previous = previousOf(reading, asked, speakers[0]) ?? previous
    yield { options, speakers }
  }
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
function previousOf(reading: Reading, asked: Asked, speaker: Weighed | undefined): Previous | undefined {
  const unit = reading.units[asked.to - 1]
  if (unit === undefined || speaker === undefined || speaker.mention < 0) return undefined
  return { key: speaker.key, entity: speaker.entity, sentence: unit.sentence, paragraph: unit.paragraph }
}
