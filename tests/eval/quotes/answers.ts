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

/** Words as the scorer compares them: letters and figures alone, in lower case. */
function wordsOf(text: string, { start, end }: Span): readonly string[] {
  const plain = text
    .slice(start, end)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`´]/g, '')
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The share of two spans' words that is common. */
function shareOfWords(text: string, a: Span, b: Span): number {
  const [words, others] = [wordsOf(text, a), wordsOf(text, b)]
  const left = new Map<string, number>()
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of others) {
    const count = left.get(word) ?? 0
    if (count > 0) common++
    left.set(word, count - 1)
  }
  return common / Math.max(1, words.length + others.length - common)
}

/** Two spans are the same if this share of their words is common, as for the scorer. */
const same = 0.8

function hits({ text }: GoldArticle, span: Span, gold: GoldQuote): boolean {
  if (gold.end <= span.start || gold.start >= span.end) return false
  if (shareOfWords(text, span, gold) >= same) return true
  return (gold.parts ?? []).some(([start, end]) => shareOfWords(text, span, { start, end }) >= same)
}

/** Whether a chain is an annotated quote; undefined where it is an indirect statement, which teaches nothing. */
export function answerOfChain(reading: Reading, article: GoldArticle, chain: Chain): boolean | undefined {
  const { span } = pieceOf(reading.regions, chain)
  const found = article.quotes.filter((quote) => hits(article, span, quote))
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
  const found = article.quotes.filter((quote) => hits(article, span, quote))
  if (found.some((quote) => quote.type !== 'indirect' || quote.speech)) return true
  return found.length > 0 ? undefined : false
}
