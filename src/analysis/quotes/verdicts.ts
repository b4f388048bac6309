import { clauseRows } from './clause-rows.ts'
import type { Judged } from './judged.ts'
import { probability, type Weights } from './model.ts'
import type { Reading } from './reading.ts'
import { valueOfTrees } from './trees.ts'

/** The first look's score counts this much beside the trees, which were learnt with it. */
export const firstVerdictShare = 0.7

/**
 * How likely each clause is a statement, rightly cut: 0 to 1, in the order judged. Judges anew, by trees that see what
 * the first look thinks of the clauses and quoted words around.
 */
export function clauseVerdicts(reading: Reading, judged: Judged, weights: Weights): readonly number[] {
  const { clauseTrees } = weights
  if (clauseTrees.length === 0) return judged.clauses.map(({ chance }) => chance)
  const rowOf = clauseRows(reading, judged)
  return judged.clauses.map(({ score }, index) => {
    return probability(firstVerdictShare * score + valueOfTrees(clauseTrees, rowOf(index)))
  })
}
