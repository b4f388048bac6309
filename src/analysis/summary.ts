import type { Analysis } from '../article.ts'
import { pointsBack } from './dangling.ts'
import { isFit } from './fitness.ts'
import { quotationBalance } from './quotation-balance.ts'
import type { Reading } from './reading.ts'
import { scoreSentences } from './sentence-scores.ts'

/**
 * Ranks the sentences of an article for a summary, best first, by index. Every beginning of the ranking can be shown
 * in reading order: a sentence that points back ("He …", "But …") stands somewhere after its predecessor. Sentences
 * unfit for a summary are left out, with those that only they would explain.
 */
export function rankSentences(reading: Reading): readonly number[] {
  const eligible = findEligible(reading)
  const scores = scoreSentences(reading)
  const order = [...eligible.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  const ranked = new Set<number>()
  for (const index of order) for (const needed of withPredecessors(index, eligible)) ranked.add(needed)
  return [...ranked]
}

/**
 * The sentences of a summary of at most `count` sentences: indexes into `analysis.sentences` in reading order. Fewer
 * where the article has fewer fit ones.
 */
export function summarise(analysis: Analysis, count: number): readonly number[] {
  return analysis.ranking.slice(0, Math.max(0, Math.floor(count))).sort((a, b) => a - b)
}

/** The fit sentences by index; the value says whether the predecessor must be shown too. */
function findEligible({ text, sentences }: Reading): ReadonlyMap<number, boolean> {
  const eligible = new Map<number, boolean>()
  let insideQuotation = false
  let previousEnd = 0
  for (const [index, { start, end }] of sentences.entries()) {
    const written = text.slice(start, end)
    if (text.slice(previousEnd, start).includes('\n\n')) insideQuotation = false
    const balance = quotationBalance(written)
    if (isFit(written, insideQuotation && balance === 'whole' && !/["“”]/.test(written))) {
      const dependent = pointsBack(written)
      if (!dependent || eligible.has(index - 1)) eligible.set(index, dependent)
    }
    if (balance !== 'whole' || /["“”]/.test(written)) insideQuotation = balance === 'open'
    previousEnd = end
  }
  return eligible
}

function withPredecessors(index: number, eligible: ReadonlyMap<number, boolean>): readonly number[] {
  let first = index
  while (eligible.get(first) === true) first -= 1
  return Array.from({ length: index - first + 1 }, (_, offset) => first + offset)
}
