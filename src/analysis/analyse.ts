import type { Analysis } from '../article.ts'
import { findKeywords } from './keywords.ts'
import { type PeopleAndQuotes, readPeopleAndQuotes } from './quotes/read.ts'
import { type Input, type Reading, readArticle } from './reading.ts'
import { rankSentences } from './summary.ts'

/**
 * Finds an article's sentences, their ranking for a summary, keywords, people and quotes. Pure and deterministic,
 * linear in the text's length; never throws on any string. Who is named and who said what is found in English texts alone.
 * @example analyse({ title: '', text: 'Rates fell.' }).sentences  // => [{ start: 0, end: 11 }]
 */
export function analyse(input: Input): Analysis {
  const reading = readArticle(input)
  return {
    sentences: reading.sentences,
    ranking: rankSentences(reading),
    keywords: findKeywords(reading),
    ...peopleAndQuotes(reading),
  }
}

/** The rules for names, verbs and quotation marks are English: in other languages they would find wrong ones. */
function peopleAndQuotes({ input, sentences, tongue }: Reading): PeopleAndQuotes {
  return tongue === 'en'
    ? readPeopleAndQuotes(input.text, input.title, sentences)
    : { people: [], quotes: [] }
}
