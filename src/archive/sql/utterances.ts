import { dropAbsent } from '../drop-absent.ts'
import { sameWords, spokenWords, wordPrints } from '../same-words.ts'
import { type Audience, compareAudiences, scopesOf } from '../scopes.ts'
import type { StatementRow } from '../statement-rows.ts'
import type { Carrier, Carriers } from '../statements.ts'
import type { Viewer } from '../viewer.ts'
import { headOf } from './article-rows.ts'
import { areAll, scopesOfArticle, seenByAll } from './audience.ts'
import { number, onlyNumber, optionalText } from './columns.ts'
import { always, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import { piecesOf } from './pieces.ts'
import type { Row } from './row.ts'

/** Statements compared with a new one: the newest that share one of its prints, those that share most first. */
const newestOfPrint = 20
const maxCompared = 8
/** Articles named beside the one that is shown. */
const maxCarriers = 10

/**
 * Notes by which statements are found when another article carries their words. What is only reported has no words of its own.
 * @param ids of the statements by their numbers
 */
export function writePrints(
  database: Database,
  ids: ReadonlyMap<number, number>,
  rows: readonly StatementRow[],
): void {
  const prints = rows.flatMap((row) => wordPrints(ownWords(row)).map((print) => [print, ids.get(row.number)]))
  database.runEach('INSERT INTO statement_prints (print, statement) VALUES (?, ?)', prints)
}

/**
 * Finds the words of an article's statements in other articles, and notes that they are one utterance: what somebody said,
 * whoever reports it. To be called after the article's audience is written, and again when that changes: a statement joins
 * only through articles that all who see it see too, so that nothing hidden makes two statements one before anybody's
 * eyes; what fewer see follows it.
 */
export function joinUtterances(database: Database, seq: number): void {
  database.run('UPDATE statements SET utterance = NULL WHERE seq = ?', seq)
  const scopes = scopesOfArticle(database, seq)
  for (const { id, words } of spokenIn(database, seq))
    joinUtterance(database, { id, seq, scopes, words, prints: wordPrints(words) })
}

/** An article's statements that have words of their own, in reading order. */
function spokenIn(
  database: Database,
  seq: number,
): readonly { readonly id: number; readonly words: readonly string[] }[] {
  const rows = database.all(
    `SELECT s.id, b.pieces FROM statements s JOIN statement_bodies b ON b.statement = s.id
     WHERE s.seq = ? AND s.kind <> 'indirect' ORDER BY s.id`,
    seq,
  )
  return rows.map((row) => ({ id: number(row, 'id'), words: spokenWords(piecesOf(row)) }))
}

/** A statement whose words are looked for. */
interface Sought {
  readonly id: number
  readonly seq: number
  readonly scopes: readonly string[]
  readonly words: readonly string[]
  readonly prints: readonly number[]
}

function joinUtterance(database: Database, sought: Sought): void {
  const { id, scopes } = sought
  const all = sharing(database, sought, always)
  const seen = seenByAll(database, 's.seq', scopes)
  const areSeen = areAll(database, { from: 'statements s', column: 's.id', ids: all }, seen)
  // Looked up again where some are hidden: they take no place from the others.
  const [same] = closest(database, sought, areSeen ? all : sharing(database, sought, seen))
  if (same !== undefined) shareUtterance(database, same, id)
  if (areSeen) return
  for (const other of closest(database, sought, all))
    if (audienceOf(database, other, scopes) === 'narrower') shareUtterance(database, id, other)
}

function audienceOf(database: Database, statement: number, scopes: readonly string[]): Audience {
  const row = database.first('SELECT seq FROM statements WHERE id = ?', statement)
  return compareAudiences(scopesOfArticle(database, onlyNumber(row)), scopes)
}

/** Gives the second statement the utterance of the first, and both a new one where that has none. */
function shareUtterance(database: Database, first: number, second: number): void {
  database.run(
    `UPDATE statements SET utterance =
       (SELECT COALESCE(MAX(u.utterance), 0) + 1 FROM statements u WHERE u.utterance IS NOT NULL)
     WHERE id = ? AND utterance IS NULL`,
    first,
  )
  database.run(
    'UPDATE statements SET utterance = (SELECT u.utterance FROM statements u WHERE u.id = ?) WHERE id = ?',
    first,
    second,
  )
}

function ownWords({ kind, pieces }: Pick<StatementRow, 'kind' | 'pieces'>): readonly string[] {
  return kind === 'indirect' ? [] : spokenWords(pieces)
}

/** Deletes what `writePrints` wrote for an article's statements, which are about to be deleted. */
export function leaveUtterances(database: Database, seq: number): void {
  for (const { id, words } of spokenIn(database, seq)) {
    for (const print of wordPrints(words)) {
      database.run('DELETE FROM statement_prints WHERE print = ? AND statement = ?', print, id)
    }
  }
}

/** Statements that share a print, those that share most first; of the own article only earlier ones. */
function sharing(
  database: Database,
  { id, seq, prints }: Sought,
  { sql, values }: Condition,
): readonly number[] {
  const shared = new Map<number, number>()
  const found = database.each(
    `SELECT p.statement FROM statement_prints p JOIN statements s ON s.id = p.statement
     WHERE p.print = ? AND (s.seq <> ? OR p.statement < ?) AND ${sql} ORDER BY p.statement DESC LIMIT ?`,
    prints.map((print) => [print, seq, id, ...values, newestOfPrint]),
  )
  for (const row of found.flat())
    shared.set(number(row, 'statement'), (shared.get(number(row, 'statement')) ?? 0) + 1)
  return [...shared].sort(([, first], [, second]) => second - first).map(([other]) => other)
}

/** Of the first of these, those that hold most of the words or are held by them, the closest first. */
function closest(database: Database, { words }: Sought, shared: readonly number[]): readonly number[] {
  const compared = shared.slice(0, maxCompared)
  const theirs = database.each(
    'SELECT pieces FROM statement_bodies WHERE statement = ?',
    compared.map((other) => [other]),
  )
  return compared
    .map((other, index) => ({ other, sameness: sameWords(words, wordsOf(theirs[index])) }))
    .filter(({ sameness }) => sameness > 0)
    .sort((a, b) => b.sameness - a.sameness || a.other - b.other)
    .map(({ other }) => other)
}

function wordsOf(bodies: readonly Row[] = []): readonly string[] {
  return bodies.flatMap((row) => spokenWords(piecesOf(row)))
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
