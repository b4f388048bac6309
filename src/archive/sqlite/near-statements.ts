import { number } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'
import { phraseMatch } from './fts-query.ts'

/**
 * SQL for the statements that hold at least half of the stems, each stem counted once: rows of `id` and
 * `weight`, the sum over the found stems of how rare they are: "lighthouse" weighs more than "we", "have" and "to".
 */
export function nearStatements(database: Database, stems: readonly string[]): Condition {
  const terms = [...new Set(stems)].map((stem) => {
    const match = wordsMatch(phraseMatch([stem]))
    return { match, weight: 1 / Math.log2(2 + frequencyOf(database, match)) }
  })
  // MATERIALIZED: else the JSON would be read anew for every statement found.
  return {
    sql: `WITH terms AS MATERIALIZED
        (SELECT value ->> 'match' AS match, value ->> 'weight' AS weight FROM json_each(?))
      SELECT statement_words.rowid AS id, SUM(terms.weight) AS weight
      FROM terms CROSS JOIN statement_words WHERE statement_words MATCH terms.match
      GROUP BY statement_words.rowid HAVING COUNT(*) >= ?`,
    values: [JSON.stringify(terms), Math.max(1, terms.length / 2)],
  }
}

function frequencyOf(database: Database, match: string): number {
  const sql = 'SELECT COUNT(*) AS total FROM statement_words WHERE statement_words MATCH ?'
  const row = database.first(sql, match)
  return row ? number(row, 'total') : 0
}

/** The title's words, which stand beside the statement's, don't count. */
function wordsMatch(match: string): string {
  return `words : (${match})`
}
