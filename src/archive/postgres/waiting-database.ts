import { onlyNumber } from '../sql/columns.ts'
import type { Condition } from '../sql/condition.ts'
import type { Database } from '../sql/database.ts'
import type { Row, Value } from '../sql/row.ts'
import { indexed } from '../sql/word-index.ts'
import type { Results, Statement } from './line.ts'
import { insertOfMany, questionOfMany } from './many-rows.ts'
import { writeLock } from './migrate-postgres.ts'
import { toPostgres } from './postgres-sql.ts'
import { fromStoredText, toStored } from './stored-text.ts'
import { termIndex } from './term-index.ts'

/** Sends a batch of statements and waits for what it gives. */
export type Ask = (batch: readonly Statement[]) => Results

/** Read on one unchanging state. */
const reading: readonly Statement[] = [{ sql: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', values: [] }]
const changing: readonly Statement[] = [{ sql: 'BEGIN', values: [] }]
/**
 * Ways in which Postgres reads whole tables. What is written is looked up row by row in indexes; but how Postgres goes about a
 * statement is decided when it is first run, on tables that may be nearly empty then, and remembered.
 */
const wholesale = ['seqscan', 'bitmapscan', 'hashjoin', 'mergejoin', 'material']
/** Every search goes through what an index of words has gathered and not yet sorted in: by default up to 4 MB for each. */
const mostGathered = '256kB'
const settings = [
  ...wholesale.map((way) => `set_config('enable_${way}', 'off', true)`),
  `set_config('gin_pending_list_limit', '${mostGathered}', true)`,
]
/** One writer at a time, whichever process it is in, as in SQLite. */
const writing: readonly Statement[] = [
  ...changing,
  { sql: `SELECT pg_advisory_xact_lock(${writeLock}), ${settings.join(', ')}`, values: [] },
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
  const asking = askingOver(queue)
  const words = termIndex(asking)
  const transact = async <T>(begin: readonly Statement[], verb: string, work: () => T): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return queue.transact(begin, () => indexed(words, work))
      } catch (error) {
        if (error instanceof Error && 'code' in error && conflicts.includes(error.code) && tries < mostTries)
          continue
        const cause = error instanceof Error ? error.message : String(error)
        throw new Error(`Cannot ${verb} the archive ${name}: ${cause}`, { cause: error })
      }
    }
  }
  return {
    ...asking,
    among,
    claiming: 'FOR UPDATE SKIP LOCKED',
    words,
    read: (work) => transact(reading, 'read', work),
    write: (work) => transact(writing, 'write', work),
    change: (work) => transact(changing, 'write', work),
  }
}

type Asking = Pick<Database, 'all' | 'each' | 'first' | 'run' | 'runEach' | 'insertEach' | 'insert'>

function askingOver({ add }: Pick<ReturnType<typeof queueOver>, 'add'>): Asking {
  const all: Asking['all'] = (sql, ...values) => add(statementOf(sql, values)).rows.map(readable)
  const first: Asking['first'] = (sql, ...values) => all(sql, ...values)[0]
  return {
    all,
    each: (sql, lists) => {
      if (lists.length === 0) return []
      const found = add(questionOfMany(sql, lists)).rows.map(readable)
      const byPlace = Map.groupBy(found, ({ place }) => place)
      return lists.map((_, place) => byPlace.get(place) ?? [])
    },
    first,
    run: (sql, ...values) => add(statementOf(sql, values)),
    runEach: (sql, lists) => {
      if (lists.length > 0) add(insertOfMany(sql, lists))
    },
    insertEach: (sql, lists) => (lists.length === 0 ? [] : add(insertOfMany(sql, lists)).rows.map(readable)),
    insert: (sql, ...values) => onlyNumber(first(sql, ...values)),
  }
}

function among(column: string, values: readonly (string | number)[]): Condition {
  if (values.length === 0) return { sql: 'FALSE', values: [] }
  const type = typeof values[0] === 'number' ? 'BIGINT' : 'TEXT'
  return {
    // An array, not a table: each value is looked up in the column's index, whatever the planner makes of their number.
    sql: `${column} = ANY (ARRAY(SELECT CAST(value AS ${type}) FROM json_array_elements_text(CAST(? AS JSON))))`,
    values: [JSON.stringify(values)],
  }
}

function statementOf(sql: string, values: readonly Value[]): Statement {
  return { sql: toPostgres(sql), values: values.map(toStored) }
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
