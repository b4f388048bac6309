import { number } from '../sql/columns.ts'
import { always, type Condition } from '../sql/condition.ts'
import type { Database } from '../sql/database.ts'
import { type FtsCondition, ftsCondition, ftsText, phraseMatch, prefixMatch } from '../sql/fts-query.ts'
import {
  commonFrom,
  nearEnough,
  rarity,
  type WordIndex,
  type WordTable,
  wordTables,
} from '../sql/word-index.ts'

/** An index whose new rows wait for the end of the transaction. */
export interface FtsIndex extends WordIndex {
  /** Writes the rows that wait. To be called before a transaction is committed. */
  readonly flush: () => void
  /** Forgets them: the transaction is undone. */
  readonly forget: () => void
}

/**
 * The indexes of words as FTS5 tables. New rows are written together, last of all: whatever else is written in a transaction
 * makes FTS5 store what it has gathered so far as a piece of its own, which costs more than all the rest of an article.
 */
export function ftsIndex(database: Pick<Database, 'first' | 'run'>): FtsIndex {
  const { later, flush, forget } = waitingRows()
  return {
    flush,
    forget,
    add: (table, id, terms) => later(() => add(database, table, { id, terms })),
    remove: (table, id) => {
      flush()
      database.run(`DELETE FROM ${table} WHERE rowid = ?`, id)
    },
    fit: (table, column, { expression, phrase }) => {
      flush()
      const extra = phrase && `${phrase.column} : ${phraseMatch(phrase.stems)}`
      return inTable(table, column, ftsCondition(expression, extra))
    },
    beginning: (table, column, words) => {
      flush()
      return inTable(table, column, { match: prefixMatch(words) })
    },
    holding: (stem) => {
      flush()
      return articlesHolding(stem)
    },
    rank: ({ all, none }, weights) => {
      flush()
      const columns = wordTables.article_words.map((column) => weights[column] ?? 1)
      // Excluded apart: beside a NOT, FTS5 counts some phrases of an OR as if they did not stand in the row.
      const spared = inTable('article_words', 'rowid', ftsCondition({ all: [], none }))
      return {
        sql: `SELECT rowid AS id, bm25(article_words, ${columns.join(', ')}) AS rank
          FROM article_words WHERE article_words MATCH ? AND ${spared.sql}`,
        values: [ftsCondition({ all, none: [] }).match, ...spared.values],
      }
    },
    near: (stems, most) => {
      flush()
      return nearStatements(database, stems, most)
    },
  }
}

function waitingRows() {
  let waiting: (() => void)[] = []
  const forget = (): void => {
    waiting = []
  }
  const flush = (): void => {
    const rows = waiting
    forget()
    for (const write of rows) write()
  }
  return { later: (write: () => void): void => void waiting.push(write), flush, forget }
}

interface NewRow {
  readonly id: number
  readonly terms: Readonly<Record<string, readonly string[]>>
}

function add(database: Pick<Database, 'run'>, table: WordTable, { id, terms }: NewRow): void {
  const columns: readonly string[] = wordTables[table]
  const places = columns.map(() => '?').join(', ')
  const sql = `INSERT INTO ${table} (rowid, ${columns.join(', ')}) VALUES (?, ${places})`
  database.run(sql, id, ...columns.map((column) => ftsText(terms[column] ?? [])))
}

/** Rows of `column` (a rowid of the FTS table) that fit the condition. */
function inTable(table: WordTable, column: string, { match, unlike }: FtsCondition): Condition {
  const found = `SELECT rowid FROM ${table} WHERE ${table} MATCH ?`
  if (match !== undefined) return { sql: `${column} IN (${found})`, values: [match] }
  if (unlike !== undefined) return { sql: `${column} NOT IN (${found})`, values: [unlike] }
  return always
}

function articlesHolding(stem: string): Condition {
  const sql = 'SELECT rowid AS id FROM article_words WHERE article_words MATCH ?'
  return { sql, values: [phraseMatch([stem])] }
}

/**
 * Whoever holds half of the stems holds one of the rarer half. So the lists of the commoner ones, which are the longest, are looked
 * up within those of the rarer ones; and who holds only the commonest of the rarer half holds all of the commoner one, and as
 * much as each other such row: of these the newest suffice.
 */
function nearStatements(
  database: Pick<Database, 'first'>,
  stems: readonly string[],
  most: number,
): Condition {
  const rarest = [...new Set(stems)]
    .map((stem) => weighed(database, stem))
    .toSorted((one, other) => other.weight - one.weight)
  const needed = Math.ceil(nearEnough(rarest.length))
  const rare = rarest.slice(0, Math.max(0, rarest.length - needed))
  const common = rarest.slice(rare.length)
  const anyRare = allMatches(rare, ' OR ')
  const within = common.map(({ match, weight }) => ({ match: `(${anyRare}) AND ${match}`, weight }))
  const lists = rare.length > 0 ? [...rare, ...within] : []
  // MATERIALIZED: else the JSON would be read anew for every statement found.
  return {
    sql: `WITH lists AS MATERIALIZED
        (SELECT value ->> 'match' AS match, value ->> 'weight' AS weight FROM json_each(?))
      SELECT id, weight FROM (
        SELECT statement_words.rowid AS id, SUM(lists.weight) AS weight
        FROM lists CROSS JOIN statement_words WHERE statement_words MATCH lists.match
        GROUP BY statement_words.rowid HAVING COUNT(*) >= ?
      )
      UNION ALL
      SELECT id, weight FROM (
        SELECT rowid AS id, ? AS weight FROM statement_words WHERE statement_words MATCH ? ORDER BY rowid DESC LIMIT ?
      )
      ORDER BY weight DESC, id DESC LIMIT ?`,
    values: [
      JSON.stringify(lists),
      needed,
      common.reduce((sum, { weight }) => sum + weight, 0),
      commonAlone(common, anyRare),
      most,
      most,
    ],
  }
}

/** MATCH text for one stem, and how much it tells. */
interface WeighedStem {
  readonly match: string
  readonly weight: number
}

function weighed(database: Pick<Database, 'first'>, stem: string): WeighedStem {
  // The title's words, which stand beside the statement's, don't count.
  const match = `words : (${phraseMatch([stem])})`
  return { match, weight: rarity(frequencyOf(database, match)) }
}

function allMatches(stems: readonly WeighedStem[], operator: ' OR ' | ' AND '): string {
  return stems.map(({ match }) => match).join(operator)
}

/** Rows that hold all of the commoner stems and none of the rarer ones. */
function commonAlone(common: readonly WeighedStem[], anyRare: string): string {
  if (common.length === 0) return phraseMatch([])
  const all = allMatches(common, ' AND ')
  return anyRare === '' ? all : `(${all}) NOT (${anyRare})`
}

function frequencyOf(database: Pick<Database, 'first'>, match: string): number {
  const found = 'SELECT 1 FROM statement_words WHERE statement_words MATCH ? LIMIT ?'
  const row = database.first(`SELECT COUNT(*) AS total FROM (${found})`, match, commonFrom)
  return row ? number(row, 'total') : 0
}
