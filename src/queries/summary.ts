import { summarise } from '../analysis/summarise.ts'
import type { Archive, StoredArticle, Viewer } from '../archive/archive.ts'
import type { Keyword, Person, Span } from '../article.ts'
import { UserError } from '../errors.ts'

/** Sentences in a summary of each length. */
export const summaryLengths = { short: 1, medium: 3, long: 6 } as const

/** How long a summary shall be. */
export type SummaryLength = keyof typeof summaryLengths

/** An article in short: its own sentences, verbatim. */
export interface Summary {
  readonly stored: StoredArticle
  readonly length: SummaryLength
  /** In reading order; may be empty where no sentence is fit to stand alone. */
  readonly sentences: readonly (Span & { readonly text: string })[]
  /** Heaviest first. */
  readonly keywords: readonly Keyword[]
  /** Most mentioned first. */
  readonly people: readonly Person[]
  /** How many statements the article holds. */
  readonly statements: number
}

/** What /summary was asked for. */
export interface SummaryQuestion {
  readonly viewer: Viewer
  /** An article's id, address or (part of) its title; absent: the newest article. */
  readonly article?: string
  readonly length: SummaryLength
}

/**
 * Sums up one article.
 * @throws UserError if no such article is kept, or none at all.
 */
export async function summary(archive: Archive, question: SummaryQuestion): Promise<Summary> {
  const stored = await findArticle(archive, question.article, question.viewer)
  return summaryOf(stored, question.length)
}

/** The summary of an article at hand. */
export function summaryOf(stored: StoredArticle, length: SummaryLength): Summary {
  const { article, analysis } = stored
  const sentences = summarise(analysis, summaryLengths[length]).flatMap((index) => {
    const span = analysis.sentences[index]
    return span === undefined ? [] : [{ ...span, text: article.text.slice(span.start, span.end) }]
  })
  const statements = new Set(analysis.quotes.map((quote) => quote.statement)).size
  return { stored, length, sentences, keywords: analysis.keywords, people: analysis.people, statements }
}

/**
 * The article that a person means: by id, by address, by words of its title (the newest of several), or the newest.
 * @throws UserError naming what was asked for if there is none.
 */
export async function findArticle(
  archive: Archive,
  asked: string | undefined,
  viewer: Viewer,
): Promise<StoredArticle> {
  const found =
    asked === undefined
      ? await newestArticle(archive, viewer)
      : ((await archive.article(asked, viewer)) ??
        (await archive.articleByUrl(asked, viewer)) ??
        (await articleByTitle(archive, asked, viewer)))
  if (found !== undefined) return found
  throw new UserError(
    asked === undefined
      ? 'There are no articles yet.'
      : `I keep no article “${asked}”. Pick one from the list as you type.`,
  )
}

async function newestArticle(archive: Archive, viewer: Viewer): Promise<StoredArticle | undefined> {
  const { rows } = await archive.newest({ viewer }, { offset: 0, limit: 1 })
  return rows[0] && archive.article(rows[0].id, viewer)
}

async function articleByTitle(
  archive: Archive,
  title: string,
  viewer: Viewer,
): Promise<StoredArticle | undefined> {
  if (!/[\p{L}\p{N}]/u.test(title)) return undefined
  const [head] = await archive.suggestArticles(title, viewer, 1)
  return head && archive.article(head.id, viewer)
}
