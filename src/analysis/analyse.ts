import type { Analysis } from '../article.ts'
import { findKeywords } from './keywords.ts'
import { readPeopleAndQuotes } from './quotes/read.ts'
import { type Input, type Reading, readArticle } from './reading.ts'
import { rankSentences } from './summary.ts'

/**
 * Finds an article's sentences, their ranking for a summary, keywords, people and quotes. Pure and deterministic,
 * linear in the text's length; never throws on any string. Who is named and who said what is found in English texts alone.
 * @example analyse({ title: '', text: 'Rates fell.' }).sentences  // => [{ start: 0, end: 11 }]
 */
export function analyse(input: Input): Analysis {
  const { tongue, ...ranked } = rank(input)
  // The rules for names, verbs and quotation marks are English: in other languages they would find wrong ones.
  if (tongue !== 'en') return { ...ranked, people: [], quotes: [] }
  return { ...ranked, ...readPeopleAndQuotes(input.text, input.title, ranked.sentences) }
}

type Ranked = Pick<Analysis, 'sentences' | 'ranking' | 'keywords'> & Pick<Reading, 'tongue'>

/** What follows from words alone. A function of its own, so that the words are gone before the quotes are read. */
function rank(input: Input): Ranked {
  const reading = readArticle(input)
  return {
    tongue: reading.tongue,
    sentences: reading.sentences,
    ranking: rankSentences(reading),
    keywords: findKeywords(reading),
  }
}
