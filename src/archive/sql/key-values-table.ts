import type { KeyValues, Lease } from '../key-values.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'

/** Begins after every other character. */
const lastCharacter = '\u{10ffff}'
/** More rows than there can be: SQLite knows no OFFSET without a LIMIT. */
const noLimit = 1_000_000_000

/** The rows behind keyv. */
export function keyValueMethods(database: Database): KeyValues {
  return {
    keyValue: (key, now) =>
      database.read(() => {
        const sql = 'SELECT value FROM key_values WHERE key = ? AND (expires_at IS NULL OR expires_at > ?)'
        const row = database.first(sql, key, now)
        return row && text(row, 'value')
      }),
    setKeyValue: (key, value, expiresAt) =>
      database.change(() => {
        const sql = `INSERT INTO key_values (key, value, expires_at) VALUES (?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`
        database.run(sql, key, value, expiresAt)
      }),
    deleteKeyValue: (key) =>
      database.change(() => database.run('DELETE FROM key_values WHERE key = ?', key).changes > 0),
    clearKeyValues: (prefix) =>
      database.change(() => {
        // Not LIKE, in which % and _ of the prefix would be wild and letters' case would not count.
        database.run('DELETE FROM key_values WHERE substr(key, 1, length(?1)) = ?1', prefix)
      }),
    sweepKeyValues: (now) =>
      database.change(() => database.run('DELETE FROM key_values WHERE expires_at <= ?', now).changes),
    countUp: (key, expiresAt) => database.change(() => countUp(database, key, expiresAt)),
    takeLease: (lease, time) => database.change(() => takeLease(database, lease, time)),
    endLease: ({ task, holder }) =>
      database.change(() => {
        database.run('DELETE FROM key_values WHERE key = ? AND value = ?', leaseKey(task), holder)
      }),
    trimKeyValues: (prefix, most) =>
      database.change(() => {
        // A range of the primary key: the rows of other prefixes, of which there may be many, are not looked at.
        const sql = `DELETE FROM key_values WHERE key IN (
          SELECT key FROM key_values WHERE key >= ?1 AND key < ?2
          ORDER BY expires_at IS NULL DESC, expires_at DESC LIMIT ${noLimit} OFFSET ?3)`
        return database.run(sql, prefix, `${prefix}${lastCharacter}`, most).changes
      }),
  }
}

function countUp(database: Database, key: string, expiresAt: number): number {
  const sql = `INSERT INTO key_values (key, value, expires_at) VALUES (?, '1', ?)
    ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(key_values.value AS INTEGER) + 1 AS TEXT)
    RETURNING CAST(value AS INTEGER) AS count`
  return number(database.first(sql, key, expiresAt) ?? {}, 'count')
}

function takeLease(
  database: Database,
  { task, holder }: Lease,
  { now, until }: { readonly now: number; readonly until: number },
): boolean {
  const sql = `INSERT INTO key_values (key, value, expires_at) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
      WHERE key_values.value = excluded.value OR key_values.expires_at <= ?
    RETURNING key`
  return database.first(sql, leaseKey(task), holder, until, now) !== undefined
}

/** Other keys have a name before the stroke that keyed.ts knows. */
function leaseKey(task: string): string {
  return `lease/${task}`
}
