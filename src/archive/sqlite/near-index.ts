import { number } from '../sql/columns.ts'
import type { Condition } from '../sql/condition.ts'
import type { Database } from '../sql/database.ts'
import { phraseMatch } from '../sql/fts-query.ts'
import { commonFrom, decidingStems, nearEnough, type Part, rarity, stemsToWeigh } from '../sql/word-index.ts'

/**
 * `WordIndex.near` for FTS5. Whoever holds half of the stems holds one of the rarer ones, or all of the commoner ones and no
 * other. So the lists of the commoner ones, which are the longest, are looked up within those of the rarer ones; and of the
 * rows that hold the commoner ones alone, which all weigh the same, the newest suffice.
 */
export function nearStatements(
  database: Pick<Database, 'first'>,
  stems: readonly string[],
  { most, where }: Part,
): Condition {
  const rarest = decidingStems(stemsToWeigh(stems).map((stem) => weighed(database, stem)))
  const needed = Math.ceil(nearEnough(rarest.length))
  const rare = rarest.slice(0, Math.max(0, rarest.length - needed))
  const common = rarest.slice(rare.length)
  const anyRare = allMatches(rare, ' OR ')
  const within = common.map(({ match, weight }) => ({ match: `(${anyRare}) AND ${match}`, weight }))
  const lists = rare.length > 0 ? [...rare, ...within] : []
  const [withRare, withoutRare] = [where('found.id'), where('statement_words.rowid')]
  return {
    sql: nearRows(withRare.sql, withoutRare.sql),
    values: [
      JSON.stringify(lists),
      needed,
      ...withRare.values,
      common.reduce((sum, { weight }) => sum + weight, 0),
      commonAlone(common, anyRare),
      ...withoutRare.values,
      most,
      most,
    ],
  }
}

/** SQL: rows that hold some rarer stem, looked for in each list, and the newest of those that hold the commoner ones alone. */
function nearRows(withRare: string, withoutRare: string): string {
  // MATERIALIZED: else the JSON would be read anew for every statement found.
  return `WITH lists AS MATERIALIZED
      (SELECT value ->> 'match' AS match, value ->> 'weight' AS weight FROM json_each(?))
    SELECT id, weight FROM (
      SELECT statement_words.rowid AS id, SUM(lists.weight) AS weight
      FROM lists CROSS JOIN statement_words WHERE statement_words MATCH lists.match
      GROUP BY statement_words.rowid HAVING COUNT(*) >= ?
    ) AS found WHERE ${withRare}
    UNION ALL
    SELECT id, weight FROM (
      SELECT rowid AS id, ? AS weight FROM statement_words
      WHERE statement_words MATCH ? AND ${withoutRare} ORDER BY rowid DESC LIMIT ?
    )
    ORDER BY weight DESC, id DESC LIMIT ?`
}

/** MATCH text for one stem, and how much it tells. */
interface WeighedStem {
  readonly match: string
  readonly weight: number
}

function weighed(database: Pick<Database, 'first'>, stem: string): WeighedStem {
  // The title's words, which stand beside the statement's, don't count.
  const match = `words : (${phraseMatch([stem])})`
  return { match, weight: rarity(frequencyOf(database, match)) }
}

function allMatches(stems: readonly WeighedStem[], operator: ' OR ' | ' AND '): string {
  return stems.map(({ match }) => match).join(operator)
}

/** Rows that hold all of the commoner stems and none of the rarer ones. */
function commonAlone(common: readonly WeighedStem[], anyRare: string): string {
  if (common.length === 0) return phraseMatch([])
  const all = allMatches(common, ' AND ')
  return anyRare === '' ? all : `(${all}) NOT (${anyRare})`
}

function frequencyOf(database: Pick<Database, 'first'>, match: string): number {
  const found = 'SELECT 1 FROM statement_words WHERE statement_words MATCH ? LIMIT ?'
  const row = database.first(`SELECT COUNT(*) AS total FROM (${found})`, match, commonFrom)
  return row ? number(row, 'total') : 0
}
