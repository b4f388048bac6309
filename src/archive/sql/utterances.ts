import { dropAbsent } from '../drop-absent.ts'
import { spokenWords, wordPrints } from '../same-words.ts'
import { scopesOf } from '../scopes.ts'
import type { StatementRow } from '../statement-rows.ts'
import type { Carrier, Carriers } from '../statements.ts'
import type { Viewer } from '../viewer.ts'
import { headOf } from './article-rows.ts'
import { number, optionalText } from './columns.ts'
import type { Database } from './database.ts'
import { piecesOf } from './pieces.ts'
import type { Row } from './row.ts'

/** Articles named beside the one that is shown. */
const maxCarriers = 10

/** Notes by which statements are found when another article carries their words. What is only reported has no words of its own. */
export function writePrints(
  database: Database,
  statements: readonly { readonly id: number; readonly row: StatementRow }[],
): void {
  const prints = statements.flatMap(({ id, row }) => wordPrints(ownWords(row)).map((print) => [print, id]))
  database.runEach('INSERT INTO statement_prints (print, statement) VALUES (?, ?)', prints)
}

/** A statement that has words of its own. */
export interface Spoken {
  readonly id: number
  readonly seq: number
  readonly words: readonly string[]
}

/** The statements of articles that have words of their own, in the order in which they were written. */
export function spokenIn(database: Database, seqs: readonly number[]): readonly Spoken[] {
  const these = database.among('s.seq', seqs)
  const rows = database.all(
    `SELECT s.id, s.seq, b.pieces FROM statements s JOIN statement_bodies b ON b.statement = s.id
     WHERE ${these.sql} AND s.kind <> 'indirect' ORDER BY s.id`,
    ...these.values,
  )
  return rows.map((row) => ({
    id: number(row, 'id'),
    seq: number(row, 'seq'),
    words: spokenWords(piecesOf(row)),
  }))
}

function ownWords({ kind, pieces }: Pick<StatementRow, 'kind' | 'pieces'>): readonly string[] {
  return kind === 'indirect' ? [] : spokenWords(pieces)
}

/** Deletes what `writePrints` wrote for an article's statements, which are about to be deleted. */
export function leaveUtterances(database: Database, seq: number): void {
  for (const { id, words } of spokenIn(database, [seq])) {
    for (const print of wordPrints(words)) {
      database.run('DELETE FROM statement_prints WHERE print = ? AND statement = ?', print, id)
    }
  }
}

/** The other articles in which the viewer finds the same words, the first to carry them first; undefined if none. */
export function carriersOf(database: Database, statement: Row, viewer: Viewer): Carriers | undefined {
  if (statement.utterance === null) return undefined
  const from = `FROM statements s JOIN audience v ON v.seq = s.seq
    WHERE s.utterance = ? AND v.scope IN (?, ?) AND s.seq <> ?`
  const values = [number(statement, 'utterance'), ...scopesOf(viewer), number(statement, 'seq')]
  const rows = database.all(
    `SELECT s.seq, MIN(s.id) AS id ${from} GROUP BY s.seq, s.published_at ORDER BY s.published_at, s.seq LIMIT ?`,
    ...values,
    maxCarriers,
  )
  if (rows.length === 0) return undefined
  const count = database.first(`SELECT COUNT(DISTINCT s.seq) AS total ${from}`, ...values)
  return { first: rows.map((row) => carrierFrom(database, row)), total: number(count ?? {}, 'total') }
}

function carrierFrom(database: Database, row: Row): Carrier {
  const said = database.first(
    `SELECT s.confidence, p.name FROM statements s LEFT JOIN speakers p ON p.id = s.speaker WHERE s.id = ?`,
    number(row, 'id'),
  )
  const name = said && optionalText(said, 'name')
  return dropAbsent({
    article: headOf(database, number(row, 'seq')),
    speaker: said && name !== undefined ? { name, confidence: number(said, 'confidence') } : undefined,
  })
}
