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
  const statement = statementCondition(database, filter)
  if (!statement) return { rows: [], total: 0 }
  const wanted = { filter, statement, article: articleCondition(filter) }
  if (filter.words?.match === 'near') {
    const { viewer, words } = filter
    return nearPage(database, { ...wanted, viewer, stems: words.stems }, window)
  }
  return filter.speaker !== undefined || hasWords(filter)
    ? newestFirst(database, wanted, window)
    : merged(database, wanted, window)
}

function hasWords({ words, about }: StatementFilter): boolean {
  return words !== undefined || about !== undefined
}

/** Undefined if nobody is called so. */
function statementCondition(database: Database, filter: StatementFilter): Condition | undefined {
  const speaker = speakerCondition(database, filter)
  const kinds = filter.kinds ? database.among('s.kind', filter.kinds) : always
  return speaker && allOf([speaker, wordsCondition(database, filter), kinds])
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

function articleCondition({ publisher, since }: StatementFilter): Condition {
  const conditions: Condition[] = []
  if (publisher !== undefined) conditions.push({ sql: 'v.publisher_key = ?', values: [fold(publisher)] })
  if (since !== undefined) conditions.push({ sql: 'v.published_at >= ?', values: [since] })
  return allOf(conditions)
}

/** What is looked for. */
interface Wanted {
  readonly filter: StatementFilter
  /** Of `statements s`. */
  readonly statement: Condition
  /** Of `audience v`. */
  readonly article: Condition
}

function newestFirst(database: Database, wanted: Wanted, window: Window): Page<Statement> {
  const { viewer } = wanted.filter
  const { sql: said, values } = saidOnce(wanted)
  // Counted on the way: finding them is the greater part of the work.
  const sql = `${said} SELECT id, COUNT(*) OVER () AS total FROM said
    ORDER BY published_at DESC, seq DESC, number LIMIT ? OFFSET ?`
  const rows = database.all(sql, ...values, window.limit, window.offset)
  if (rows.length === 0 && window.offset === 0 && window.limit > 0) return { rows: [], total: 0 }
  const count = rows[0] ?? database.first(`${said} SELECT COUNT(*) AS total FROM said`, ...values)
  return { rows: statementsFrom(database, rows, viewer), total: number(count ?? {}, 'total') }
}

/**
 * The statements that the viewer sees, each utterance once: the table `said`. Words are looked up once for both of its parts;
 * a speaker's statements are read out of an index twice, which is quicker than to note them down.
 */
function saidOnce({ filter, statement, article }: Wanted): Condition {
  const sql = `WITH found AS ${hasWords(filter) ? '' : 'NOT '}MATERIALIZED (
      SELECT s.id, s.published_at, s.seq, s.number, s.kind, s.confidence, s.utterance FROM statements s
      WHERE ${statement.sql} AND EXISTS
        (SELECT 1 FROM audience v WHERE v.seq = s.seq AND v.scope IN (?, ?) AND ${article.sql})
    ), said AS (
      SELECT id, published_at, seq, number, kind, confidence FROM found WHERE utterance IS NULL
      UNION ALL
      SELECT id, published_at, seq, number, kind, confidence FROM (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY utterance ORDER BY published_at, seq, number) AS place
        FROM found WHERE utterance IS NOT NULL
      ) AS placed WHERE place = 1
    )`
  return { sql, values: [...statement.values, ...scopesOf(filter.viewer), ...article.values] }
}

/**
 * The beginning of a query of a speaker's statements: the table `said` (id, published_at, seq, number, kind, confidence) holds
 * each utterance once. Undefined if nobody is called so.
 */
export function saidBySpeaker(database: Database, filter: TimelineFilter): Condition | undefined {
  const statement = statementCondition(database, filter)
  return statement && saidOnce({ filter, statement, article: articleCondition(filter) })
}

/** Walks the articles that the viewer sees, newest first, and takes their statements along. */
function merged(database: Database, { filter, statement, article }: Wanted, window: Window): Page<Statement> {
  const condition = allOf([article, statement])
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
