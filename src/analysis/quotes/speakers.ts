import type { Entity } from '../people/entities.ts'
import { resolvePronoun } from '../people/pronouns.ts'
import { type Choice, choicesFor, type Previous, profileCache } from './candidates.ts'
import type { Found } from './found.ts'
import { probabilities, scoreOf, type Weights } from './model.ts'
import type { Reading } from './reading.ts'

/** One possible speaker with all mentions that mean it. */
export interface Weighed {
  readonly key: string
  readonly entity: Entity | undefined
  /** The likeliest of its mentions: index into the reading's candidates; -1 for nobody. */
  readonly mention: number
  /** Sum over the mentions, 0 to 1. */
  readonly chance: number
  /** The likeliest mention's choice, for explanations. */
  readonly choice: Choice
}

/** A quote with everybody who may have said it, likeliest first. */
export interface Attributed {
  readonly found: Found
  readonly speakers: readonly Weighed[]
}

/** Names the speakers of all quotes of a text, in reading order: each decision may lean on the one before. */
export function attributeQuotes(
  reading: Reading,
  found: readonly Found[],
  weights: Weights,
): readonly Attributed[] {
  const profile = profileCache(reading)
  let previous: Previous | undefined
  return found.map((quote) => {
    const identify = identifier(reading, previous)
    const keyOf = (index: number) => identify(index).key
    const choices = choicesFor(reading, quote.asked, { previous, keyOf, profile })
    const chances = probabilities(choices.map((choice) => scoreOf(weights, choice.features)))
    const speakers = sumUp(choices, chances, identify)
    previous = previousOf(reading, quote, speakers[0]) ?? previous
    return { found: quote, speakers }
  })
}

/** Makes the quote the previous one for those that follow. */
function previousOf(reading: Reading, quote: Found, speaker: Weighed | undefined): Previous | undefined {
  const unit = reading.units[quote.asked.to - 1]
  if (unit === undefined || speaker === undefined || speaker.mention < 0) return undefined
  return { key: speaker.key, entity: speaker.entity, sentence: unit.sentence, paragraph: unit.paragraph }
}

/** Whom a mention means. */
export interface Identity {
  readonly key: string
  readonly entity: Entity | undefined
}

/** Tells whom mentions mean, given who spoke last; remembers its answers. */
export function identifier(reading: Reading, previous: Previous | undefined): (index: number) => Identity {
  const known = new Map<number, Identity>()
  return (index) => {
    const remembered = known.get(index)
    if (remembered !== undefined) return remembered
    const identity = identify(reading, index, previous)
    known.set(index, identity)
    return identity
  }
}

function identify(reading: Reading, index: number, previous: Previous | undefined): Identity {
  const candidate = reading.candidates[index]
  if (candidate === undefined) return { key: '', entity: undefined }
  const head = reading.tokens[candidate.head]?.lower ?? ''
  if (candidate.kind === 'nominal') return { key: `noun ${head}`, entity: undefined }
  const entity = candidate.entity ?? resolvePronoun(reading, index, previous?.entity)
  return { key: entity === undefined ? `pronoun ${head}` : `entity ${entity.id}`, entity }
}

function sumUp(
  choices: readonly Choice[],
  chances: readonly number[],
  identify: (index: number) => Identity,
): readonly Weighed[] {
  const speakers = new Map<string, Weighed & { best: number }>()
  choices.forEach((choice, at) => {
    const chance = chances[at] ?? 0
    const { key, entity } = choice.index < 0 ? { key: 'nobody', entity: undefined } : identify(choice.index)
    const known = speakers.get(key)
    if (known === undefined)
      speakers.set(key, { key, entity, mention: choice.index, chance, choice, best: chance })
    else {
      const better = chance > known.best ? { mention: choice.index, choice, best: chance } : {}
      speakers.set(key, { ...known, ...better, chance: known.chance + chance })
    }
  })
  return [...speakers.values()].sort((a, b) => b.chance - a.chance)
}
