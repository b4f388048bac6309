import type { Value } from './database.ts'
import type { FtsCondition } from './fts-query.ts'

/** A piece of SQL with the values of its `?`s, in order. */
export interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

/** Holds always. */
export const always: Condition = { sql: 'TRUE', values: [] }

/** Holds where every one of them does. */
export function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return always
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  }
}

/** Rows of `column` (a rowid of the FTS table) that fit the condition. */
export function inTable(table: string, column: string, { match, unlike }: FtsCondition): Condition {
  const found = `SELECT rowid FROM ${table} WHERE ${table} MATCH ?`
  if (match !== undefined) return { sql: `${column} IN (${found})`, values: [match] }
  if (unlike !== undefined) return { sql: `${column} NOT IN (${found})`, values: [unlike] }
  return always
}
