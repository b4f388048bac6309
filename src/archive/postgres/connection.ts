import { setTimeout as delay } from 'node:timers/promises'
import { Client, types } from 'pg'
import type { Results, Statement } from './line.ts'

/** One connection to Postgres, made when it is first used and made anew when it was lost. */
export interface Connection {
  /**
   * Runs statements one after the other, up to the first that fails. Only a batch that begins with BEGIN may find the
   * connection lost and get a new one: within a transaction that would split it.
   */
  readonly run: (batch: readonly Statement[]) => Promise<Results>
  readonly close: () => Promise<void>
}

/** How long a database that cannot be reached is tried again, in milliseconds: a restart takes seconds. */
const patienceMs = 10_000
const retryMs = 250
/** Statements that the server remembers for a connection; the archive's texts are fewer. */
const mostPrepared = 500

/** Opens a connection to the database of an address. */
export function openConnection(url: string): Connection {
  let current: Linked | undefined
  const link = async (): Promise<Linked> => {
    if (current === undefined || current.lost) current = await connectPatiently(url)
    return current
  }
  return {
    run: async ([first, ...rest]) => {
      if (first === undefined) return []
      if (first.sql.startsWith('BEGIN')) {
        await begin(link, first)
        return [{ rows: [], changes: 0 }, ...(await runAll(current, rest))]
      }
      return runAll(current, [first, ...rest])
    },
    close: async () => {
      if (current !== undefined && !current.lost) await current.client.end()
    },
  }
}

interface Linked {
  readonly client: Client
  readonly prepared: Map<string, string>
  lost: boolean
}

/** A connection that was lost while nothing was asked shows it only now: then another one. */
async function begin(link: () => Promise<Linked>, statement: Statement): Promise<void> {
  const linked = await link()
  try {
    await linked.client.query(statement.sql)
  } catch (error) {
    if (!linked.lost) throw error
    await (await link()).client.query(statement.sql)
  }
}

async function runAll(linked: Linked | undefined, batch: readonly Statement[]): Promise<Results> {
  if (linked === undefined || linked.lost) throw new Error('the connection was lost')
  // All are on their way before the first is answered. After one that failed, the transaction refuses the others.
  const answers = await Promise.allSettled(batch.map((statement) => query(linked, statement)))
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  })
}

async function query(linked: Linked, { sql, values }: Statement): Promise<Results[number]> {
  const name = nameOf(linked, sql)
  const { rows, rowCount } = await linked.client.query({
    text: sql,
    values: [...values],
    ...(name !== undefined && { name }),
  })
  return { rows, changes: rowCount ?? 0 }
}

/** Searches are planned for the words that are sought: some are rare, some are everywhere. */
function nameOf({ prepared }: Linked, sql: string): string | undefined {
  const known = prepared.get(sql)
  if (known !== undefined || prepared.size >= mostPrepared || sql.includes('@@')) return known
  const name = `s${prepared.size}`
  prepared.set(sql, name)
  return name
}

async function connectPatiently(url: string): Promise<Linked> {
  const end = performance.now() + patienceMs
  for (;;) {
    try {
      return await connect(url)
    } catch (error) {
      if (!isPassing(error) || performance.now() > end) throw error
      await delay(retryMs)
    }
  }
}

async function connect(url: string): Promise<Linked> {
  const client = newClient(url)
  const linked: Linked = { client, prepared: new Map(), lost: false }
  const lose = (): void => {
    linked.lost = true
  }
  client.on('error', lose).on('end', lose)
  await client.connect()
  return linked
}

/** A client that gives whole numbers as numbers: the archive's stay below 2^53. */
export function newClient(url: string): Client {
  return new Client({
    connectionString: url,
    application_name: 'crier',
    keepAlive: true,
    pipeline: true,
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 || oid === types.builtins.NUMERIC
          ? Number
          : types.getTypeParser(oid, format),
    },
  })
}

/** Refused or cut connections, and a server that starts or ends: codes of sockets and of Postgres. */
const passing: readonly unknown[] = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03']

/** Whether a connection failed because the server is away, or is starting or ending: it may be there in a moment. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && passing.includes(error.code)) || error.message.includes('terminated')
}
