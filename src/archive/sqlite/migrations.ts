import type { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '../../errors.ts'
import { schemaSteps } from '../sql/schema.ts'

/**
 * Brings the file to the newest schema. Safe when several processes do it at once: the first does the steps,
 * the others wait and find them done.
 * @throws ConfigError if a newer program wrote the file, or another program altogether.
 */
export function migrate(connection: DatabaseSync, path: string): void {
  if (versionOf(connection, path) === schemaSteps.length) return
  connection.exec('BEGIN IMMEDIATE')
  try {
    // Asked again under the lock: another process may have been faster.
    for (const step of schemaSteps.slice(versionOf(connection, path))) connection.exec(step)
    connection.exec(`PRAGMA user_version = ${schemaSteps.length}`)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

function versionOf(connection: DatabaseSync, path: string): number {
  const version = Number(connection.prepare('PRAGMA user_version').get()?.user_version)
  if (version > schemaSteps.length) {
    throw new ConfigError(
      `Cannot open the archive ${path}: a newer version of this program wrote it ` +
        `(schema ${version}, this program knows ${schemaSteps.length}). Update the program, or set another DATA_DIR.`,
    )
  }
  if (version === 0 && hasTables(connection)) {
    throw new ConfigError(
      `Cannot open the archive ${path}: it is another program's database. Set another DATA_DIR.`,
    )
  }
  return version
}

function hasTables(connection: DatabaseSync): boolean {
  return connection.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() !== undefined
}
