import { number } from '../sql/columns.ts'
import type { Condition } from '../sql/condition.ts'
import type { Database } from '../sql/database.ts'
import { phraseMatch } from '../sql/fts-query.ts'
import { commonFrom, decidingStems, nearEnough, type Part, rarity, stemsToWeigh } from '../sql/word-index.ts'

/** Of so many stems, the rows that hold the same of them are looked for by themselves: there are 16 ways to hold half of five. */
const mostSplit = 5

/** `WordIndex.near` for FTS5. */
export function nearStatements(
  database: Pick<Database, 'first'>,
  stems: readonly string[],
  part: Part,
): Condition {
  const rarest = decidingStems(stemsToWeigh(stems).map((stem) => weighed(database, stem)))
  if (rarest.length === 0) return { sql: 'SELECT 0 AS id, 0 AS weight WHERE FALSE', values: [] }
  return rarest.length > mostSplit ? nearByStem(rarest, part) : nearByWeight(rarest, part)
}

/**
 * Few stems: those rows first that weigh most, each weight by itself, and no more than are wanted. So the lists of common stems
 * are read to their ends only where little holds them.
 */
function nearByWeight(stems: readonly WeighedStem[], { most, where }: Part): Condition {
  const besides = where('statement_words.rowid')
  const ways = Map.groupBy(waysToHold(stems), ({ held }) => weightOf(held))
  const heaviest = [...ways].toSorted(([one], [other]) => other - one)
  // Rows of a UNION ALL come in its order, and no more of them are looked for than are wanted.
  const one = `SELECT * FROM (SELECT rowid AS id, ? AS weight FROM statement_words
    WHERE statement_words MATCH ? AND ${besides.sql} ORDER BY rowid DESC LIMIT ?)`
  return {
    sql: `SELECT id, weight FROM (${heaviest.map(() => one).join(' UNION ALL ')}) LIMIT ?`,
    values: [
      ...heaviest.flatMap(([weight, alike]) => [
        weight,
        alike.map(({ held, not }) => exactly(held, not)).join(' OR '),
        ...besides.values,
        most,
      ]),
      most,
    ],
  }
}

/** Some of the stems, and the others. */
interface Way {
  readonly held: readonly WeighedStem[]
  readonly not: readonly WeighedStem[]
}

/** All ways to hold enough of the stems. */
function waysToHold(stems: readonly WeighedStem[]): readonly Way[] {
  const all = stems.reduce<readonly Way[]>(
    (ways, stem) => [
      ...ways.map(({ held, not }) => ({ held: [...held, stem], not })),
      ...ways.map(({ held, not }) => ({ held, not: [...not, stem] })),
    ],
    [{ held: [], not: [] }],
  )
  return all.filter(({ held }) => held.length >= nearEnough(stems.length))
}

/** MATCH text for rows that hold these stems, and none of the others. */
function exactly(held: readonly WeighedStem[], not: readonly WeighedStem[]): string {
  const all = `(${allMatches(held, ' AND ')})`
  return not.length === 0 ? all : `(${all} NOT (${allMatches(not, ' OR ')}))`
}

function weightOf(stems: readonly WeighedStem[]): number {
  return stems.reduce((sum, { weight }) => sum + weight, 0)
}

/**
 * Many stems. Whoever holds half of them holds one of the rarer ones, or all of the commoner ones and no other. So the lists of
 * the commoner ones, which are the longest, are looked up within those of the rarer ones; and of the rows that hold the commoner
 * ones alone, which all weigh the same, the newest suffice.
 */
function nearByStem(rarest: readonly WeighedStem[], { most, where }: Part): Condition {
  const needed = Math.ceil(nearEnough(rarest.length))
  const rare = rarest.slice(0, rarest.length - needed)
  const common = rarest.slice(rare.length)
  const anyRare = allMatches(rare, ' OR ')
  const within = common.map(({ match, weight }) => ({ match: `(${anyRare}) AND ${match}`, weight }))
  const [withRare, withoutRare] = [where('found.id'), where('statement_words.rowid')]
  return {
    sql: nearRows(withRare.sql, withoutRare.sql),
    values: [
      JSON.stringify([...rare, ...within]),
      needed,
      ...withRare.values,
      weightOf(common),
      exactly(common, rare),
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

function frequencyOf(database: Pick<Database, 'first'>, match: string): number {
  const found = 'SELECT 1 FROM statement_words WHERE statement_words MATCH ? LIMIT ?'
  const row = database.first(`SELECT COUNT(*) AS total FROM (${found})`, match, commonFrom)
  return row ? number(row, 'total') : 0
}
