import type { Window } from '../article-lists.ts'
import { scopesOf } from '../scopes.ts'
import { seenBy } from './audience.ts'
import { number, optionalNumber } from './columns.ts'
import { always, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import { firstCarriers } from './first-carriers.ts'
import { arrivedEarlier } from './latest-by-block.ts'
import { type Arrivals, type Beside, type Found, newestFirst, newestOf } from './latest-found.ts'
import type { Row } from './row.ts'
import { isWanted, type StatementsWanted } from './statement-filter.ts'

/** So many carriers of the same words that arrived before are looked at one by one. */
const mostOthers = 200

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
  const scopes = scopesOf(wanted.viewer)
  const seen = seenBy(wanted.viewer, always)('s.seq')
  const these = (ids: readonly number[]): readonly Row[] => {
    if (ids.length === 0) return []
    const fitting = database.words.these('statement_words', wanted.words, ids)
    return rowsOf(database, fitting, where('found.id'))
  }
  return {
    last: (most) => rowsOf(database, database.words.last('statement_words', wanted.words, { most, where })),
    before: (earlier) =>
      arrivedEarlier(database, { ...earlier, list: 'statements', scopes }, (from, to) => ({
        sql: `SELECT s.id FROM statements s WHERE s.id >= ? AND s.id < ? AND s.published_at >= ? AND ${seen.sql}`,
        values: [from, to, earlier.publishedAt, ...seen.values],
      })),
    these,
    shown: (rows, beside) => eachOnce(database, { rows, beside, these }),
  }
}

interface Carriers {
  readonly rows: readonly Row[]
  readonly beside: Beside
  readonly these: Arrivals['these']
  /** Utterances of which all carriers are among the rows. */
  readonly lookedUp?: readonly number[]
}

/** Each utterance by its first carrier; of those that come first it is looked up who else carried them before. */
function eachOnce(database: Database, carriers: Carriers): readonly Row[] | undefined {
  const { rows, beside, these, lookedUp = [] } = carriers
  const shown = firstCarriers(rows).toSorted(newestFirst)
  const unsure = utterancesOf(shown.slice(0, beside.needed)).filter((one) => !lookedUp.includes(one))
  if (unsure.length === 0 || beside.lowest === 0) return shown
  const here = new Set(idsOf(rows))
  const others = carriersBefore(database, unsure, beside.lowest).filter((id) => !here.has(id))
  if (others.length > mostOthers) return undefined
  return eachOnce(database, {
    ...carriers,
    rows: [...rows, ...these(others)],
    lookedUp: [...lookedUp, ...unsure],
  })
}

/** Statements of these utterances that have lower ids, whether they fit or not; one more than are looked at at most. */
function carriersBefore(database: Database, utterances: readonly number[], id: number): readonly number[] {
  const named = database.among('s.utterance', utterances)
  const sql = `SELECT s.id FROM statements s WHERE ${named.sql} AND s.id < ? LIMIT ?`
  return idsOf(database.all(sql, ...named.values, id, mostOthers + 1))
}

function utterancesOf(rows: readonly Row[]): readonly number[] {
  return rows.map((row) => optionalNumber(row, 'utterance')).filter((utterance) => utterance !== undefined)
}

function rowsOf(database: Database, found: Condition, { sql, values }: Condition = always): readonly Row[] {
  return database.all(
    `SELECT s.id, s.published_at, s.seq, s.number, s.utterance
     FROM (${found.sql}) found CROSS JOIN statements s ON s.id = found.id WHERE ${sql}`,
    ...found.values,
    ...values,
  )
}

function idsOf(rows: readonly Row[]): readonly number[] {
  return rows.map((row) => number(row, 'id'))
}
