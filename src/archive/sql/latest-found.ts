import { mostCounted, type Page, type Window } from '../article-lists.ts'
import { number } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'
import type { Earlier } from './latest-by-block.ts'
import type { Row } from './row.ts'

/** Rows (id, published_at, seq and, of statements, number) that are found by words, as they arrived. */
export interface Arrivals {
  /** The last to arrive of those that fit, at most so many; what is one to readers may stand in several rows. */
  readonly last: (most: number) => readonly Row[]
  /** Ids that are lower than one, of what was published at a moment or later, whether it fits or not, as `arrivedEarlier`. */
  readonly before: (earlier: Omit<Earlier, 'list' | 'scopes'>) => readonly number[] | undefined
  /** Those of these that fit. */
  readonly these: (ids: readonly number[]) => readonly Row[]
  /**
   * The rows that are shown of these, the newest first: of those that are one to readers the first to be published.
   * @returns undefined if it takes too long to tell
   */
  readonly shown: (rows: readonly Row[], beside: Beside) => readonly Row[] | undefined
}

/** What may be besides the rows that were read. */
export interface Beside {
  /** Whatever fits and is none of the rows has a lower id; 0: there is nothing. */
  readonly lowest: number
  /** So many rows, the first ones, must be right: nothing stands among them that another takes the place of. */
  readonly needed: number
}

/** What is found, the newest first. */
export interface Found {
  /** In order up to the end of what is asked for; what comes after it is in order only if these are all. */
  readonly rows: readonly Row[]
  readonly counted: Counted
}

/** How many there are of a list. */
export type Counted = Omit<Page<unknown>, 'rows'>

/** So many are read of a list to show a part of it, and to know whether there are more than are counted. */
export function readFor({ offset, limit }: Window): number {
  return Math.max(mostCounted, offset + limit) + 1
}

/** What is known of a list of which so many were found when so many at most were read. */
export function countedUpTo(most: number, found: number): Counted {
  return found < most ? { total: found } : { total: most - 1, isMore: true }
}

/** Counts the rows of a query, and no further than `most`. */
export function countRows(database: Database, { sql, values }: Condition, most: number): Counted {
  const row = database.first(`SELECT COUNT(*) AS total FROM (${sql} LIMIT ?) AS counted`, ...values, most)
  return countedUpTo(most, number(row ?? {}, 'total'))
}

/** A part of a list. */
export function partOf(rows: readonly Row[], { offset, limit }: Window): readonly Row[] {
  return rows.slice(offset, offset + limit)
}

/** A page of what is found. */
export function pageOf({ rows, counted }: Found, window: Window): Page<Row> {
  return { rows: partOf(rows, window), ...counted }
}

/** Of what arrived before and was published after what is asked for, so many are looked at one by one. */
const mostBefore = 200

/**
 * The newest by publication of what is found by words, without reading all of it: articles arrive much as they are published, so
 * that the last to arrive hold the newest. What arrived before them and is as new is looked for besides.
 * @returns undefined if they do not tell: much of what arrived before is as new
 */
export function newestOf(arrivals: Arrivals, window: Window): Found | undefined {
  const needed = window.offset + window.limit
  // Far down, twice as many as needed: what is one to readers may stand in several rows.
  const most = Math.max(readFor(window), 2 * needed + 1)
  const last = arrivals.last(most)
  const areAll = last.length < most
  const lowest = areAll ? 0 : Math.min(...last.map((row) => number(row, 'id')))
  const beside = { lowest, needed }
  const shown = arrivals.shown(last, beside)
  if (areAll || shown === undefined)
    return shown && { rows: shown, counted: countedUpTo(readFor(window), shown.length) }
  const oldest = shown[needed - 1]
  // There is one more at least than is told: else the page would be the last.
  const total = Math.min(shown.length, readFor(window)) - 1
  if (oldest === undefined || total < needed) return undefined
  const late = lateArrivals(arrivals, lowest, number(oldest, 'published_at'))
  if (late === undefined) return undefined
  const rows = late.length > 0 ? arrivals.shown([...last, ...late], beside) : shown
  return rows && { rows, counted: { total, isMore: true } }
}

/** What has a lower id, was published at a moment or later, and fits; undefined if it is too much to look at. */
function lateArrivals(arrivals: Arrivals, lowest: number, publishedAt: number): readonly Row[] | undefined {
  const before = arrivals.before({ before: lowest, publishedAt, most: mostBefore + 1 })
  if (before === undefined || before.length > mostBefore) return undefined
  return before.length > 0 ? arrivals.these(before) : []
}

/** Of one moment, the last that arrived; statements of one article as it gives them. */
export function newestFirst(one: Row, other: Row): number {
  return (
    number(other, 'published_at') - number(one, 'published_at') ||
    number(other, 'seq') - number(one, 'seq') ||
    number(one, 'number') - number(other, 'number')
  )
}
