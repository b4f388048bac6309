import type { Page, Window } from '../article-lists.ts'
import { fold } from '../fold.ts'
import { scopesOf } from '../scopes.ts'
import type { Statement, StatementFilter, TimelineFilter } from '../statements.ts'
import { speakersAsked } from './asked-speakers.ts'
import { number } from './columns.ts'
import { allOf, always, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import { nearPage } from './near-statements.ts'
import { statementsFrom } from './statement-columns.ts'

/** Archive.statements, inside a transaction. */
export function statementPage(database: Database, filter: StatementFilter, window: Window): Page<Statement> {
  const condition = conditionOf(database, filter)
  if (!condition) return { rows: [], total: 0 }
  if (filter.words?.match === 'near') {
    const { stems } = filter.words
    return nearPage(database, { stems, viewer: filter.viewer, condition }, window)
  }
  const isNarrow = filter.speaker !== undefined || filter.words !== undefined || filter.about !== undefined
  if (!isNarrow) return merged(database, { filter, condition }, window)
  return newestFirst(database, { filter, condition }, window)
}

/** Undefined if nobody is called so. */
function conditionOf(database: Database, filter: StatementFilter): Condition | undefined {
  const speaker = speakerCondition(database, filter)
  return speaker && allOf([speaker, wordsCondition(database, filter), ...plainConditions(database, filter)])
}

/** Undefined if nobody is called so. */
function speakerCondition(database: Database, { speaker, minConfidence, viewer }: StatementFilter) {
  if (speaker === undefined) return always
  const ids = speakersAsked(database, speaker, viewer)
  if (ids.length === 0) return undefined
  // One speaker's statements come ordered out of the index; those of several have to be sorted.
  const who: Condition =
    ids.length === 1 ? { sql: 's.speaker = ?', values: ids } : database.among('s.speaker', ids)
  return allOf([who, { sql: 's.confidence >= ?', values: [minConfidence ?? 0] }])
}

function wordsCondition(database: Database, { about, words }: StatementFilter): Condition {
  return database.words.fit('statement_words', 's.id', {
    expression: about ?? { all: [], none: [] },
    ...(words?.match === 'phrase' && { phrase: { column: 'words', stems: words.stems } }),
  })
}

function plainConditions(
  database: Database,
  { publisher, since, kinds }: StatementFilter,
): readonly Condition[] {
  const conditions: Condition[] = []
  if (publisher !== undefined) conditions.push({ sql: 'v.publisher_key = ?', values: [fold(publisher)] })
  if (since !== undefined) conditions.push({ sql: 'v.published_at >= ?', values: [since] })
  if (kinds) conditions.push(database.among('s.kind', kinds))
  return conditions
}

/** Who asks, and which statements are looked for. */
interface Wanted {
  readonly filter: StatementFilter
  readonly condition: Condition
}

function newestFirst(database: Database, wanted: Wanted, window: Window): Page<Statement> {
  const { viewer } = wanted.filter
  const { sql: said, values } = saidOnce(wanted)
  // Counted on the way: finding them is the greater part of the work.
  const sql = `${said} SELECT id, COUNT(*) OVER () AS total FROM said
    ORDER BY published_at DESC, seq DESC, number LIMIT ? OFFSET ?`
  const rows = database.all(sql, ...values, window.limit, window.offset)
  const count = rows[0] ?? database.first(`${said} SELECT COUNT(*) AS total FROM said`, ...values)
  return { rows: statementsFrom(database, rows, viewer), total: number(count ?? {}, 'total') }
}

/** Finds the statements first, then asks whether the viewer may see them, then joins those that are one utterance: the table `said`. */
function saidOnce({ filter, condition }: Wanted): Condition {
  const sql = `WITH found AS MATERIALIZED (
      SELECT s.id, s.published_at, s.seq, s.number, s.kind, s.confidence, s.utterance
      FROM statements s CROSS JOIN audience v ON v.seq = s.seq
      WHERE v.scope IN (?, ?) AND ${condition.sql}
    ), said AS (
      SELECT id, published_at, seq, number, kind, confidence FROM found WHERE utterance IS NULL
      UNION ALL
      SELECT id, published_at, seq, number, kind, confidence FROM (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY utterance ORDER BY published_at, seq, number) AS place
        FROM found WHERE utterance IS NOT NULL
      ) AS placed WHERE place = 1
    )`
  return { sql, values: [...scopesOf(filter.viewer), ...condition.values] }
}

/**
 * The beginning of a query of a speaker's statements: the table `said` (id, published_at, seq, number, kind, confidence) holds
 * each utterance once. Undefined if nobody is called so.
 */
export function saidBySpeaker(database: Database, filter: TimelineFilter): Condition | undefined {
  const condition = conditionOf(database, filter)
  return condition && saidOnce({ filter, condition })
}

/** Walks the articles that the viewer sees, newest first, and takes their statements along. */
function merged(database: Database, { filter, condition }: Wanted, window: Window): Page<Statement> {
  const from = `FROM audience v CROSS JOIN statements s ON s.seq = v.seq WHERE v.scope = ? AND ${condition.sql}`
  const one = `SELECT s.id AS id, v.published_at AS at, v.seq AS seq, s.number AS number ${from}`
  const values = scopesOf(filter.viewer).flatMap((scope) => [scope, ...condition.values])
  const sql = `${one} UNION ALL ${one} ORDER BY at DESC, seq DESC, number LIMIT ? OFFSET ?`
  const rows = database.all(sql, ...values, window.limit, window.offset)
  const count = `SELECT (SELECT COUNT(*) ${from}) + (SELECT COUNT(*) ${from}) AS total`
  return {
    rows: statementsFrom(database, rows, filter.viewer),
    total: number(database.first(count, ...values) ?? {}, 'total'),
  }
}
