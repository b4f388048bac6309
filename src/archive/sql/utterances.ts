import { dropAbsent } from '../drop-absent.ts'
import { sameWords, spokenWords, wordPrints } from '../same-words.ts'
import { scopesOf } from '../scopes.ts'
import type { StatementRow } from '../statement-rows.ts'
import type { Carrier, Carriers } from '../statements.ts'
import type { Viewer } from '../viewer.ts'
import { headOf } from './article-rows.ts'
import { number, optionalText } from './columns.ts'
import type { Database } from './database.ts'
import { piecesOf } from './pieces.ts'
import type { Row } from './row.ts'

/** Statements compared with a new one: the newest that share one of its prints, those that share most first. */
const newestOfPrint = 20
const maxCompared = 8
/** Articles named beside the one that is shown. */
const maxCarriers = 10

/**
 * Finds the statement's words in other articles, and notes that they are one utterance: what somebody said, whoever
 * reports it. What is only reported, without marks, has no words of its own.
 */
export function joinUtterance(database: Database, id: number, { kind, pieces }: StatementRow): void {
  const words = kind === 'indirect' ? [] : spokenWords(pieces)
  const prints = wordPrints(words)
  const same = closest(database, words, prints)
  for (const print of prints)
    database.run('INSERT INTO statement_prints (print, statement) VALUES (?, ?)', print, id)
  if (same === undefined) return
  // The first two give the utterance the id of the first; it stays when that is gone.
  database.run('UPDATE statements SET utterance = id WHERE id = ? AND utterance IS NULL', same)
  database.run(
    'UPDATE statements SET utterance = (SELECT utterance FROM statements WHERE id = ?) WHERE id = ?',
    same,
    id,
  )
}

/** Deletes what `joinUtterance` wrote for an article's statements, which are about to be deleted. */
export function leaveUtterances(database: Database, seq: number): void {
  const rows = database.all(
    `SELECT s.id, b.pieces FROM statements s JOIN statement_bodies b ON b.statement = s.id
     WHERE s.seq = ? AND s.kind <> 'indirect'`,
    seq,
  )
  for (const row of rows) {
    for (const print of wordPrints(spokenWords(piecesOf(row)))) {
      database.run('DELETE FROM statement_prints WHERE print = ? AND statement = ?', print, number(row, 'id'))
    }
  }
}

/** The statement that holds most of the words, or is held by them. */
function closest(
  database: Database,
  words: readonly string[],
  prints: readonly number[],
): number | undefined {
  const shared = new Map<number, number>()
  for (const print of prints) {
    const rows = database.all(
      'SELECT statement FROM statement_prints WHERE print = ? ORDER BY statement DESC LIMIT ?',
      print,
      newestOfPrint,
    )
    for (const row of rows)
      shared.set(number(row, 'statement'), (shared.get(number(row, 'statement')) ?? 0) + 1)
  }
  const [best] = [...shared]
    .sort(([, first], [, second]) => second - first)
    .slice(0, maxCompared)
    .map(([id]) => ({ id, sameness: sameWords(words, wordsOf(database, id)) }))
    .filter(({ sameness }) => sameness > 0)
    .sort((a, b) => b.sameness - a.sameness || a.id - b.id)
  return best?.id
}

function wordsOf(database: Database, id: number): readonly string[] {
  const row = database.first('SELECT pieces FROM statement_bodies WHERE statement = ?', id)
  return row ? spokenWords(piecesOf(row)) : []
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
