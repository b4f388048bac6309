import type { Analysis } from '../article.ts'

/**
 * The sentences of a summary of at most `count` sentences: indexes into `analysis.sentences` in reading order. Fewer
 * where the article has fewer fit ones.
 */
export function summarise(analysis: Analysis, count: number): readonly number[] {
  return analysis.ranking.slice(0, Math.max(0, Math.floor(count))).sort((a, b) => a - b)
}
