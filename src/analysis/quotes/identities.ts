import type { Entity } from '../people/entities.ts'
import { resolvePronoun } from '../people/pronouns.ts'
import type { Previous } from './circumstances.ts'
import type { Reading } from './reading.ts'
import { recently } from './recent.ts'

/** Whom a mention means. */
export interface Identity {
  readonly key: string
  readonly entity: Entity | undefined
  /** The mention that names or describes it; the pronoun itself where it cannot be resolved. */
  readonly shown: number
}

/** Tells whom mentions mean, given who spoke last; remembers its last answers. */
export function identifiers(
  reading: Reading,
): (previous: Previous | undefined) => (index: number) => Identity {
  const known = new Map<Entity | undefined, (index: number) => Identity>()
  return (previous) => {
    const remembered = known.get(previous?.entity) ?? recently((index) => identify(reading, index, previous))
    known.set(previous?.entity, remembered)
    return remembered
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
  const first = reading.tokens[candidate?.start ?? -1]
  // "40 percent" are others than "12 percent".
  const noun = first?.tag === 'CD' ? `${first.lower} ${head}` : head
  return { key: entity === undefined ? `noun ${noun}` : `entity ${entity.id}`, entity, shown: index }
}

/** The choice that the text names nobody. */
export const nobody: Identity = { key: 'nobody', entity: undefined, shown: -1 }
