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
  /** The mention whose words name or describe the speaker: another one where the best is a pronoun; -1 for nobody. */
  readonly shown: number
  /** Sum over the mentions, 0 to 1. */
  readonly chance: number
}

/** A quote with those who may have said it, likeliest first. */
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
  const identifierFor = identifiers(reading)
  let previous: Previous | undefined
  return found.map((quote) => {
    const identify = identifierFor(previous)
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
  /** The mention that names or describes it; the pronoun itself where it cannot be resolved. */
  readonly shown: number
}

/** Tells whom mentions mean, given who spoke last; remembers its answers. */
export function identifiers(
  reading: Reading,
): (previous: Previous | undefined) => (index: number) => Identity {
  const known = new Map<Entity | undefined, Map<number, Identity>>()
  return (previous) => {
    const remembered = known.get(previous?.entity) ?? new Map<number, Identity>()
    known.set(previous?.entity, remembered)
    return (index) => {
      const identity = remembered.get(index) ?? identify(reading, index, previous)
      remembered.set(index, identity)
      return identity
    }
  }
}

function identify(reading: Reading, index: number, previous: Previous | undefined): Identity {
  const candidate = reading.candidates[index]
  if (candidate === undefined) return { key: '', entity: undefined, shown: index }
  if (candidate.kind !== 'pronoun') return identityOf(reading, index)
  const antecedent = resolvePronoun(reading, index, previous?.entity)
  if (antecedent === undefined) return { key: unresolved, entity: undefined, shown: -1 }
  return identityOf(reading, antecedent.mention)
}

/** All pronouns that mean nobody the text names. */
export const unresolved = 'unresolved'

function identityOf(reading: Reading, index: number): Identity {
  const candidate = reading.candidates[index]
  const { entity } = candidate ?? {}
  const head = reading.tokens[candidate?.head ?? -1]?.lower ?? ''
  return { key: entity === undefined ? `noun ${head}` : `entity ${entity.id}`, entity, shown: index }
}

function sumUp(
  choices: readonly Choice[],
  chances: readonly number[],
  identify: (index: number) => Identity,
): readonly Weighed[] {
  const speakers = new Map<string, Weighed & { best: number }>()
  choices.forEach((choice, at) => {
    const chance = chances[at] ?? 0
    const { key, entity, shown } = choice.index < 0 ? nobody : identify(choice.index)
    const known = speakers.get(key)
    if (known === undefined)
      speakers.set(key, { key, entity, mention: choice.index, shown, chance, best: chance })
    else {
      const better = chance > known.best ? { mention: choice.index, shown, best: chance } : {}
      speakers.set(key, { ...known, ...better, chance: known.chance + chance })
    }
  })
  return [...speakers.values()].sort((a, b) => rank(b) - rank(a)).slice(0, mostKept)
}

/** The others hardly ever weigh anything; keeping them costs memory in long texts. */
const mostKept = 6

const nobody: Identity = { key: 'nobody', entity: undefined, shown: -1 }
/** Somebody named goes before nobody unless that is so many times less likely: a guess is shown as one. */
const preferNamed = 0.35

function rank({ shown, chance }: Weighed): number {
  return shown < 0 ? chance * preferNamed : chance
}
