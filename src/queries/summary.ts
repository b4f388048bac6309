import { summarise } from '../analysis/summarise.ts'
import type { StoredArticle } from '../archive/article-lists.ts'
import { deepLinks } from '../archive/deep-link.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Keyword, Person, Span } from '../article.ts'
import { findArticle, type Library } from './find-article.ts'
import type { Asker } from './pages.ts'
import { unquotedLanguage } from './unquoted-language.ts'

/** Sentences in a summary of each length. */
export const summaryLengths = { short: 1, medium: 3, long: 6 } as const

/** How long a summary shall be. */
export type SummaryLength = keyof typeof summaryLengths

/** A sentence of the article, verbatim. */
export interface SummarySentence extends Span {
  readonly text: string
  /** Opens the article's page at this sentence; absent where the article has no address. */
  readonly link?: string
}

/** An article in short: its own sentences, verbatim. */
export interface Summary {
  readonly stored: StoredArticle
  readonly length: SummaryLength
  /** In reading order; may be empty where no sentence is fit to stand alone. */
  readonly sentences: readonly SummarySentence[]
  /** Heaviest first. */
  readonly keywords: readonly Keyword[]
  /** Most mentioned first. */
  readonly people: readonly Person[]
  /** How many statements the article holds. */
  readonly statements: number
  /** The article's language, if quotes and people are not looked for in it. */
  readonly unquotedLanguage?: string
}

/** What /summary was asked for. */
export interface SummaryQuestion extends Asker {
  /** An article's id, address or (part of) its title; absent: the newest article. */
  readonly article?: string
  readonly length: SummaryLength
}

/**
 * Sums up one article.
 * @throws UserError if there is no such article, or none at all.
 */
export async function summary(library: Library, question: SummaryQuestion): Promise<Summary> {
  const { article, length, ...asker } = question
  return summaryOf(await findArticle(library, article, asker), length)
}

/** The summary of an article at hand. */
export function summaryOf(stored: StoredArticle, length: SummaryLength): Summary {
  const { article, analysis } = stored
  const linkTo = deepLinks(article)
  const sentences = summarise(analysis, summaryLengths[length]).flatMap((index) => {
    const span = analysis.sentences[index]
    if (span === undefined) return []
    return [dropAbsent({ ...span, text: article.text.slice(span.start, span.end), link: linkTo(span) })]
  })
  const language = unquotedLanguage(article)
  const statements = new Set(analysis.quotes.map((quote) => quote.statement)).size
  return dropAbsent({
    stored,
    length,
    sentences,
    keywords: analysis.keywords,
    people: analysis.people,
    // What an older version took for quotes in other languages is none.
    statements: language === undefined ? statements : 0,
    unquotedLanguage: language,
  })
}
