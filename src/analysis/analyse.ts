import type { Analysis } from '../article.ts'
import { findKeywords } from './keywords.ts'
import { readPeopleAndQuotes } from './quotes/read.ts'
import { type Input, readArticle } from './reading.ts'
import { rankSentences } from './summary.ts'

/**
 * Finds an article's sentences, their ranking for a summary, keywords, people and quotes. Pure and deterministic,
 * linear in the text's length; never throws on any string.
 * @example analyse({ title: '', text: 'Rates fell.' }).sentences  // => [{ start: 0, end: 11 }]
 */
export function analyse(input: Input): Analysis {
  const ranked = rank(input)
  return { ...ranked, ...readPeopleAndQuotes(input.text, input.title, ranked.sentences) }
}

/** What follows from words alone. A function of its own, so that the words are gone before the quotes are read. */
function rank(input: Input): Pick<Analysis, 'sentences' | 'ranking' | 'keywords'> {
  const reading = readArticle(input)
  return {
    sentences: reading.sentences,
    ranking: rankSentences(reading),
    keywords: findKeywords(reading),
  }
}
