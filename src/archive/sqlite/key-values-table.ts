import type { KeyValues } from '../key-values.ts'
import { text } from './columns.ts'
import type { Database } from './database.ts'

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
      database.write(() => {
        const sql = 'REPLACE INTO key_values (key, value, expires_at) VALUES (?, ?, ?)'
        database.run(sql, key, value, expiresAt)
      }),
    deleteKeyValue: (key) =>
      database.write(() => database.run('DELETE FROM key_values WHERE key = ?', key).changes > 0),
    clearKeyValues: (prefix) =>
      database.write(() => {
        // Not LIKE, in which % and _ of the prefix would be wild and letters' case would not count.
        database.run('DELETE FROM key_values WHERE substr(key, 1, length(?1)) = ?1', prefix)
      }),
    sweepKeyValues: (now) =>
      database.write(() => database.run('DELETE FROM key_values WHERE expires_at <= ?', now).changes),
    trimKeyValues: (prefix, most) =>
      database.write(() => {
        // A range of the primary key: the rows of other prefixes, of which there may be many, are not looked at.
        const sql = `DELETE FROM key_values WHERE key IN (
          SELECT key FROM key_values WHERE key >= ?1 AND key < ?1 || char(0x10FFFF)
          ORDER BY expires_at IS NULL DESC, expires_at DESC LIMIT -1 OFFSET ?2)`
        return database.run(sql, prefix, most).changes
      }),
  }
}
