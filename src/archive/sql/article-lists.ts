import type { Archive } from '../archive.ts'
import type { ArticleFilter, Head, Page, StoredArticle, Window } from '../article-lists.ts'
import { dropAbsent } from '../drop-absent.ts'
import { scopesOf } from '../scopes.ts'
import type { Viewer } from '../viewer.ts'
import { headsOf, storedArticleFrom, withdrawnArticle } from './article-rows.ts'
import { search } from './article-search.ts'
import { audienceOf } from './audience.ts'
import { number, optionalNumber, text } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'
import { deliveriesOf } from './delivery-rows.ts'
import { listedBy, newestPage } from './newest-articles.ts'

type ArticleMethods = Pick<
  Archive,
  | 'article'
  | 'articles'
  | 'withdrawnArticle'
  | 'audienceOf'
  | 'articleByUrl'
  | 'newest'
  | 'search'
  | 'size'
  | 'deliveriesOf'
>

/** Finding articles. */
export function articleMethods(database: Database): ArticleMethods {
  return {
    article: (id, viewer) =>
      database.read(() => oneArticle(database, viewer, { sql: 'a.id = ?', values: [id] })),
    articles: (ids, viewer) => database.read(() => articlesWithIds(database, ids, viewer)),
    withdrawnArticle: (id) => database.read(() => withdrawnArticle(database, id)),
    audienceOf: (id) => database.read(() => audienceOf(database, id)),
    articleByUrl: (url, viewer) =>
      database.read(() => oneArticle(database, viewer, { sql: 'a.url = ?', values: [url] })),
    newest: (filter, window) => database.read(() => newest(database, filter, window)),
    search: (filter, window) =>
      database.read(() => search(database, filter, window) ?? newest(database, filter, window)),
    size: (viewer) => database.read(() => size(database, viewer)),
    deliveriesOf: (articleId) => database.read(() => deliveriesOf(database, articleId)),
  }
}

function newest(database: Database, filter: ArticleFilter, window: Window): Page<Head> {
  const page = newestPage(database, listedBy(database, filter), window)
  return { ...page, rows: headsOf(database, page.rows) }
}

function oneArticle(
  database: Database,
  viewer: Viewer,
  { sql, values }: Condition,
): StoredArticle | undefined {
  const row = database.first(
    `SELECT a.*, b.* FROM articles a JOIN bodies b ON b.seq = a.seq
     WHERE ${sql} AND EXISTS (SELECT 1 FROM audience v WHERE v.seq = a.seq AND v.scope IN (?, ?))
     ORDER BY a.published_at DESC, a.seq DESC LIMIT 1`,
    ...values,
    ...scopesOf(viewer),
  )
  return row && storedArticleFrom(row)
}

function articlesWithIds(
  database: Database,
  ids: readonly string[],
  viewer: Viewer,
): readonly StoredArticle[] {
  const named = database.among('a.id', ids)
  const rows = database.all(
    `SELECT a.*, b.* FROM articles a JOIN bodies b ON b.seq = a.seq
     WHERE ${named.sql} AND EXISTS (SELECT 1 FROM audience v WHERE v.seq = a.seq AND v.scope IN (?, ?))`,
    ...named.values,
    ...scopesOf(viewer),
  )
  const found = new Map(rows.map((row) => [text(row, 'id'), storedArticleFrom(row)]))
  return ids.map((id) => found.get(id)).filter((stored) => stored !== undefined)
}

function size(
  database: Database,
  viewer: Viewer,
): { articles: number; statements: number; newestAt?: number } {
  const scopes = scopesOf(viewer)
  const counts = database.first(
    `SELECT COALESCE(SUM(articles), 0) AS articles, COALESCE(SUM(statements), 0) AS statements
     FROM scope_tallies WHERE scope IN (?, ?)`,
    ...scopes,
  )
  const dates = scopes.map((scope) => {
    const newestOne = 'SELECT MAX(published_at) AS newest FROM audience WHERE scope = ?'
    return optionalNumber(database.first(newestOne, scope) ?? { newest: null }, 'newest')
  })
  const known = dates.filter((date) => date !== undefined)
  return dropAbsent({
    articles: counts ? number(counts, 'articles') : 0,
    statements: counts ? number(counts, 'statements') : 0,
    newestAt: known.length > 0 ? Math.max(...known) : undefined,
  })
}
