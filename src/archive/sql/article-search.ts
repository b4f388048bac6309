import type { Head, Page, SearchFilter, Window } from '../article-lists.ts'
import { scopesOf } from '../scopes.ts'
import { articleCondition } from './article-filter.ts'
import { headsOf } from './article-rows.ts'
import { number } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'

/** Weights of the columns in bm25: a word of the headline says most about an article. */
const columnWeights = { title: 8, standfirst: 3, text: 1 } as const

/**
 * What newness adds to a match at most, and the age at which half of that is left: the middle of a plateau on the labelled
 * queries of tests/eval/search, where a quarter to one, and 90 days to a year, are alike.
 */
const newness = 0.5
const halfLifeMs = 90 * 24 * 3_600_000

/** Older than so many half-lives is simply old: nothing of its newness is left to reckon with. */
const oldAfter = 100

/** Archive.search, inside a transaction; undefined where the filter names nothing that must occur: nothing to rank by. */
export function search(database: Database, filter: SearchFilter, window: Window): Page<Head> | undefined {
  const { about, now, ...rest } = filter
  if (about.all.length === 0) return undefined
  const { sql, values } = articleCondition(database, rest)
  const ranking = database.words.rank(about, columnWeights)
  // Each fit is worked out once, and the articles are counted on the way.
  const found = `WITH found AS MATERIALIZED (${ranking.sql})`
  const from = `FROM found CROSS JOIN audience v ON v.seq = found.id WHERE v.scope IN (?, ?) AND ${sql}`
  const bound = [...ranking.values, ...scopesOf(filter.viewer), ...values]
  const freshness = now === undefined ? { sql: '0', values: [] } : freshnessAt(now)
  const rows = database.all(
    `${found} SELECT v.seq, COUNT(*) OVER () AS total ${from}
     ORDER BY found.rank * (1 + ${newness} * ${freshness.sql}), v.published_at DESC, v.seq DESC
     LIMIT ? OFFSET ?`,
    ...bound,
    ...freshness.values,
    window.limit,
    window.offset,
  )
  const count = rows[0] ?? database.first(`${found} SELECT COUNT(*) AS total ${from}`, ...bound)
  return { rows: headsOf(database, rows), total: number(count ?? {}, 'total') }
}

/** 1 for what is published at the moment or later, halved with every half-life before. */
function freshnessAt(now: number): Condition {
  const sql = `CASE WHEN v.published_at >= ? THEN 1 WHEN v.published_at < ? THEN 0
    ELSE pow(CAST(2 AS REAL), CAST(v.published_at - ? AS REAL) / ${halfLifeMs}.0) END`
  return { sql, values: [now, now - oldAfter * halfLifeMs, now] }
}
