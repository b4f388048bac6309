/** Precision and recall of a text's four-word sequences; undefined where there are none to count. */
export interface Overlap {
  readonly precision: number | undefined
  readonly recall: number | undefined
}

/** Compares what was read with what was to be read, sequence by sequence, each as often as it occurs. */
export function overlapOf(read: string, wanted: string): Overlap {
  const [got, want] = [countsOf(read), countsOf(wanted)]
  const shared = [...got].reduce((sum, [gram, count]) => sum + Math.min(count, want.get(gram) ?? 0), 0)
  const share = (counts: ReadonlyMap<string, number>): number | undefined => {
    const all = counts.values().reduce((sum, count) => sum + count, 0)
    return all === 0 ? undefined : shared / all
  }
  return { precision: share(got), recall: share(want) }
}

const length = 4

/** A text of fewer words than four is one sequence. */
function countsOf(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at < Math.max(Math.min(words.length, 1), words.length - length + 1); at += 1) {
    const gram = words.slice(at, at + length).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

/** Means over pages, and the harmonic mean of these. */
export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** The score of some pages: each page counts once, however long it is. */
export function scoreOf(pages: readonly Overlap[]): Score {
  const [precision, recall] = [
    mean(pages.map((page) => page.precision)),
    mean(pages.map((page) => page.recall)),
  ]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}

function mean(values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined)
  return known.reduce((sum, value) => sum + value, 0) / (known.length || 1)
}
