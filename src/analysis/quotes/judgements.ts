import type { Clause } from './clauses.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './units.ts'

/** The verb stands at most so many units before the words in quotation marks. */
const reach = 8
/** Annotators disagree on these, so they are shown as "perhaps". */
const sure = 0.4

/**
 * Words in quotation marks within the plain object of a verb that judges: praised the council's
 * "constructive" approach. The models pass them over as terms; `taken` says which units other quotes cover.
 */
export function plainJudgements(reading: Reading, taken: ReadonlySet<number>): readonly Clause[] {
  const { regions, unitOfRegion } = reading
  return regions.flatMap((region, index): Clause[] => {
    const at = unitOfRegion[index]
    if (at === undefined || region.words > 2 || taken.has(at)) return []
    const cue = judgingVerb(reading, at)
    if (cue < 0) return []
    return [{ start: cue + 1, end: endOfObject(reading, at), cue, side: 'after', governs: sure, sure }]
  })
}

function judgingVerb({ units }: Reading, at: number): number {
  for (let index = at - 1; index >= at - reach; index--) {
    const unit = units[index]
    if (unit === undefined || unit.sentence !== units[at]?.sentence || unit.tag === ',') return -1
    if (unit.cue?.group === 'judge') return isFiniteVerb(unit) ? index : -1
    if (/^(?:VB[DPZ]?|MD|WP|WDT|WRB|CC)$/.test(unit.tag) || isOtherVerb(unit)) return -1
  }
  return -1
}

/** "Defended the plan while promising “details”": the quoted words are another verb's. */
function isOtherVerb({ cue, tag }: Unit): boolean {
  return cue?.form === 'gerund' && !tag.startsWith('N')
}

function isFiniteVerb(unit: Unit): boolean {
  return unit.tag === 'VBD' || unit.tag === 'VBZ'
}

function endOfObject({ units }: Reading, at: number): number {
  let end = at + 1
  while (
    end < at + 5 &&
    units[end]?.sentence === units[at]?.sentence &&
    /^(?:NNS?|JJ)$/.test(units[end]?.tag ?? '')
  )
    end++
  return end
}
