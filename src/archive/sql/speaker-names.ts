import { number, text } from './columns.ts'
import type { Database } from './database.ts'

/** Ids of the speakers in whose names each of the words begins some word; none if there are no words. */
export function speakersCalled(database: Database, words: readonly string[]): readonly number[] {
  if (words.length === 0) return []
  const { sql, values } = database.words.fit('speaker_words', 'id', { beginnings: words })
  return database.all(`SELECT id FROM speakers WHERE ${sql}`, ...values).map((row) => number(row, 'id'))
}

/** Names of speakers as `speakersCalled` finds them, if they speak in articles of these scopes; at most so many. */
export function namesHeard(
  database: Database,
  words: readonly string[],
  { scopes, limit }: { readonly scopes: readonly [string, string]; readonly limit: number },
): readonly string[] {
  if (words.length === 0) return []
  const called = database.words.fit('speaker_words', 'p.id', { beginnings: words })
  const sql = `SELECT p.name FROM speakers p WHERE ${called.sql} AND EXISTS (
      SELECT 1 FROM statements s JOIN audience v ON v.seq = s.seq WHERE s.speaker = p.id AND v.scope IN (?, ?)
    ) LIMIT ?`
  return database.all(sql, ...called.values, ...scopes, limit).map((row) => text(row, 'name'))
}
