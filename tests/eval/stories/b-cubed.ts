/** How well groups fit the true ones, 0 to 1 each. */
export interface BCubed {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/**
 * B-cubed (Bagga and Baldwin 1998): for each element, the share of its group that belongs to it and the share of its true
 * group that was found, averaged over all elements. `found` and `gold` name each element's group.
 */
export function bCubed(found: readonly string[], gold: readonly string[]): BCubed {
  const [byFound, byGold] = [membersOf(found), membersOf(gold)]
  let precision = 0
  let recall = 0
  for (const [index, group] of found.entries()) {
    const [mine, true_] = [byFound.get(group) ?? new Set(), byGold.get(gold[index] ?? '') ?? new Set()]
    const right = mine.intersection(true_).size
    precision += right / mine.size / found.length
    recall += right / true_.size / found.length
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function membersOf(groups: readonly string[]): ReadonlyMap<string, ReadonlySet<number>> {
  const members = new Map<string, Set<number>>()
  for (const [index, group] of groups.entries())
    members.set(group, (members.get(group) ?? new Set()).add(index))
  return members
}
