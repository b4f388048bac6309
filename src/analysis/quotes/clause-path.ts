import type { Unit } from './units.ts'

/** What lies between a reporting word and an edge of its clause. */
export interface Path {
  /** Hash of all tags on the way, if it is short. */
  readonly tags: number
  readonly that: number
  readonly commas: number
}

/** Reads the way from one unit to another (exclusive). */
export function pathOf(units: readonly Unit[], from: number, to: number): Path {
  let tags = 31
  let that = 0
  let commas = 0
  for (let index = from; index < to; index++) {
    const unit = units[index]
    if (unit === undefined) break
    if (index - from < 6) tags = Math.imul(tags, 33) + unit.tagHash
    if (unit.lower === 'that') that = 1
    if (unit.tag === ',') commas++
  }
  return { tags: to - from > 5 ? 0 : tags, that, commas: Math.min(commas, 5) }
}
