import { evidenceColumns } from './evidence.ts'
import type { Option } from './first-look.ts'
import { probabilities } from './model.ts'
import type { Weighed } from './ranking.ts'
import { type Tree, valueOfTrees } from './trees.ts'

/** The first look's score counts this much beside the trees, which were learnt with it. */
export const firstLookShare = 0.7
/** A speaker's part in the rest of the text is counted up to so many quotes. */
const mostElsewhere = 20

/** Weighs the speakers of all quotes anew, by trees that see how likely each is in the quotes around. */
export function lookAgain(
  looks: readonly (readonly Option[])[],
  trees: readonly Tree[],
): readonly (readonly Weighed[])[] {
  if (trees.length === 0) return looks
  const surroundings = surroundingsOf(looks)
  return looks.map((options, index) => {
    const scores = options.map((option) => {
      return firstLookShare * option.score + valueOfTrees(trees, secondRow(surroundings, index, option))
    })
    const chances = probabilities(scores)
    return options.map((option, at) => ({ ...option, chance: chances[at] ?? 0 }))
  })
}

/** How likely each speaker is at first look: in each quote, and in the whole text. */
export interface Surroundings {
  readonly quotes: readonly ReadonlyMap<string, number>[]
  readonly total: ReadonlyMap<string, number>
}

/** Sums the first look's chances by speaker. */
export function surroundingsOf(looks: readonly (readonly Option[])[]): Surroundings {
  const total = new Map<string, number>()
  const quotes = looks.map((options) => {
    const chances = new Map<string, number>()
    for (const { key, chance } of options) {
      chances.set(key, (chances.get(key) ?? 0) + chance)
      total.set(key, (total.get(key) ?? 0) + chance)
    }
    return chances
  })
  return { quotes, total }
}

/** What the trees see of an option: its evidence, then what the first look makes of it here and around. */
export function secondRow({ quotes, total }: Surroundings, index: number, option: Option): Float64Array {
  const { key, score, chance, evidence } = option
  const row = new Float64Array(secondColumns)
  row.set(evidence())
  const chanceIn = (quote: number) => quotes[quote]?.get(key) ?? 0
  const here = chanceIn(index)
  let rival = 0
  for (const [other, value] of quotes[index] ?? []) if (other !== key && value > rival) rival = value
  let column = evidenceColumns
  row[column++] = score
  row[column++] = chance
  row[column++] = here
  row[column++] = chanceIn(index - 1)
  row[column++] = chanceIn(index + 1)
  row[column++] = Math.min((total.get(key) ?? 0) - here, mostElsewhere)
  row[column++] = quotes.length
  row[column] = here - rival
  return row
}
const secondColumns = evidenceColumns + 8
