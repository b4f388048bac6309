import type { Row } from './row.ts'

/** The column's text. @throws if it holds anything else: the query and its reader disagree. */
export function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value === 'string') return value
  throw new TypeError(`Expected text in column ${column}, got ${typeof value}`)
}

/** The column's text, undefined where it is null. */
export function optionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column)
}

/** The column's number. @throws if it holds anything else: the query and its reader disagree. */
export function number(row: Row, column: string): number {
  const value = row[column]
  if (typeof value === 'number') return value
  throw new TypeError(`Expected a number in column ${column}, got ${typeof value}`)
}

/** The column's number, undefined where it is null. */
export function optionalNumber(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : number(row, column)
}

/** The number of a row with one column. @throws if there is no such row */
export function onlyNumber(row: Row | undefined): number {
  const [column = ''] = Object.keys(row ?? {})
  return number(row ?? {}, column)
}
