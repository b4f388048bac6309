import type { Value } from './row.ts'

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
