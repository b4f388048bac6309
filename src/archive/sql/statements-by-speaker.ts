import type { Page, Window } from '../article-lists.ts'
import { number } from './columns.ts'
import { allOf } from './condition.ts'
import type { Database } from './database.ts'
import { countedUpTo, newestFirst, partOf, readFor } from './latest-found.ts'
import type { Row } from './row.ts'
import { isSeen, type StatementsWanted } from './statement-filter.ts'

/** The statements of so many speakers are read one after the other; of more, together. */
const mostSpeakers = 16

/**
 * The statements of some speakers, each utterance once, from the first of these who is reported with it: read out of the index in
 * order, and no further than they are counted. Undefined where there are too many speakers, or words are asked for.
 */
export function statementsBySpeaker(
  database: Database,
  wanted: StatementsWanted,
  window: Window,
): Page<Row> | undefined {
  const { speakers = [], words } = wanted
  if (words || speakers.length === 0 || speakers.length > mostSpeakers) return undefined
  const most = readFor(window)
  const rows = firstOfEach(
    database,
    { ...wanted, speakers },
    { most, shown: Math.max(1, window.offset + window.limit) },
  )
  const totals = rows.map(([first]) => (first ? number(first, 'total') : 0))
  const total = totals.reduce((sum, one) => sum + one, 0)
  return {
    rows: partOf(rows.flat().toSorted(newestFirst), window),
    ...countedUpTo(most, Math.min(most, total)),
  }
}

/** By speaker: the newest, as many as are shown, each with how many there are of that speaker up to `most`. */
function firstOfEach(
  database: Database,
  wanted: StatementsWanted & Required<Pick<StatementsWanted, 'speakers'>>,
  { most, shown }: { readonly most: number; readonly shown: number },
): readonly (readonly Row[])[] {
  const fits = allOf([wanted.statement, isSeen(wanted)])
  const anyOf = database.among('s.speaker', wanted.speakers)
  // Earlier carriers are found by the utterance: a speaker's statements are too many.
  const sql = `WITH found AS (
      SELECT o.id, o.published_at, o.seq, o.number
      FROM (SELECT s.* FROM statements s WHERE s.speaker = ? AND ${fits.sql}) AS o
      WHERE o.utterance IS NULL OR NOT EXISTS (
        SELECT 1 FROM statements u CROSS JOIN statements s ON s.id = u.id
        WHERE u.utterance = o.utterance AND (s.published_at, s.seq, s.number) < (o.published_at, o.seq, o.number)
          AND ${anyOf.sql} AND ${fits.sql}
      ) ORDER BY o.published_at DESC, o.seq DESC, o.number LIMIT ?
    )
    SELECT id, published_at, seq, number, COUNT(*) OVER () AS total FROM found
    ORDER BY published_at DESC, seq DESC, number LIMIT ?`
  return database.each(
    sql,
    wanted.speakers.map((speaker) => [speaker, ...fits.values, ...anyOf.values, ...fits.values, most, shown]),
  )
}
