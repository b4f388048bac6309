import { onlyNumber } from '../sql/columns.ts'
import type { Condition } from '../sql/condition.ts'
import type { Database } from '../sql/database.ts'
import type { Row, Value } from '../sql/row.ts'
import type { Results, Statement } from './line.ts'
import { writeLock } from './migrate-postgres.ts'
import { toPostgres } from './postgres-sql.ts'
import { fromStoredText, toStoredText } from './stored-text.ts'
import { termIndex } from './term-index.ts'

/** Sends a batch of statements and waits for what it gives. */
export type Ask = (batch: readonly Statement[]) => Results

/** Read on one unchanging state. */
const reading: readonly Statement[] = [{ sql: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', values: [] }]
const changing: readonly Statement[] = [{ sql: 'BEGIN', values: [] }]
/** One writer at a time, whichever process it is in, as in SQLite. */
const writing: readonly Statement[] = [
  ...changing,
  { sql: `SELECT pg_advisory_xact_lock(${writeLock})`, values: [] },
]
/** What Postgres says where two transactions were in each other's way: the work is done again. */
const conflicts: readonly unknown[] = ['40001', '40P01']
const mostTries = 5

/**
 * Postgres as the archive's SQL wants a database: each call waits for its answer, so it belongs into a thread of its own.
 * `name` names the database in errors. What is only run waits for the next question or the end of the transaction, so that
 * the way to the server is gone less often.
 */
export function waitingDatabase(ask: Ask, name: string): Database {
  const queue = queueOver(ask)
  const each: Database['each'] = (sql, lists) =>
    lists.map((values) => queue.add(statementOf(sql, values))).map(({ rows }) => rows.map(readable))
  const all: Database['all'] = (sql, ...values) => queue.add(statementOf(sql, values)).rows.map(readable)
  const first: Database['first'] = (sql, ...values) => all(sql, ...values)[0]
  const run: Database['run'] = (sql, ...values) => queue.add(statementOf(sql, values))
  const insertions = (sql: string, lists: readonly (readonly Value[])[]): readonly Result[] =>
    insertionsOf(sql, lists).map((one) => queue.add(statementOf(one.sql, one.values)))
  const transact = async <T>(begin: readonly Statement[], verb: string, work: () => T): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return queue.transact(begin, work)
      } catch (error) {
        if (error instanceof Error && 'code' in error && conflicts.includes(error.code) && tries < mostTries)
          continue
        const cause = error instanceof Error ? error.message : String(error)
        throw new Error(`Cannot ${verb} the archive ${name}: ${cause}`, { cause: error })
      }
    }
  }
  return {
    all,
    each,
    first,
    run,
    runEach: (sql, lists) => void insertions(sql, lists),
    insertEach: (sql, lists) => insertions(sql, lists).flatMap(({ rows }) => rows.map(readable)),
    insert: (sql, ...values) => onlyNumber(first(sql, ...values)),
    among,
    claiming: 'FOR UPDATE SKIP LOCKED',
    words: termIndex({ all, first, run }),
    read: (work) => transact(reading, 'read', work),
    write: (work) => transact(writing, 'write', work),
    change: (work) => transact(changing, 'write', work),
  }
}

function among(column: string, values: readonly (string | number)[]): Condition {
  if (values.length === 0) return { sql: 'FALSE', values: [] }
  const type = typeof values[0] === 'number' ? 'BIGINT' : 'TEXT'
  return {
    sql: `${column} IN (SELECT CAST(value AS ${type}) FROM json_array_elements_text(CAST(? AS JSON)))`,
    values: [JSON.stringify(values)],
  }
}

/** Rows that are inserted by one statement: a statement has 65,535 values at most. */
const rowsAtOnce = 1_000

/** Inserts of one row each as inserts of many. */
function insertionsOf(sql: string, lists: readonly (readonly Value[])[]): readonly Condition[] {
  const [, before = '', row = '', after = ''] =
    /^(.*? VALUES )(\(.*?\))((?: ON CONFLICT| RETURNING).*)?$/s.exec(sql) ?? []
  return Array.from({ length: Math.ceil(lists.length / rowsAtOnce) }, (_, index) => {
    const some = lists.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce)
    return { sql: before + some.map(() => row).join(', ') + after, values: some.flat() }
  })
}

function statementOf(sql: string, values: readonly Value[]): Statement {
  return { sql: toPostgres(sql), values: values.map(storable) }
}

function storable(value: Value): unknown {
  return typeof value === 'string' ? toStoredText(value) : (value ?? null)
}

function readable(row: Row): Row {
  const entries = Object.entries(row)
  return Object.fromEntries(
    entries.map(([column, value]) => [column, typeof value === 'string' ? fromStoredText(value) : value]),
  )
}

type Result = Results[number]

/** A statement on its way to the server; its result comes with that of the others. */
interface Sent {
  readonly statement: Statement
  result?: Result
}

/** Statements on their way to the server. */
function queueOver(ask: Ask) {
  let waiting: Sent[] = []
  const flush = (): void => {
    const sent = waiting
    waiting = []
    if (sent.length === 0) return
    const results = ask(sent.map(({ statement }) => statement))
    for (const [index, one] of sent.entries()) one.result = results[index] ?? nothing
  }
  const add = (statement: Statement): Result => {
    const one: Sent = { statement }
    waiting.push(one)
    return resultOf(one, flush)
  }
  return {
    add,
    transact: <T>(begin: readonly Statement[], work: () => T): T => {
      waiting = begin.map((statement) => ({ statement }))
      try {
        const result = work()
        add({ sql: 'COMMIT', values: [] })
        flush()
        return result
      } catch (error) {
        waiting = []
        rollBack(ask)
        throw error
      }
    },
  }
}

/** A result that sends what waits when it is looked at. */
function resultOf(one: Sent, flush: () => void): Result {
  const result = (): Result => {
    if (one.result === undefined) flush()
    return one.result ?? nothing
  }
  return {
    get rows() {
      return result().rows
    },
    get changes() {
      return result().changes
    },
  }
}

const nothing: Result = { rows: [], changes: 0 }

/** Where the connection was lost, Postgres has done so by itself. */
function rollBack(ask: Ask): void {
  try {
    ask([{ sql: 'ROLLBACK', values: [] }])
  } catch {
    return
  }
}
