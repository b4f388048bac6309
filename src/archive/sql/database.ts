import type { Condition } from './condition.ts'
import type { Row, Value } from './row.ts'
import type { WordIndex } from './word-index.ts'

/**
 * An open database. `all`, `first` and `run` work at once and belong inside the work given to `read` or
 * `write`; each of these is one transaction.
 */
export interface Database {
  all(sql: string, ...values: readonly Value[]): readonly Row[]
  /** As `all` with each of these lists of values: one way to the server instead of many. */
  each(sql: string, lists: readonly (readonly Value[])[]): readonly (readonly Row[])[]
  first(sql: string, ...values: readonly Value[]): Row | undefined
  run(sql: string, ...values: readonly Value[]): { readonly changes: number }
  /** Runs an INSERT of one row for each of these lists of values. */
  runEach(sql: string, lists: readonly (readonly Value[])[]): void
  /** Runs an INSERT of one row that ends in RETURNING for each of these. @returns what is returned, in any order */
  insertEach(sql: string, lists: readonly (readonly Value[])[]): readonly Row[]
  /** Runs an INSERT of one row that ends in RETURNING. @returns the number in the one column returned. */
  insert(sql: string, ...values: readonly Value[]): number
  /** Holds where the column has one of these values; for no values, nowhere. */
  among(column: string, values: readonly (string | number)[]): Condition
  /** SQL at the end of a query whose rows are about to be claimed: rows that another process is claiming are passed over. */
  readonly claiming: string
  readonly words: WordIndex
  /** Does the work on one unchanging state of the database. */
  read<T>(work: () => T): Promise<T>
  /** Does the work whole or not at all, and alone: nothing is written meanwhile, by other processes neither. */
  write<T>(work: () => T): Promise<T>
  /** As `write`, but beside other writes: for work that changes rows which it picks, or claims, in one statement. */
  change<T>(work: () => T): Promise<T>
}
