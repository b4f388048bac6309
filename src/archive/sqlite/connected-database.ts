import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { onlyNumber } from '../sql/columns.ts'
import type { Database } from '../sql/database.ts'
import type { Value } from '../sql/row.ts'
import { indexed } from '../sql/word-index.ts'
import { isBusy } from './busy.ts'
import { adviseOn } from './file-trouble.ts'
import { ftsIndex } from './fts-index.ts'

/**
 * Wraps a connection. Statements are prepared once: the SQL texts are few, since values never stand in them.
 * `path` names the database in errors.
 */
export function databaseOver(connection: DatabaseSync, path: string): Database {
  // Writes follow each other in the order in which they were asked for.
  let last: Promise<unknown> = Promise.resolve()
  const { all, first, run } = statementsOf(connection)
  const words = ftsIndex({ first, run })
  // IMMEDIATE: a transaction that reads first and writes later could find the file changed in between.
  const writing = { path, verb: 'write', begin: 'BEGIN IMMEDIATE' }
  const write: Database['write'] = (work) => {
    const turn = last.then(() => patiently(() => transact(connection, writing, () => indexed(words, work))))
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    all,
    each: (sql, lists) => lists.map((values) => all(sql, ...values)),
    first,
    run,
    runEach: (sql, lists) => {
      for (const values of lists) run(sql, ...values)
    },
    insertEach: (sql, lists) => lists.flatMap((values) => all(sql, ...values)),
    insert: (sql, ...values) => onlyNumber(first(sql, ...values)),
    among: amongJson,
    claiming: '',
    words,
    read: async (work) => transact(connection, { path, verb: 'read', begin: 'BEGIN' }, work),
    write,
    change: write,
  }
}

/** A list of values is one value: texts of statements stay few. */
const amongJson: Database['among'] = (column, values) => ({
  sql: `${column} IN (SELECT value FROM json_each(?))`,
  values: [JSON.stringify(values)],
})

/** How long a write waits for another process's, in milliseconds. Theirs are short: this means a stuck one. */
const patienceMs = 10_000
/** Pause between two tries, in which everything else goes on. */
const retryMs = 50

/** Tries again while another process writes, without holding up this one. */
async function patiently<T>(attempt: () => T): Promise<T> {
  const end = performance.now() + patienceMs
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(causeOf(error)) || performance.now() > end) throw error
      await delay(retryMs)
    }
  }
}

/** Statements prepared once. */
function statementsOf(connection: DatabaseSync): Pick<Database, 'all' | 'first' | 'run'> {
  const reading = new Map<string, StatementSync>()
  const changing = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => remembered(reading, sql, () => connection.prepare(sql))
  const change = (sql: string): StatementSync =>
    remembered(changing, sql, () => {
      const fresh = connection.prepare(sql)
      // FTS tables leave row ids beyond 2^53 behind, which node refuses to give as numbers.
      fresh.setReadBigInts(true)
      return fresh
    })
  return {
    all: (sql, ...values) => statement(sql).all(...bindable(values)),
    first: (sql, ...values) => statement(sql).get(...bindable(values)),
    run: (sql, ...values) => ({ changes: Number(change(sql).run(...bindable(values)).changes) }),
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined
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
    throw new Error(`Cannot ${how.verb} the archive ${how.path}: ${adviseOn(error, '')}`, { cause: error })
  }
}
