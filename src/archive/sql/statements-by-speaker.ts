import { allOf, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import { isSeen, type StatementsWanted } from './statement-filter.ts'

/** The statements of so many speakers are read one after the other; of more, together. */
const mostSpeakers = 16

/** The newest first. */
const order = 'ORDER BY published_at DESC, seq DESC, number LIMIT ?'

/** Of whom what they said last can be read out of the index; undefined where there are too many speakers, or words are asked for. */
export function fewSpeakers({ speakers = [], words }: StatementsWanted): readonly number[] | undefined {
  return words || speakers.length === 0 || speakers.length > mostSpeakers ? undefined : speakers
}

/**
 * The beginning of a query of what a few speakers said last, at most so many statements: the table `said` as of `saidOnce`, each
 * utterance once, from the first of these who is reported with it. They are read out of the index in order, and no further.
 */
export function saidLast(
  database: Database,
  wanted: StatementsWanted,
  { speakers, most }: { readonly speakers: readonly number[]; readonly most: number },
): Condition {
  const fits = allOf([wanted.statement, isSeen(wanted)])
  const anyOf = database.among('s.speaker', speakers)
  const each = speakers.map((_, place) => `SELECT * FROM (${lastOfOne(fits, anyOf)}) AS one${place}`)
  return {
    sql: `WITH said AS MATERIALIZED (SELECT * FROM (${each.join(' UNION ALL ')}) AS last ${order})`,
    values: [
      ...speakers.flatMap((speaker) => [speaker, ...fits.values, ...anyOf.values, ...fits.values, most]),
      most,
    ],
  }
}

/** Earlier carriers are found by the utterance: a speaker's statements are too many. */
function lastOfOne(fits: Condition, anyOf: Condition): string {
  return `SELECT o.id, o.published_at, o.seq, o.number, o.kind, o.confidence
    FROM (SELECT s.* FROM statements s WHERE s.speaker = ? AND ${fits.sql}) AS o
    WHERE o.utterance IS NULL OR NOT EXISTS (
      SELECT 1 FROM statements u CROSS JOIN statements s ON s.id = u.id
      WHERE u.utterance = o.utterance AND (s.published_at, s.seq, s.number) < (o.published_at, o.seq, o.number)
        AND ${anyOf.sql} AND ${fits.sql}
    ) ${order.replaceAll(/(published_at|seq|number)/g, 'o.$1')}`
}
