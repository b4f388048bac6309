import { readdirSync, readFileSync } from 'node:fs'
import { analyse } from '../../../src/analysis/analyse.ts'
import type { Archive } from '../../../src/archive/archive.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite.ts'
import type { Article } from '../../../src/article.ts'
import { indexTerms } from '../../../src/queries/index-terms.ts'
import { readArticleFile } from '../../../src/sources/article-file.ts'

/** A query, and how well articles answer it: 3 it is what was looked for, 2 it helps, 1 it touches the matter; others 0. */
export interface JudgedQuery {
  readonly query: string
  /** By article id. */
  readonly grades: Readonly<Record<string, number>>
}

/** Noon of the day on which the queries are asked: a week after the newest of our own articles. */
export const askedAt = Date.UTC(2026, 10, 21, 12)

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as unknown

/** When our own articles were published that don't say so themselves. */
const undated = Date.UTC(2026, 10, 12)
const folder = new URL('../../../articles/', import.meta.url)

/** The project's own articles, each by its file's name without ending, and more of the same islands, written for this. */
export function searchedArticles(): readonly Article[] {
  const own = readdirSync(folder)
    .filter((name) => /\.(txt|md|html)$/.test(name) && name !== 'README.md')
    .map((name) => {
      const draft = readArticleFile(name, readFileSync(new URL(name, folder)))
      const publishedAt = draft.publishedAt ?? undated
      return { ...draft, id: name.replace(/\.\w+$/, ''), publishedAt, firstSeenAt: publishedAt }
    })
  const more = readJson('articles.json') as readonly (Pick<Article, 'id' | 'title' | 'publisher' | 'text'> & {
    readonly published: string
  })[]
  const written = more.map(({ published, ...article }) => {
    const publishedAt = Date.parse(published)
    return { ...article, publishedAt, firstSeenAt: publishedAt, language: 'en' }
  })
  return [...own, ...written]
}

/** Queries with graded judgements over `searchedArticles`. */
export function judgedQueries(): readonly JudgedQuery[] {
  return readJson('queries.json') as readonly JudgedQuery[]
}

/** An archive that holds them all. */
export async function searchedArchive(articles: readonly Article[]): Promise<Archive> {
  const archive = openSqliteArchive(':memory:')
  for (const article of articles) {
    const analysis = analyse(article)
    await archive.keep({
      article,
      analysis,
      terms: indexTerms(article, analysis),
      origin: { key: `eval:${article.id}` },
      deliveries: [],
      at: article.firstSeenAt,
    })
  }
  return archive
}
