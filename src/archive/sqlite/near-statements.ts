import { number } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'
import { anyMatch, phraseMatch } from './fts-query.ts'

/**
 * SQL for the statements that hold at least half of the stems, each stem counted once: rows of `id` and
 * `weight`, the sum over the found stems of how rare they are, so that "we", "have" and "to" weigh less than "lighthouse".
 */
export function nearStatements(database: Database, stems: readonly string[]): Condition {
  const frequencies = [...new Set(stems)]
    .map((stem) => ({ stem, frequency: frequencyOf(database, stem) }))
    .sort((a, b) => a.frequency - b.frequency)
  const wanted = Math.max(1, Math.ceil(frequencies.length / 2))
  const terms = frequencies.map(({ stem, frequency }) => ({
    match: wordsMatch(phraseMatch([stem])),
    weight: 1 / Math.log2(2 + frequency),
  }))
  // Whoever holds `wanted` of n stems holds one of any n - wanted + 1: take the rarest, and the commonest
  // words are only looked at where they can still matter.
  const rarest = frequencies.slice(0, frequencies.length - wanted + 1).map(({ stem }) => [stem])
  return {
    sql: `SELECT statement_words.rowid AS id, SUM(term.value ->> 'weight') AS weight
      FROM json_each(?) term CROSS JOIN statement_words
      WHERE statement_words MATCH (term.value ->> 'match')
        AND +statement_words.rowid IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)
      GROUP BY statement_words.rowid HAVING COUNT(*) >= ?`,
    values: [
      JSON.stringify(terms),
      wordsMatch(rarest.length > 0 ? anyMatch(rarest) : phraseMatch([])),
      wanted,
    ],
  }
}

function frequencyOf(database: Database, stem: string): number {
  const sql = 'SELECT COUNT(*) AS total FROM statement_words WHERE statement_words MATCH ?'
  const row = database.first(sql, wordsMatch(phraseMatch([stem])))
  return row ? number(row, 'total') : 0
}

/** The title's words, which stand beside the statement's, don't count. */
function wordsMatch(match: string): string {
  return `words : (${match})`
}
