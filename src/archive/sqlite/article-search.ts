import type { Head, Page, SearchFilter, Window } from '../archive.ts'
import { scopesOf } from '../scopes.ts'
import { articleCondition } from './article-filter.ts'
import { headsOf } from './article-rows.ts'
import { number } from './columns.ts'
import type { Database } from './database.ts'
import { ftsCondition } from './fts-query.ts'

/** Weights of the columns of article_words in bm25: a word of the headline says most about an article. */
const titleWeight = 8
const standfirstWeight = 3
const textWeight = 1

/**
 * What newness adds to a match at most, and the age at which half of that is left: the middle of a plateau on the labelled
 * queries of tests/eval/search, where a quarter to one, and 90 days to a year, are alike.
 */
const newness = 0.5
const halfLifeMs = 90 * 24 * 3_600_000

/** Archive.search, inside a transaction; undefined where the filter names nothing that must occur: nothing to rank by. */
export function search(database: Database, filter: SearchFilter, window: Window): Page<Head> | undefined {
  const { match } = ftsCondition(filter.about)
  if (match === undefined) return undefined
  const { about: _, ...rest } = filter
  const { sql, values } = articleCondition(database, rest)
  // bm25 is below zero: best is least. It is worked out once for each article, and the articles are counted on the way.
  const found = `WITH found AS MATERIALIZED (
      SELECT rowid AS seq, bm25(article_words, ${titleWeight}, ${standfirstWeight}, ${textWeight}) AS fit
      FROM article_words WHERE article_words MATCH ?
    )`
  const from = `FROM found CROSS JOIN audience v ON v.seq = found.seq WHERE v.scope IN (?, ?) AND ${sql}`
  const bound = [match, ...scopesOf(filter.viewer), ...values]
  const rows = database.all(
    `${found} SELECT v.seq, COUNT(*) OVER () AS total ${from}
     ORDER BY fit * (1 + ? * pow(2, MIN(0, v.published_at - ?) / ${halfLifeMs}.0)),
       v.published_at DESC, v.seq DESC
     LIMIT ? OFFSET ?`,
    ...bound,
    filter.now === undefined ? 0 : newness,
    filter.now ?? 0,
    window.limit,
    window.offset,
  )
  const count = rows[0] ?? database.first(`${found} SELECT COUNT(*) AS total ${from}`, ...bound)
  return { rows: headsOf(database, rows), total: number(count ?? {}, 'total') }
}
