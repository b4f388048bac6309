import { ConfigError } from '../errors.ts'
import type { Archive } from './archive.ts'
import type { ArchiveOptions } from './archive-options.ts'
import { openThreads } from './postgres/archive-threads.ts'
import { isPassing, newClient } from './postgres/connection.ts'
import { migratePostgres } from './postgres/migrate-postgres.ts'

/**
 * The archive in a Postgres database that any number of processes share; its tables are made where they are missing.
 * The same SQL as SQLite's answers, in threads that wait for the database, so that this one does not.
 * @throws ConfigError if the database cannot be reached or used: which one, why not, and what to do. Never a password. Where a
 *   bot cannot reach it for now, the error of the connection
 */
export async function openPostgresArchive(url: string, { role }: ArchiveOptions = {}): Promise<Archive> {
  const name = nameOf(url)
  await prepare(url, name).catch((error: unknown) => {
    // Whoever starts bots again does so until the database is there; what is wrong with the configuration stays wrong.
    if (role === 'bot' && error instanceof ConfigError && isPassing(error.cause))
      throw unreachable(name, error.cause)
    throw error
  })
  const threads = await openThreads(url, name)
  const methods = threads.methods.map((method) => [
    method,
    (...values: readonly unknown[]) => threads.call({ method, values }),
  ])
  return { ...Object.fromEntries(methods), close: threads.close }
}

async function prepare(url: string, name: string): Promise<void> {
  const client = newClient(url)
  try {
    await client.connect()
    await migratePostgres(client, name)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const cause = error instanceof Error ? error.message : String(error)
    throw new ConfigError(`Cannot open the archive ${name}: ${cause}. Check DATABASE_URL.`, { cause: error })
  } finally {
    await client.end()
  }
}

function unreachable(name: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new Error(`Cannot reach the archive ${name} for now: ${reason}`, { cause })
}

/** The database without its user and password. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `postgres://${host}${pathname}`
}
