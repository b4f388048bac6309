import type { Page, Window } from '../article-lists.ts'
import { scopesOf } from '../scopes.ts'
import type { Statement, StatementFilter } from '../statements.ts'
import { number } from './columns.ts'
import { allOf, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import { countedUpTo, countRows, pageOf, readFor } from './latest-found.ts'
import { nearPage } from './near-statements.ts'
import type { Row } from './row.ts'
import { statementsFrom } from './statement-columns.ts'
import { conditionOn, isSeen, type StatementsWanted, wantedBy } from './statement-filter.ts'
import { fewSpeakers, saidLast } from './statements-by-speaker.ts'
import { statementsByWords } from './statements-by-words.ts'

/** Archive.statements, inside a transaction. */
export function statementPage(database: Database, filter: StatementFilter, window: Window): Page<Statement> {
  const wanted = wantedBy(database, filter)
  if (!wanted) return { rows: [], total: 0 }
  const page = pageOfRows(database, { filter, wanted }, window)
  return { ...page, rows: statementsFrom(database, page.rows, filter.viewer) }
}

interface Asked {
  readonly filter: StatementFilter
  readonly wanted: StatementsWanted
}

function pageOfRows(database: Database, { filter, wanted }: Asked, window: Window): Page<Row> {
  const { speaker, about, words } = filter
  if (words?.match === 'near') return nearPage(database, { ...wanted, stems: words.stems }, window)
  if (speaker === undefined && about === undefined && words === undefined)
    return inOrder(database, wanted, window)
  const byWords = statementsByWords(database, wanted, window)
  if (byWords) return pageOf(byWords, window)
  const most = readFor(window)
  const speakers = fewSpeakers(wanted)
  const said = speakers ? saidLast(database, wanted, { speakers, most }) : saidOnce(database, wanted)
  return sorted(database, said, window)
}

/** A page of the table `said`. */
function sorted(database: Database, said: Condition, window: Window): Page<Row> {
  // Counted on the way: finding them is the greater part of the work.
  const sql = `${said.sql} SELECT id, COUNT(*) OVER () AS total FROM said
    ORDER BY published_at DESC, seq DESC, number LIMIT ? OFFSET ?`
  const rows = database.all(sql, ...said.values, window.limit, window.offset)
  if (rows.length === 0 && window.offset === 0 && window.limit > 0) return { rows: [], total: 0 }
  const count = rows[0] ?? database.first(`${said.sql} SELECT COUNT(*) AS total FROM said`, ...said.values)
  return { rows, ...countedUpTo(readFor(window), number(count ?? {}, 'total')) }
}

/**
 * The beginning of a query of the statements that the viewer sees, each utterance once: the table `said` (id, published_at, seq,
 * number, kind, confidence). Words are looked up once for both of its parts; a speaker's statements are read out of an index
 * twice, which is quicker than to note them down.
 */
export function saidOnce(database: Database, wanted: StatementsWanted): Condition {
  const fits = allOf([conditionOn(database, wanted), isSeen(wanted)])
  const sql = `WITH found AS ${wanted.words ? '' : 'NOT '}MATERIALIZED (
      SELECT s.id, s.published_at, s.seq, s.number, s.kind, s.confidence, s.utterance FROM statements s
      WHERE ${fits.sql}
    ), said AS (
      SELECT id, published_at, seq, number, kind, confidence FROM found WHERE utterance IS NULL
      UNION ALL
      SELECT id, published_at, seq, number, kind, confidence FROM (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY utterance ORDER BY published_at, seq, number) AS place
        FROM found WHERE utterance IS NOT NULL
      ) AS placed WHERE place = 1
    )`
  return { sql, values: fits.values }
}

/** Walks the articles that the viewer sees, newest first, and takes their statements along. */
function inOrder(database: Database, wanted: StatementsWanted, window: Window): Page<Row> {
  const condition = allOf([wanted.article, conditionOn(database, wanted)])
  const from = `FROM audience v CROSS JOIN statements s ON s.seq = v.seq WHERE v.scope = ? AND ${condition.sql}`
  const one = `SELECT s.id AS id, v.published_at AS at, v.seq AS seq, s.number AS number ${from}`
  const values = scopesOf(wanted.viewer).flatMap((scope) => [scope, ...condition.values])
  const all = `${one} UNION ALL ${one}`
  const order = 'ORDER BY at DESC, seq DESC, number LIMIT ? OFFSET ?'
  return {
    rows: database.all(`${all} ${order}`, ...values, window.limit, window.offset),
    ...countRows(database, { sql: all, values }, readFor(window)),
  }
}
