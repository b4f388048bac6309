import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'

/** One row as the database gives it; see columns.ts for reading it. */
export type Row = Readonly<Record<string, SQLOutputValue>>

/** What may stand for a `?`. Absent is null in the database. */
export type Value = SQLInputValue | undefined

/**
 * An open database. `all`, `first` and `run` work at once and belong inside the work given to `read` or
 * `write`; each of these is one transaction.
 */
export interface Database {
  all(sql: string, ...values: readonly Value[]): readonly Row[]
  first(sql: string, ...values: readonly Value[]): Row | undefined
  run(sql: string, ...values: readonly Value[]): { readonly changes: number; readonly lastId: number }
  /** Does the work on one unchanging state of the database. */
  read<T>(work: () => T): Promise<T>
  /** Does the work whole or not at all. */
  write<T>(work: () => T): Promise<T>
}

/**
 * Wraps a connection. Statements are prepared once: the SQL texts are few, since values never stand in them.
 * `path` names the database in errors.
 */
export function databaseOver(connection: DatabaseSync, path: string): Database {
  const reading = new Map<string, StatementSync>()
  const writing = new Map<string, StatementSync>()
  // Writes follow each other in the order in which they were asked for.
  let last: Promise<unknown> = Promise.resolve()
  const statement = (sql: string): StatementSync => remembered(reading, sql, () => connection.prepare(sql))
  const change = (sql: string): StatementSync =>
    remembered(writing, sql, () => {
      const fresh = connection.prepare(sql)
      // FTS tables leave row ids beyond 2^53 behind, which node refuses to give as numbers.
      fresh.setReadBigInts(true)
      return fresh
    })
  return {
    all: (sql, ...values) => statement(sql).all(...bindable(values)),
    first: (sql, ...values) => statement(sql).get(...bindable(values)),
    run: (sql, ...values) => {
      const { changes, lastInsertRowid } = change(sql).run(...bindable(values))
      return { changes: Number(changes), lastId: Number(lastInsertRowid) }
    },
    read: async (work) => transact(connection, { path, verb: 'read', begin: 'BEGIN' }, work),
    write: (work) => {
      // IMMEDIATE: a transaction that reads first and writes later could find the file changed in between.
      const how = { path, verb: 'write', begin: 'BEGIN IMMEDIATE' }
      const turn = last.then(() => patiently(() => transact(connection, how, work)))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

/** How long a write waits for another process's, in milliseconds. Theirs are short: this means a stuck one. */
const patienceMs = 10_000
/** Pause between two tries, in which everything else goes on. */
const retryMs = 50
/** SQLite's result code for a file that another connection is writing. */
const busyCode = 5

/** Tries again while another process writes, without holding up this one. */
async function patiently<T>(attempt: () => T): Promise<T> {
  const end = performance.now() + patienceMs
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error
      await delay(retryMs)
    }
  }
}

function isBusy(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'errcode' in cause && cause.errcode === busyCode
}

function remembered(
  prepared: Map<string, StatementSync>,
  sql: string,
  prepare: () => StatementSync,
): StatementSync {
  const known = prepared.get(sql)
  if (known) return known
  const fresh = prepare()
  prepared.set(sql, fresh)
  return fresh
}

function bindable(values: readonly Value[]): SQLInputValue[] {
  return values.map((value) => value ?? null)
}

function transact<T>(
  connection: DatabaseSync,
  how: { path: string; verb: string; begin: string },
  work: () => T,
): T {
  try {
    connection.exec(how.begin)
    const result = work()
    connection.exec('COMMIT')
    return result
  } catch (error) {
    if (connection.isOpen && connection.isTransaction) connection.exec('ROLLBACK')
    const cause = error instanceof Error ? error.message : String(error)
    throw new Error(`Cannot ${how.verb} the archive ${how.path}: ${cause}`, { cause: error })
  }
}
