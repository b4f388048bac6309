import type { Head, Page, SearchFilter, Window } from '../article-lists.ts'
import { operatorScope, scopesOf, serverScopes } from '../scopes.ts'
import type { Viewer } from '../viewer.ts'
import { articleCondition } from './article-filter.ts'
import { headsOf } from './article-rows.ts'
import { seenBy } from './audience.ts'
import { number, optionalNumber } from './columns.ts'
import { allOf, always, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import type { Row } from './row.ts'
import { anywhere, type Where } from './word-index.ts'

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

/** So many of the best by their words alone are looked at closely: more for a page far down. */
const leastTried = 300
const triedPerRow = 10

/** Archive.search, inside a transaction; undefined where the filter names nothing that must occur: nothing to rank by. */
export function search(database: Database, filter: SearchFilter, window: Window): Page<Head> | undefined {
  const { about, now, viewer, ...rest } = filter
  if (about.all.length === 0) return undefined
  const condition = articleCondition(database, { viewer, ...rest })
  const ranked = database.words.rank(about, columnWeights)
  const asked: Asked = { database, ranked, viewer, condition, now, most: window.offset + window.limit }
  const counted = database.words.articles(
    about,
    isWhole(asked) ? notHidden(viewer) : seenBy(viewer, condition),
  )
  const count = `SELECT COUNT(*) AS total FROM (${counted.sql}) counted`
  const total = number(database.first(count, ...counted.values) ?? {}, 'total')
  const best = total > window.offset ? bestOf(asked, Math.min(asked.most, total)) : []
  return { rows: headsOf(database, best.slice(window.offset)), total }
}

/** What is looked for. */
interface Asked {
  readonly database: Database
  readonly viewer: Viewer
  readonly now: number | undefined
  /** SQL for what fits by its words, as rows of id and rank. */
  readonly ranked: (where: Where) => Condition
  /** Of `audience v`: what the filter lets through. */
  readonly condition: Condition
  /** So many are shown, from the first on. */
  readonly most: number
}

/** Whether the filter lets everything through. */
function isWhole({ condition }: Asked): boolean {
  return condition.sql === always.sql
}

/** Holds for articles that the viewer sees: but for the few that came through other servers' feeds alone, all that are found. */
function notHidden(viewer: Viewer): Where {
  const [first, own] = scopesOf(viewer)
  if (first === operatorScope) return anywhere
  return (column) => ({
    sql: `${column} NOT IN (
      SELECT seq FROM audience WHERE scope >= ? AND scope < ? EXCEPT SELECT seq FROM audience WHERE scope = ?)`,
    values: [...serverScopes, own],
  })
}

/**
 * The best, as rows of seq, published_at and score, which is least for the best. Newness adds a half at most; so only those that fit
 * best by their words come into question, and those that are new enough to make up for fitting worse: who sees an article,
 * and how old it is, are asked for these alone. `wanted`: so many there are.
 */
function bestOf(asked: Asked, wanted: number): readonly Row[] {
  const isSeen = seenBy(asked.viewer, asked.condition)
  const seen = bestByWords(asked, isWhole(asked) ? anywhere : isSeen)
  // What is hidden is left out from the first only where it has taken the places of others.
  const { rows, worst } = seen.rows.length < wanted ? bestByWords(asked, isSeen) : seen
  const since = worst === undefined ? undefined : newEnough(asked, rows, worst)
  if (since === undefined) return rows
  const byId = new Map([...rows, ...newerThan(asked, since)].map((row) => [row.seq, row]))
  return [...byId.values()].toSorted(bestFirst).slice(0, asked.most)
}

/** The best of those that fit best by their words alone. */
interface Tried {
  readonly rows: readonly Row[]
  /** The rank of the worst of those that were looked at; absent if there are no others. */
  readonly worst?: number
}

function bestByWords(asked: Asked, where: Where): Tried {
  const { database, ranked, most } = asked
  const found = ranked(where)
  const scored = scoredRows(asked, 'tried')
  const tried = Math.max(leastTried, most * triedPerRow)
  const rows = database.all(
    `WITH tried AS MATERIALIZED (SELECT id, rank FROM (${found.sql}) found ORDER BY rank LIMIT ?)
     SELECT best.*, (SELECT COUNT(*) FROM tried) AS tried, (SELECT MAX(rank) FROM tried) AS worst
     FROM (${scored.sql}) best ORDER BY score, published_at DESC, seq DESC`,
    ...found.values,
    tried,
    ...scored.values,
  )
  const [first] = rows
  return first === undefined || number(first, 'tried') < tried
    ? { rows }
    : { rows, worst: number(first, 'worst') }
}

/** SQL for rows of `from` (id and rank) that are seen, the best of them in order. */
function scoredRows({ viewer, condition, now, most }: Asked, from: string): Condition {
  const freshness = freshnessAt(now)
  return {
    sql: `SELECT v.seq, v.published_at, found.rank * (1 + ${newness} * ${freshness.sql}) AS score
      FROM ${from} found CROSS JOIN audience v ON v.seq = found.id
      WHERE v.scope IN (?, ?) AND ${condition.sql}
      ORDER BY score, v.published_at DESC, v.seq DESC LIMIT ?`,
    values: [...freshness.values, ...scopesOf(viewer), ...condition.values, most],
  }
}

/** Less than this much newness is missed by no rounding. */
const hair = 1e-9

/**
 * Since when an article must have been published to come among the best though it fits no better than the worst that was looked
 * at; undefined if none can.
 */
function newEnough({ now, most }: Asked, best: readonly Row[], worst: number): number | undefined {
  const last = best[most - 1]
  if (last === undefined) return undefined
  const freshness = (number(last, 'score') / worst - 1) / newness - hair
  if (freshness <= 0) return Number.MIN_SAFE_INTEGER
  if (freshness > 1 || now === undefined) return undefined
  return Math.floor(now + halfLifeMs * Math.log2(freshness))
}

function newerThan(asked: Asked, since: number): readonly Row[] {
  const { database, ranked, viewer, condition } = asked
  const newer = { sql: 'v.published_at >= ?', values: [since] }
  const first = database.first(
    `SELECT MIN(v.seq) AS seq FROM audience v WHERE v.scope IN (?, ?) AND ${newer.sql}`,
    ...scopesOf(viewer),
    ...newer.values,
  )
  const from = first && optionalNumber(first, 'seq')
  if (from === undefined) return []
  const found = ranked((column) => ({ sql: `${column} >= ?`, values: [from] }))
  const scored = scoredRows({ ...asked, condition: allOf([condition, newer]) }, 'newer')
  return database.all(`WITH newer AS (${found.sql}) ${scored.sql}`, ...found.values, ...scored.values)
}

/** Of those that fit alike the newest, and of one moment the last that came. */
function bestFirst(one: Row, other: Row): number {
  return (
    number(one, 'score') - number(other, 'score') ||
    number(other, 'published_at') - number(one, 'published_at') ||
    number(other, 'seq') - number(one, 'seq')
  )
}

/** 1 for what is published at the moment or later, halved with every half-life before; 0 where newness does not count. */
function freshnessAt(now: number | undefined): Condition {
  if (now === undefined) return { sql: '0', values: [] }
  const sql = `CASE WHEN v.published_at >= ? THEN 1 WHEN v.published_at < ? THEN 0
    ELSE pow(CAST(2 AS REAL), CAST(v.published_at - ? AS REAL) / ${halfLifeMs}.0) END`
  return { sql, values: [now, now - oldAfter * halfLifeMs, now] }
}
