import { number } from './columns.ts'
import type { Database } from './database.ts'

/** Ids of the speakers in whose names each of the words begins some word; none if there are no words. */
export function speakersCalled(database: Database, words: readonly string[]): readonly number[] {
  if (words.length === 0) return []
  const { sql, values } = database.words.beginning('speaker_words', 'id', words)
  return database.all(`SELECT id FROM speakers WHERE ${sql}`, ...values).map((row) => number(row, 'id'))
}
