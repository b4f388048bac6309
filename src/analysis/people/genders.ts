import type { Unit } from '../quotes/units.ts'
import { verbAfter } from '../quotes/verb-after.ts'
import type { Entity } from './entities.ts'

/** Between the verb and its pronoun stands at most "that". */
const farthestPronoun = 3

/** A mention by its last unit. */
interface Placed {
  readonly entity?: Entity
  readonly last: number
}

/**
 * Learns the gender of people whose given names do not tell it from the pronoun that follows what they say: "Roe
 * admitted that she had left". Kept only where all such places of a text agree.
 */
export function learnGenders(units: readonly Unit[], candidates: readonly Placed[]): void {
  const seen = new Map<Entity, { he: number; she: number }>()
  for (const { entity, last } of candidates) {
    if (entity?.kind !== 'person' || entity.gender !== 'unknown') continue
    const pronoun = pronounAfter(units, verbAfter(units, last))
    if (pronoun === undefined) continue
    const times = seen.get(entity) ?? { he: 0, she: 0 }
    times[pronoun]++
    seen.set(entity, times)
  }
  for (const [entity, { he, she }] of seen) {
    if (he > 0 !== she > 0) entity.gender = he > 0 ? 'male' : 'female'
  }
}

function pronounAfter(units: readonly Unit[], verb: number): 'he' | 'she' | undefined {
  const cue = units[verb]
  if (cue?.cue === undefined) return undefined
  for (let at = verb + 1; at < verb + farthestPronoun && units[at]?.sentence === cue.sentence; at++) {
    const word = units[at]?.lower
    if (word === 'he' || word === 'she') return word
    if (word !== 'that') return undefined
  }
  return undefined
}
