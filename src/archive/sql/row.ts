import type { SQLInputValue, SQLOutputValue } from 'node:sqlite'

/** One row as the database gives it; see columns.ts for reading it. */
export type Row = Readonly<Record<string, SQLOutputValue>>

/** What may stand for a `?`. Absent is null in the database. */
export type Value = SQLInputValue | undefined
