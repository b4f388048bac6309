/**
 * A decision tree over a row of numbers: a leaf's value, or a question whether a column is at most a threshold, with
 * the tree for yes and the tree for no.
 */
export type Tree = number | readonly [column: number, most: number, yes: Tree, no: Tree]

/**
 * The sum of all trees' values for a row: boosted trees (Friedman, "Greedy function approximation: a gradient
 * boosting machine", 2001), each of which was learnt to mend what those before it left wrong.
 */
export function valueOfTrees(trees: readonly Tree[], row: ArrayLike<number>): number {
  let sum = 0
  for (const tree of trees) sum += leafOf(tree, row)
  return sum
}

function leafOf(tree: Tree, row: ArrayLike<number>): number {
  let at = tree
  while (typeof at !== 'number') at = (row[at[0]] ?? 0) <= at[1] ? at[2] : at[3]
  return at
}
