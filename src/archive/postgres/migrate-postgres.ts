import type { Client } from 'pg'
import { ConfigError } from '../../errors.ts'
import { schemaSteps } from '../sql/schema.ts'
import { toPostgresSchema } from './postgres-sql.ts'
import { termTables } from './term-index.ts'

/** Numbers of the advisory locks: one process changes the tables, or writes, at a time. */
export const schemaLock = 4_127_001
export const writeLock = 4_127_002

/**
 * Brings a database to the newest schema. Several processes may do so at once: the first does the steps, the others wait
 * and find them done.
 * @throws ConfigError if a newer program has written the database
 */
export async function migratePostgres(client: Client, name: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [schemaLock])
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (steps BIGINT NOT NULL)')
    const known = await client.query<{ steps: number }>('SELECT steps FROM schema_version')
    const done = known.rows[0]?.steps ?? 0
    if (done > schemaSteps.length) throw tooNew(name, done)
    if (done < schemaSteps.length) await takeSteps(client, done)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function takeSteps(client: Client, done: number): Promise<void> {
  if (done === 0) await client.query(`${termTables} INSERT INTO schema_version (steps) VALUES (0)`)
  for (const step of schemaSteps.slice(done)) await client.query(toPostgresSchema(step))
  await client.query('UPDATE schema_version SET steps = $1', [schemaSteps.length])
}

function tooNew(name: string, done: number): ConfigError {
  return new ConfigError(
    `Cannot open the archive ${name}: a newer version of this program wrote it ` +
      `(schema ${done}, this program knows ${schemaSteps.length}). Update the program, or set another DATABASE_URL.`,
  )
}
