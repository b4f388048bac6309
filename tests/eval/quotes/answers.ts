import { type Chain, pieceOf } from '../../../src/analysis/quotes/chains.ts'
import type { Clause } from '../../../src/analysis/quotes/clauses.ts'
import type { Reading } from '../../../src/analysis/quotes/reading.ts'
import type { Span } from '../../../src/article.ts'
import type { GoldArticle, GoldQuote } from './gold.ts'

/** The share of two spans' characters that is common. */
export function share(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** Whether a span is an annotated quote, or its quoted words, by and large. */
export function matches(span: Span, gold: GoldQuote): boolean {
  if (share(span, gold) >= 0.8) return true
  return (gold.parts ?? []).some(([start, end]) => share(span, { start, end }) >= 0.8)
}

/** Whether a chain is an annotated quote; undefined where it is an indirect statement, which teaches nothing. */
export function answerOfChain(reading: Reading, article: GoldArticle, chain: Chain): boolean | undefined {
  const { span } = pieceOf(reading.regions, chain)
  const found = article.quotes.filter((quote) => matches(span, quote))
  if (found.some((quote) => quote.type !== 'indirect')) return true
  return found.length > 0 ? undefined : false
}

/**
 * Whether a clause is an annotated statement, rightly cut; undefined where it hits an annotation that is not asked
 * for, which teaches nothing.
 */
export function answerOfClause(reading: Reading, article: GoldArticle, clause: Clause): boolean | undefined {
  const { units } = reading
  const span = { start: units[clause.start]?.start ?? 0, end: units[clause.end - 1]?.end ?? 0 }
  const found = article.quotes.filter((quote) => quote.type !== 'direct' && share(span, quote) >= 0.78)
  if (found.some((quote) => quote.type === 'mixed' || quote.speech)) return true
  return found.length > 0 ? undefined : false
}
