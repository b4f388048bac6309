import { number } from './columns.ts'
import type { Database } from './database.ts'
import { prefixMatch } from './fts-query.ts'

/** Ids of the speakers in whose names each of the words begins some word; none if there are no words. */
export function speakersCalled(database: Database, words: readonly string[]): readonly number[] {
  if (words.length === 0) return []
  return database
    .all('SELECT rowid AS id FROM speaker_words WHERE speaker_words MATCH ?', prefixMatch(words))
    .map((row) => number(row, 'id'))
}
