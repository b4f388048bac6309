import type { Window } from '../article-lists.ts'
import { scopesOf } from '../scopes.ts'
import { number, optionalNumber } from './columns.ts'
import { always, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import { firstCarriers } from './first-carriers.ts'
import { type Arrivals, type Found, newestOf } from './latest-found.ts'
import type { Row } from './row.ts'
import { isWanted, type StatementsWanted } from './statement-filter.ts'

/** So many carriers of the same words that arrived before are looked at one by one. */
const mostOthers = 500

/**
 * Statements that are found by their words, each utterance once; undefined as by `newestOf`, or if no words are asked for that must
 * occur, or somebody must have said them.
 */
export function statementsByWords(
  database: Database,
  { words, speakers, ...wanted }: StatementsWanted,
  window: Window,
): Found | undefined {
  if (!words || speakers) return undefined
  return newestOf(arrivalsOf(database, { ...wanted, words }), window)
}

function arrivalsOf(
  database: Database,
  wanted: StatementsWanted & Required<Pick<StatementsWanted, 'words'>>,
): Arrivals {
  const where = (column: string): Condition => isWanted(wanted, column)
  const these = (ids: readonly number[]): readonly Row[] => {
    if (ids.length === 0) return []
    const fitting = database.words.these('statement_words', wanted.words, ids)
    return rowsOf(database, fitting, where('found.id'))
  }
  return {
    last: (most) => rowsOf(database, database.words.last('statement_words', wanted.words, { most, where })),
    before: (id, publishedAt, most) => {
      const one = `SELECT s.id FROM audience v CROSS JOIN statements s ON s.seq = v.seq
        WHERE v.scope = ? AND v.published_at >= ? AND s.id < ?`
      const values = scopesOf(wanted.viewer).flatMap((scope) => [scope, publishedAt, id])
      return idsOf(database.all(`${one} UNION ALL ${one} LIMIT ?`, ...values, most))
    },
    these,
    shown: (rows) => {
      const others = otherCarriers(database, rows)
      return others.length > mostOthers ? undefined : firstCarriers([...rows, ...these(others)])
    },
  }
}

function rowsOf(database: Database, found: Condition, { sql, values }: Condition = always): readonly Row[] {
  return database.all(
    `SELECT s.id, s.published_at, s.seq, s.number, s.utterance
     FROM (${found.sql}) found CROSS JOIN statements s ON s.id = found.id WHERE ${sql}`,
    ...found.values,
    ...values,
  )
}

/** Statements of the same utterances that are not among these, whether they fit or not. */
function otherCarriers(database: Database, rows: readonly Row[]): readonly number[] {
  const utterances = new Set(rows.map((row) => optionalNumber(row, 'utterance')))
  const named = database.among(
    's.utterance',
    [...utterances].filter((one) => one !== undefined),
  )
  const here = new Set(idsOf(rows))
  return idsOf(database.all(`SELECT s.id FROM statements s WHERE ${named.sql}`, ...named.values)).filter(
    (id) => !here.has(id),
  )
}

function idsOf(rows: readonly Row[]): readonly number[] {
  return rows.map((row) => number(row, 'id'))
}
