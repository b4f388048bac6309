import { join } from 'node:path'
import { Client } from 'pg'
import type { Archive } from '../../../src/archive/archive.ts'
import { openArchive } from '../../../src/archive/open-archive.ts'
import { systemClock } from '../../../src/clock.ts'
import { type PostgresServer, startPostgres } from '../../archive/postgres-server.ts'
import { type KillStage, writingFile } from './kill-points.ts'

/** The database of a drill's bots. */
export interface DrillDatabase {
  readonly kind: 'SQLite' | 'Postgres'
  /** What a bot is told of it. */
  readonly variables: Readonly<Record<string, string>>
  /** Opens it beside the bots. */
  readonly open: () => Promise<Archive>
  /** When what a killed bot was at is free for another. In milliseconds. */
  readonly leaseMs: number
  readonly writing: KillStage['writing']
  /** The server; absent for a file. */
  readonly server?: PostgresServer
  readonly close: () => Promise<void>
}

/** A file in the folder. */
export function embeddedDatabase(folder: string): DrillDatabase {
  const path = join(folder, 'crier.db')
  return {
    kind: 'SQLite',
    variables: { DATA_DIR: folder },
    open: () => openArchive(path),
    leaseMs: 0,
    writing: writingFile(`${path}-wal`),
    close: async () => undefined,
  }
}

/** A new database on a server; its own, where none is given. What is committed is on the disk. */
export async function postgresDatabase(folder: string, given?: PostgresServer): Promise<DrillDatabase> {
  const server = given ?? (await startPostgres(['max_connections=60']))
  const url = await server.freshUrl()
  return {
    kind: 'Postgres',
    variables: { DATA_DIR: folder, DATABASE_URL: url },
    open: () => openArchive(url),
    leaseMs: 25_000,
    writing: (signal) => writingServer(url, signal),
    server,
    close: async () => (given === undefined ? server.close() : undefined),
  }
}

/** Resolves when another connection is in the middle of a transaction that writes. */
async function writingServer(url: string, signal: AbortSignal): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const sql = `SELECT 1 FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_xid IS NOT NULL`
  while (!signal.aborted && (await client.query(sql)).rows.length === 0) await systemClock.wait(1)
  await client.end()
}
