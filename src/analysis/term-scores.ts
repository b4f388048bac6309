import { inverseFrequency } from './document-frequencies.ts'
import type { Reading } from './reading.ts'

/** A word of the headline counts as if it stood this many times more in the text. */
const titleOccurrences = 3

/** How much each content word of an article says about it, by stem: higher is more. Stop words are left out. */
export function scoreTerms({ table, title }: Reading): ReadonlyMap<string, number> {
  const inTitle = new Set(title.map((word) => word.stem))
  const scores = new Map<string, number>()
  for (const { stem, count, stop } of table.terms.values()) {
    const occurrences = count + (inTitle.has(stem) ? titleOccurrences : 0)
    if (!stop) scores.set(stem, (1 + Math.log(occurrences)) * inverseFrequency(stem))
  }
  return scores
}
