import type { Head, Page, SearchFilter, Window } from '../article-lists.ts'
import { operatorScope, scopesOf, serverScopes } from '../scopes.ts'
import type { Viewer } from '../viewer.ts'
import { articleCondition } from './article-filter.ts'
import { headsOf } from './article-rows.ts'
import { number } from './columns.ts'
import { always, type Condition } from './condition.ts'
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

/** So many of the best by their words alone tell how well an article must fit at least. */
const leastTried = 100
const triedPerRow = 4

/** Archive.search, inside a transaction; undefined where the filter names nothing that must occur: nothing to rank by. */
export function search(database: Database, filter: SearchFilter, window: Window): Page<Head> | undefined {
  const { about, now, ...rest } = filter
  if (about.all.length === 0) return undefined
  const ranking = database.words.rank(about, columnWeights)
  const seen = seenBy(filter.viewer, articleCondition(database, rest))
  const count = countOf(filter.viewer, seen)
  const best = bestOf(seen, freshnessAt(now), window)
  // Each fit is worked out once, and the articles are counted on the way.
  const found = `WITH found AS MATERIALIZED (${ranking.sql})`
  const rows = database.all(
    `${found}, ${best.sql}, total AS MATERIALIZED (${count.sql})
     SELECT seq, (SELECT total FROM total) AS total FROM best ORDER BY score, published_at DESC, seq DESC`,
    ...ranking.values,
    ...best.values,
    ...count.values,
  )
  const total = rows[0] ?? database.first(`${found} ${count.sql}`, ...ranking.values, ...count.values)
  return { rows: headsOf(database, rows), total: number(total ?? {}, 'total') }
}

/** Rows of `found` that the viewer sees and the filter lets through. */
interface Seen extends Condition {
  /** Whether the filter lets everything through. */
  readonly isWhole: boolean
}

function seenBy(viewer: Viewer, { sql, values }: Condition): Seen {
  return {
    sql: `JOIN audience v ON v.seq = found.id WHERE v.scope IN (?, ?) AND ${sql}`,
    values: [...scopesOf(viewer), ...values],
    isWhole: sql === always.sql,
  }
}

/**
 * The table `best`: what the page shows. Newness adds a half at most; so nothing comes to the top whose words fit so badly that
 * even then it stayed behind those which fit best. Who sees an article and how old it is are asked for the others alone.
 */
function bestOf(seen: Seen, freshness: Condition, { limit, offset }: Window): Condition {
  const score = `found.rank * (1 + ${newness} * ${freshness.sql})`
  const shown = offset + limit
  const sql = `tried AS (SELECT id, rank FROM found ORDER BY rank LIMIT ?),
    least AS MATERIALIZED (
      SELECT ${score} AS score FROM tried found CROSS ${seen.sql} ORDER BY 1 LIMIT 1 OFFSET ?
    ),
    best AS MATERIALIZED (
      SELECT v.seq, v.published_at, ${score} AS score FROM found CROSS ${seen.sql}
        AND found.rank * ${1 + newness} <= COALESCE((SELECT score FROM least), 0)
      ORDER BY score, v.published_at DESC, v.seq DESC LIMIT ? OFFSET ?
    )`
  const scored = [...freshness.values, ...seen.values]
  const tried = Math.max(leastTried, shown * triedPerRow)
  return { sql, values: [tried, ...scored, Math.max(0, shown - 1), ...scored, limit, offset] }
}

/** How many of `found` the viewer sees: but for the few that came through other servers' feeds alone, all. */
function countOf(viewer: Viewer, seen: Seen): Condition {
  if (!seen.isWhole)
    return { sql: `SELECT COUNT(*) AS total FROM found CROSS ${seen.sql}`, values: seen.values }
  const [first, own] = scopesOf(viewer)
  if (first === operatorScope) return { sql: 'SELECT COUNT(*) AS total FROM found', values: [] }
  const sql = `SELECT COUNT(*) AS total FROM found WHERE found.id NOT IN (
    SELECT seq FROM audience WHERE scope >= ? AND scope < ? EXCEPT SELECT seq FROM audience WHERE scope = ?)`
  return { sql, values: [...serverScopes, own] }
}

/** 1 for what is published at the moment or later, halved with every half-life before; 0 where newness does not count. */
function freshnessAt(now: number | undefined): Condition {
  if (now === undefined) return { sql: '0', values: [] }
  const sql = `CASE WHEN v.published_at >= ? THEN 1 WHEN v.published_at < ? THEN 0
    ELSE pow(CAST(2 AS REAL), CAST(v.published_at - ? AS REAL) / ${halfLifeMs}.0) END`
  return { sql, values: [now, now - oldAfter * halfLifeMs, now] }
}
