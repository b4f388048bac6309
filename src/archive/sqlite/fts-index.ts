import type { Expression, Phrase } from '../expression.ts'
import { always, type Condition } from '../sql/condition.ts'
import type { Database } from '../sql/database.ts'
import { type FtsCondition, ftsCondition, ftsText, phraseMatch, prefixMatch } from '../sql/fts-query.ts'
import {
  type Part,
  type Sought,
  type WaitingWords,
  type Where,
  type WordTable,
  wordTables,
} from '../sql/word-index.ts'
import { nearStatements } from './near-index.ts'

/**
 * The indexes of words as FTS5 tables. New rows are written together, last of all: whatever else is written in a transaction
 * makes FTS5 store what it has gathered so far as a piece of its own, which costs more than all the rest of an article.
 */
export function ftsIndex(database: Pick<Database, 'first' | 'run'>): WaitingWords {
  const { later, flush, forget } = waitingRows()
  const flushed = <T>(answer: () => T): T => {
    flush()
    return answer()
  }
  return {
    flush,
    forget,
    add: (table, id, terms) => later(() => add(database, table, { id, terms })),
    remove: (table, id) => flushed(() => void database.run(`DELETE FROM ${table} WHERE rowid = ?`, id)),
    fit: (table, column, sought) => flushed(() => inTable(table, column, conditionOf(sought))),
    last: (table, sought, part) => flushed(() => lastRows(table, matchOf(sought), part)),
    these: (table, sought, ids) => flushed(() => theseRows(table, matchOf(sought), ids)),
    articles: (expression, where) => flushed(() => fittingArticles(standing(database, expression), where)),
    rank: (expression, weights) => flushed(() => ranked(standing(database, expression), weights)),
    near: (stems, part) => flushed(() => nearStatements(database, stems, part)),
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

function conditionOf(sought: Sought): FtsCondition {
  if ('beginnings' in sought) return { match: prefixMatch(sought.beginnings) }
  const { expression, phrase } = sought
  return ftsCondition(expression, phrase && `${phrase.column} : ${phraseMatch(phrase.stems)}`)
}

function matchOf(sought: Sought): string {
  const { match } = conditionOf(sought)
  if (match === undefined) throw new RangeError('Expected something that must occur')
  return match
}

function lastRows(table: WordTable, match: string, { most, where }: Part): Condition {
  const besides = where(`${table}.rowid`)
  const sql = `SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ? AND ${besides.sql} ORDER BY rowid DESC LIMIT ?`
  return { sql, values: [match, ...besides.values, most] }
}

function theseRows(table: WordTable, match: string, ids: readonly number[]): Condition {
  // For each of them: in one go, FTS5 would sort them.
  const sql = `SELECT one.value AS id FROM json_each(?) one
    WHERE EXISTS (SELECT 1 FROM ${table} WHERE ${table} MATCH ? AND rowid = one.value)`
  return { sql, values: [JSON.stringify(ids), match] }
}

/** Longer lists of alternatives are looked for as they are: to look for each first would take longer than it saves. */
const mostAlternatives = 20

/**
 * An expression without alternatives that stand in no article, as the stems of most languages do: they add nothing to any
 * rank, but a tenth to the time that it takes.
 */
function standing(database: Pick<Database, 'first'>, { all, none }: Expression): Expression {
  const sql = 'SELECT 1 FROM article_words WHERE article_words MATCH ? LIMIT 1'
  const stands = (phrase: Phrase): boolean => database.first(sql, phraseMatch(phrase)) !== undefined
  const groups = all.map((group) => {
    if (group.length === 1 || group.length > mostAlternatives) return group
    const found = group.filter(stands)
    return found.length > 0 ? found : group
  })
  return { all: groups, none }
}

function fittingArticles(expression: Expression, where: Where): Condition {
  const besides = where('article_words.rowid')
  return {
    sql: `SELECT rowid AS id FROM article_words WHERE article_words MATCH ? AND ${besides.sql}`,
    values: [matchOf({ expression }), ...besides.values],
  }
}

function ranked(
  { all, none }: Expression,
  weights: Readonly<Record<string, number>>,
): (where: Where) => Condition {
  const columns = wordTables.article_words.map((column) => weights[column] ?? 1)
  // Excluded apart: beside a NOT, FTS5 counts some phrases of an OR as if they did not stand in the row.
  const spared = inTable('article_words', 'rowid', ftsCondition({ all: [], none }))
  const match = matchOf({ expression: { all, none: [] } })
  return (where) => {
    const besides = where('article_words.rowid')
    return {
      sql: `SELECT rowid AS id, bm25(article_words, ${columns.join(', ')}) AS rank
        FROM article_words WHERE article_words MATCH ? AND ${spared.sql} AND ${besides.sql}`,
      values: [match, ...spared.values, ...besides.values],
    }
  }
}

/** Rows of `column` (a rowid of the FTS table) that fit the condition. */
function inTable(table: WordTable, column: string, { match, unlike }: FtsCondition): Condition {
  const found = `SELECT rowid FROM ${table} WHERE ${table} MATCH ?`
  if (match !== undefined) return { sql: `${column} IN (${found})`, values: [match] }
  if (unlike !== undefined) return { sql: `${column} NOT IN (${found})`, values: [unlike] }
  return always
}
