import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '../../errors.ts'
import { isBusy } from './busy.ts'
import { makePrivate } from './private-file.ts'

/**
 * Says that this process is the one bot on the archive, for as long as it lives. The lock is the operating
 * system's, on a file beside the archive, so that a killed process leaves none; the archive itself stays
 * open to others.
 * @returns what gives the lock back.
 * @throws ConfigError if another bot holds it.
 */
export function lockForBot(path: string): () => void {
  makePrivate(`${path}.lock`)
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 })
  try {
    lock.exec('PRAGMA journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new ConfigError(
      `Cannot open the archive ${path}: another bot is using it. Stop that one, set another DATA_DIR, ` +
        'or set DATABASE_URL to share one archive between processes.',
      { cause: error },
    )
  }
  return () => lock.close()
}
