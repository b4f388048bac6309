import type { ArticleFilter, Page, Window } from '../article-lists.ts'
import { scopesOf } from '../scopes.ts'
import type { Viewer } from '../viewer.ts'
import { articleCondition } from './article-filter.ts'
import { seenBy } from './audience.ts'
import { allOf, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import { arrivedEarlier } from './latest-by-block.ts'
import {
  type Arrivals,
  countRows,
  type Found,
  newestFirst,
  newestOf,
  pageOf,
  partOf,
  readFor,
} from './latest-found.ts'
import type { Row } from './row.ts'
import type { Sought } from './word-index.ts'

/** Articles in a list. */
export interface Listed {
  readonly viewer: Viewer
  /** Of `audience v`, besides the words. */
  readonly condition: Condition
  /** Something that must occur, and the index of what it must occur in. */
  readonly words?: { readonly table: 'article_words' | 'title_words'; readonly sought: Sought }
}

/** What a filter lists. */
export function listedBy(database: Database, filter: ArticleFilter): Listed {
  const { about, ...rest } = filter
  if (about === undefined || about.all.length === 0)
    return { viewer: filter.viewer, condition: articleCondition(database, filter) }
  const words = { table: 'article_words', sought: { expression: about } } as const
  return { viewer: filter.viewer, condition: articleCondition(database, rest), words }
}

/** A part of a list, the newest first; of one moment, the last that arrived. Rows of seq and published_at. */
export function newestRows(database: Database, listed: Listed, window: Window): readonly Row[] {
  const found = newestByWords(database, listed, window)
  return found ? partOf(found.rows, window) : readInOrder(database, listed, window)
}

/** As `newestRows`, and how many there are. */
export function newestPage(database: Database, listed: Listed, window: Window): Page<Row> {
  const found = newestByWords(database, listed, window)
  if (found) return pageOf(found, window)
  const all = visible('v.seq', listed.viewer, conditionOf(database, listed))
  return { rows: readInOrder(database, listed, window), ...countRows(database, all, readFor(window)) }
}

/** Undefined where no words are asked for, or what arrived last does not tell what is newest. */
function newestByWords(database: Database, listed: Listed, window: Window): Found | undefined {
  const { words } = listed
  return words && newestOf(arrivalsOf(database, { ...listed, words }), window)
}

function readInOrder(database: Database, listed: Listed, { limit, offset }: Window): readonly Row[] {
  const { sql, values } = visible('v.seq, v.published_at', listed.viewer, conditionOf(database, listed))
  const order = 'ORDER BY published_at DESC, seq DESC LIMIT ? OFFSET ?'
  return database.all(`${sql} ${order}`, ...values, limit, offset)
}

function conditionOf(database: Database, { condition, words }: Listed): Condition {
  return words ? allOf([condition, database.words.fit(words.table, 'v.seq', words.sought)]) : condition
}

function arrivalsOf(database: Database, { viewer, condition, words }: Required<Listed>): Arrivals {
  const { table, sought } = words
  const scopes = scopesOf(viewer)
  const columns = 'v.seq AS id, v.seq, v.published_at, 0 AS number'
  const rowsOf = (found: Condition): readonly Row[] =>
    database.all(
      `SELECT ${columns} FROM (${found.sql}) found CROSS JOIN audience v ON v.seq = found.id
       WHERE v.scope IN (?, ?) AND ${condition.sql}`,
      ...found.values,
      ...scopes,
      ...condition.values,
    )
  const where = seenBy(viewer, condition)
  return {
    last: (most) => rowsOf(database.words.last(table, sought, { most, where })),
    before: (earlier) =>
      arrivedEarlier(database, { ...earlier, list: 'articles', scopes }, (from, to) => ({
        sql: `SELECT v.seq AS id FROM audience v
          WHERE v.seq >= ? AND v.seq < ? AND v.scope IN (?, ?) AND v.published_at >= ?`,
        values: [from, to, ...scopes, earlier.publishedAt],
      })),
    these: (ids) => rowsOf(database.words.these(table, sought, ids)),
    shown: (rows) => rows.toSorted(newestFirst),
  }
}

/** The viewer's two scopes as two queries, so that each comes ordered out of its index and they only merge. */
function visible(columns: string, viewer: Viewer, { sql, values }: Condition): Condition {
  const one = `SELECT ${columns} FROM audience v WHERE v.scope = ? AND ${sql}`
  const [first, second] = scopesOf(viewer)
  return { sql: `${one} UNION ALL ${one}`, values: [first, ...values, second, ...values] }
}
