import type { Analysis, Article, Draft } from '../../article.ts'
import type { Head, StoredArticle, WithdrawnArticle } from '../article-lists.ts'
import { dropAbsent } from '../drop-absent.ts'
import type { Entry } from '../entry.ts'
import { analysisFromJson } from './analysis-json.ts'
import { number, optionalNumber, optionalText, text } from './columns.ts'
import type { Database } from './database.ts'
import type { Row, Value } from './row.ts'

const headColumns =
  'a.id, a.url, a.title, a.publisher, a.author, a.published_at, a.first_seen_at, a.corrected_at, a.gist'

/** The heads of these articles (by `seq`), in this order. */
export function headsOf(database: Database, rows: readonly Row[]): readonly Head[] {
  return rows.map((row) => headOf(database, number(row, 'seq')))
}

/** The head of one article. @throws if there is none with this `seq`. */
export function headOf(database: Database, seq: number): Head {
  const row = database.first(`SELECT ${headColumns} FROM articles a WHERE a.seq = ?`, seq)
  if (!row) throw new Error(`Expected an article with seq ${seq}, found none`)
  return headFrom(row)
}

function headFrom(row: Row): Head {
  return dropAbsent({
    id: text(row, 'id'),
    url: optionalText(row, 'url'),
    title: text(row, 'title'),
    publisher: text(row, 'publisher'),
    author: optionalText(row, 'author'),
    publishedAt: number(row, 'published_at'),
    firstSeenAt: number(row, 'first_seen_at'),
    gist: optionalText(row, 'gist'),
    correctedAt: optionalNumber(row, 'corrected_at'),
  })
}

/** Archive.withdrawnArticle. */
export function withdrawnArticle(database: Database, id: string): WithdrawnArticle | undefined {
  const sql = 'SELECT * FROM articles WHERE id = ? AND withdrawn_at IS NOT NULL AND given_up = 0'
  const row = database.first(sql, id)
  return row && { ...headFrom(row), withdrawnAt: number(row, 'withdrawn_at') }
}

/** All of an article: a row of `articles a JOIN bodies b`, every column. */
export function storedArticleFrom(row: Row): StoredArticle {
  const { gist, correctedAt, ...head } = headFrom(row)
  const article: Article = dropAbsent({
    ...head,
    standfirst: optionalText(row, 'standfirst'),
    text: text(row, 'text'),
    language: text(row, 'language'),
  })
  const analysis = analysisFromJson(text(row, 'analysis'))
  return dropAbsent({ article, analysis, correctedAt })
}

/** What `articles` holds of an article besides its id: url, title, publisher, author, language, published_at, first_seen_at, gist. */
export function columnsOf({ article, analysis }: Pick<Entry, 'article' | 'analysis'>): readonly Value[] {
  const { url, title, publisher, author, language, publishedAt, firstSeenAt } = article
  return [url, title, publisher, author, language, publishedAt, firstSeenAt, gistOf(article.text, analysis)]
}

/** The best sentence, verbatim; undefined where none is fit. */
function gistOf(text: string, analysis: Analysis): string | undefined {
  const best = analysis.sentences[analysis.ranking[0] ?? -1]
  return best && text.slice(best.start, best.end)
}

/** What an edit can change: two articles equal in these are the same to a reader. */
export function contentOf(draft: Draft): readonly (string | undefined)[] {
  const { title, text, standfirst, publisher, url, author, language } = draft
  // The database holds no lone surrogates; without this, such an article would differ from itself.
  return [title, text, standfirst, publisher, url, author, language].map((part) => part?.toWellFormed())
}
