import type { Analysis, Draft } from '../article.ts'

/** A longer text says no more than this to who reads one of a story's articles. */
const mostCharacters = 6000
/** What somebody said, word for word, is worth a paragraph. */
const quoteWorth = 400
const mostQuotes = 10

/** How good an article is among those about one event: the fuller, and the more of what was said it quotes, the better. */
export function articleWorth({ text }: Draft, { quotes }: Analysis): number {
  const quoted = new Set(quotes.filter(({ kind }) => kind !== 'indirect').map(({ statement }) => statement))
  return Math.min(text.length, mostCharacters) + quoteWorth * Math.min(quoted.size, mostQuotes)
}
