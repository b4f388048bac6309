import type { Weighed } from './ranking.ts'
import type { Candidate, Reading } from './reading.ts'
import type { Unit } from './units.ts'

/** Lists of speakers are not followed farther. */
const mostNamed = 6

/**
 * The speakers with the first of several in front: "Ann Roe and Tom Doe said" is shown as said by Ann Roe, whichever of
 * them the models took. `cue` is the unit of the reporting word, -1 where there is none.
 */
export function firstOfSeveral(
  reading: Reading,
  speakers: readonly Weighed[],
  cue: number,
): readonly Weighed[] {
  const [best, ...others] = speakers
  if (best === undefined) return speakers
  const mention = firstNamed(reading, beforeOthers(reading, best.mention), cue)
  const entity = reading.candidates[mention]?.entity
  if (mention === best.mention || entity === undefined) return speakers
  const key = `entity ${entity.id}`
  const same = others.find((other) => other.key === key)
  const first = { key, entity, mention, shown: mention, chance: best.chance + (same?.chance ?? 0) }
  return [first, ...others.filter((other) => other !== same)]
}

/** "Ann Roe and other officials said": the name, rather than the others. */
function beforeOthers({ candidates, units }: Reading, mention: number): number {
  const [name, others] = [candidates[mention - 1], candidates[mention]]
  if (name === undefined || others === undefined || others.kind !== 'nominal' || !isPerson(name))
    return mention
  const joined = units[others.first - 1]?.lower === 'and' && name.last === others.first - 2
  return joined && units[others.first]?.lower === 'other' ? mention - 1 : mention
}

/** The first of the persons that are named in a row up to a mention, the last two joined by "and". */
function firstNamed({ candidates, units }: Reading, mention: number, cue: number): number {
  let at = mention
  while (mention - at < mostNamed && isPerson(candidates[at]) && isPerson(candidates[at - 1])) {
    const [before, here] = [candidates[at - 1] as Candidate, candidates[at] as Candidate]
    const joint = units[before.last + 1]?.lower
    const joins = joint === 'and' || (joint === ',' && at < mention)
    if (here.first !== before.last + 2 || !joins || isObject(units, before.first, cue)) break
    at--
  }
  return at
}

function isPerson(candidate: Candidate | undefined): boolean {
  return candidate?.kind === 'name' && candidate.entity?.kind === 'person'
}

/** "Thanked Ann Roe and Tom Doe said" are two clauses, "said Ann Roe and Tom Doe" is one. */
function isObject(units: readonly Unit[], first: number, cue: number): boolean {
  return first - 1 !== cue && /^(?:V|MD)/.test(units[first - 1]?.tag ?? '')
}
