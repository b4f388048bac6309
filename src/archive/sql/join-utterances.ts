import { sameWords, spokenWords, wordPrints } from '../same-words.ts'
import { compareAudiences } from '../scopes.ts'
import { hiddenAmong, scopesOfArticle, scopesOfArticles, seenByAll } from './audience.ts'
import { number, onlyNumber } from './columns.ts'
import { always, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import { piecesOf } from './pieces.ts'
import { type Spoken, spokenIn } from './utterances.ts'

/** Statements compared with a new one: the newest that share one of its prints, those that share most first. */
const newestOfPrint = 20
const maxCompared = 8

/**
 * Finds the words of articles' statements in other articles, and notes that they are one utterance: what somebody said,
 * whoever reports it. To be called after the articles' audience is written, and again when that changes: a statement joins
 * only through articles that all who see it see too, so that nothing hidden makes two statements one before anybody's
 * eyes; what fewer see follows it.
 * @param seqs several only if they are new: each is held against those before it, never after it
 */
export function joinUtterances(database: Database, seqs: readonly number[]): void {
  const these = database.among('seq', seqs)
  const sql = `UPDATE statements SET utterance = NULL WHERE utterance IS NOT NULL AND ${these.sql}`
  database.run(sql, ...these.values)
  const compared = comparedWith(database, soughtIn(database, seqs))
  const words = wordsOf(
    database,
    compared.flatMap(({ wider, others }) => [...wider, ...others]),
  )
  for (const { sought, wider, others } of compared) {
    const [same] = closest(sought, wider, words)
    if (same !== undefined) shareUtterance(database, same, sought.id)
    for (const other of closest(sought, others, words))
      if (isNarrower(database, other, sought)) shareUtterance(database, sought.id, other)
  }
}

/** A statement whose words are looked for. */
interface Sought extends Spoken {
  /** Statements from this id on are of articles that came later. */
  readonly end: number
  readonly scopes: readonly string[]
  readonly prints: readonly number[]
}

function soughtIn(database: Database, seqs: readonly number[]): readonly Sought[] {
  const spoken = spokenIn(database, seqs)
  const scopes = scopesOfArticles(database, seqs)
  const ends = new Map(
    seqs.map((seq) => [seq, spoken.find((other) => other.seq > seq)?.id ?? Number.MAX_SAFE_INTEGER]),
  )
  return spoken.map((one) => ({
    ...one,
    end: ends.get(one.seq) ?? one.id,
    scopes: scopes.get(one.seq) ?? [],
    prints: wordPrints(one.words),
  }))
}

/** A statement, and those that it is compared with. */
interface Compared {
  readonly sought: Sought
  /** All who see the sought one see these too. */
  readonly wider: readonly number[]
  /** Others that may be seen by fewer. Empty where none is hidden from any who see the sought one. */
  readonly others: readonly number[]
}

function comparedWith(database: Database, all: readonly Sought[]): readonly Compared[] {
  const shared = sharing(database, all, always)
  const pairs = all.map((sought, index) => ({ sought, ids: shared[index] ?? [] }))
  // Of one audience mostly.
  const groups = Map.groupBy(pairs, ({ sought }) => sought.scopes.join(' '))
  const hidden = new Set(
    [...groups.values()].flatMap((group) => {
      const seen = seenByAll(database, 's.seq', group[0]?.sought.scopes ?? [])
      const ids = group.flatMap((pair) => pair.ids)
      return hiddenAmong(database, { from: 'statements s', column: 's.id', ids }, seen)
    }),
  )
  return pairs.map(({ sought, ids }) => {
    const others = ids.slice(0, maxCompared)
    if (!ids.some((id) => hidden.has(id))) return { sought, wider: others, others: [] }
    // Looked up again where some are hidden: they take no place from the others.
    const [seen = []] = sharing(database, [sought], seenByAll(database, 's.seq', sought.scopes))
    return { sought, wider: seen.slice(0, maxCompared), others }
  })
}

/** For each, the statements that share a print, those that share most first; of the own article only earlier ones. */
function sharing(
  database: Database,
  all: readonly Sought[],
  { sql, values }: Condition,
): readonly (readonly number[])[] {
  const asked = all.flatMap((sought, index) => sought.prints.map((print) => ({ index, print, sought })))
  const found = database.each(
    `SELECT p.statement FROM statement_prints p JOIN statements s ON s.id = p.statement
     WHERE p.print = ? AND p.statement < ? AND (s.seq <> ? OR p.statement < ?) AND ${sql}
     ORDER BY p.statement DESC LIMIT ?`,
    asked.map(({ print, sought: { end, seq, id } }) => [print, end, seq, id, ...values, newestOfPrint]),
  )
  const counts = all.map(() => new Map<number, number>())
  for (const [place, { index }] of asked.entries()) {
    const shared = counts[index]
    for (const row of found[place] ?? []) {
      const other = number(row, 'statement')
      shared?.set(other, (shared.get(other) ?? 0) + 1)
    }
  }
  return counts.map((shared) =>
    [...shared].sort(([, first], [, second]) => second - first).map(([other]) => other),
  )
}

function wordsOf(database: Database, statements: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const these = database.among('statement', [...new Set(statements)])
  const sql = `SELECT statement, pieces FROM statement_bodies WHERE ${these.sql}`
  const rows = database.all(sql, ...these.values)
  return new Map(rows.map((row) => [number(row, 'statement'), spokenWords(piecesOf(row))]))
}

/** Of these, those that hold most of the words or are held by them, the closest first. */
function closest(
  { words }: Sought,
  others: readonly number[],
  theirs: ReadonlyMap<number, readonly string[]>,
): readonly number[] {
  return others
    .map((other) => ({ other, sameness: sameWords(words, theirs.get(other) ?? []) }))
    .filter(({ sameness }) => sameness > 0)
    .sort((a, b) => b.sameness - a.sameness || a.other - b.other)
    .map(({ other }) => other)
}

function isNarrower(database: Database, statement: number, { scopes }: Sought): boolean {
  const row = database.first('SELECT seq FROM statements WHERE id = ?', statement)
  return compareAudiences(scopesOfArticle(database, onlyNumber(row)), scopes) === 'narrower'
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
