import type { Value } from '../sql/row.ts'
import type { Statement } from './line.ts'
import { toPostgres } from './postgres-sql.ts'
import { toStored, toStoredText } from './stored-text.ts'

type Lists = readonly (readonly Value[])[]

/**
 * An INSERT of one row as an INSERT of a row for each list of values. However many there are, the text is the same, so that
 * the server prepares it once. They travel as JSON, which takes its types from the table.
 * @example insertOfMany('INSERT INTO t (a) VALUES (?)', [[1], [2]])
 *   // => { sql: 'INSERT INTO t (a) SELECT a FROM json_populate_recordset(NULL::t, $1)', values: ['[{"a":1},{"a":2}]'] }
 */
export function insertOfMany(sql: string, lists: Lists): Statement {
  const [, before = '', table = '', columns = '', after = ''] =
    /^(INSERT INTO (\w+) \(([^)]*)\))\s+VALUES \([?, ]*\)(.*)$/s.exec(sql) ?? []
  const many = `${before} SELECT ${columns} FROM json_populate_recordset(NULL::${table}, ?)${after}`
  return { sql: toPostgres(many), values: [toJson(columns.split(', '), lists)] }
}

/**
 * A question as one that is asked with each list of values: its rows, list by list, each with the `place` of its list. What is
 * the same in all lists stays a value of the question itself.
 */
export function questionOfMany(sql: string, lists: Lists): Statement {
  const [first = []] = lists
  const varying = first
    .keys()
    .toArray()
    .filter((index) => lists.some((list) => list[index] !== first[index]))
  const columns = new Map(
    varying.map((index) => [index, `v${index} ${typeOf(lists.map((list) => list[index]))}`]),
  )
  let index = 0
  const one = sql.replace(/\?/g, (mark) => (columns.has(index++) ? `g.v${index - 1}` : mark))
  const each = `json_to_recordset(?) AS g (${['place BIGINT', ...columns.values()].join(', ')})`
  const rows = lists.map((list, place) => [place, ...varying.map((column) => list[column])])
  return {
    sql: toPostgres(`SELECT r.*, g.place FROM ${each}, LATERAL (${one}) r`),
    values: [
      toJson(['place', ...varying.map((column) => `v${column}`)], rows),
      ...first.filter((_, place) => !columns.has(place)).map(toStored),
    ],
  }
}

function typeOf(values: readonly Value[]): string {
  if (values.some((value) => typeof value === 'string')) return 'TEXT'
  return values.every((value) => Number.isInteger(value ?? 0)) ? 'BIGINT' : 'DOUBLE PRECISION'
}

function toJson(columns: readonly string[], lists: Lists): string {
  return JSON.stringify(
    lists.map((values) =>
      Object.fromEntries(columns.map((column, index) => [column, inJson(values[index])])),
    ),
  )
}

/** JSON refuses lone surrogates; where a value is written by itself they become the sign for what cannot be written. */
function inJson(value: Value): unknown {
  return typeof value === 'string' ? toStoredText(value.toWellFormed()) : toStored(value)
}
