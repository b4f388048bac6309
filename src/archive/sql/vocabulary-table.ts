import type { Archive } from '../archive.ts'
import { scopesOf } from '../scopes.ts'
import type { Viewer } from '../viewer.ts'
import { isSuggested, isSuggestible, type LikeWord, type WrittenWord, wordPieces } from '../vocabulary.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'

/** Articles of a word are counted no further: beyond that it is simply common. */
const mostCounted = 100
/** Of words that look alike, so many are asked for for each that is wanted: some stand in articles of others alone. */
const spare = 3

/** Suggestions of spelling. */
export function vocabularyMethods(database: Database): Pick<Archive, 'wordsLike'> {
  return {
    wordsLike: (word, viewer, limit) => database.read(() => wordsLike(database, word, { viewer, limit })),
  }
}

/**
 * Remembers words as they are written, with their stem in each language that has them. They are never forgotten: whether an article that somebody sees still holds one is
 * asked when it is suggested.
 */
export function writeVocabulary(database: Database, words: readonly WrittenWord[]): void {
  const spelled = new Map(words.filter(({ word }) => isSuggested(word)).map(({ word, stem }) => [word, stem]))
  const known = knownAmong(database, [...spelled.keys()])
  for (const [word, stem] of spelled) {
    const before = known.get(word)
    if (before === undefined) {
      const sql = 'INSERT INTO vocabulary (word, stem) VALUES (?, ?) RETURNING id'
      writePieces(database, database.insert(sql, word, stem), word)
    } else if (before.stem !== stem) writeFurtherStem(database, before.id, stem)
  }
}

/** A word that is known, with the stem under which it came first. */
interface Known {
  readonly id: number
  readonly stem: string
}

function knownAmong(database: Database, words: readonly string[]): ReadonlyMap<string, Known> {
  const { sql, values } = database.among('word', words)
  const rows = database.all(`SELECT id, word, stem FROM vocabulary WHERE ${sql}`, ...values)
  return new Map(rows.map((row) => [text(row, 'word'), { id: number(row, 'id'), stem: text(row, 'stem') }]))
}

/** The word is known from an article in another language. */
function writeFurtherStem(database: Database, word: number, stem: string): void {
  database.run('INSERT INTO further_stems (word, stem) VALUES (?, ?) ON CONFLICT DO NOTHING', word, stem)
}

function writePieces(database: Database, id: number, word: string): void {
  const pieces = wordPieces(word)
  for (const piece of pieces)
    database.run('INSERT INTO word_pieces (piece, word, pieces) VALUES (?, ?, ?)', piece, id, pieces.length)
}

/** Alike by Dice's measure: twice the pieces that two words share, of all that both have. */
function wordsLike(
  database: Database,
  word: string,
  { viewer, limit }: { readonly viewer: Viewer; readonly limit: number },
): readonly LikeWord[] {
  if (!isSuggestible(word)) return []
  const pieces = wordPieces(word)
  const shared = database.among('piece', pieces)
  const rows = database.all(
    `SELECT w.id, w.word, w.stem FROM (
       SELECT word AS id, COUNT(*) * 2.0 / (MAX(pieces) + ${pieces.length}) AS likeness
       FROM word_pieces WHERE ${shared.sql} GROUP BY word ORDER BY likeness DESC, id LIMIT ?
     ) found JOIN vocabulary w ON w.id = found.id ORDER BY found.likeness DESC, w.id`,
    ...shared.values,
    limit * spare,
  )
  const further = furtherStems(
    database,
    rows.map((row) => number(row, 'id')),
  )
  return rows
    .flatMap((row) =>
      [text(row, 'stem'), ...(further.get(number(row, 'id')) ?? [])].map((stem) => ({
        word: text(row, 'word'),
        stem,
      })),
    )
    .map((written) => ({ ...written, articles: articlesWith(database, written.stem, scopesOf(viewer)) }))
    .filter(({ articles }) => articles > 0)
    .slice(0, limit)
}

/** The stems that words have in further languages, by the words' ids. */
function furtherStems(database: Database, words: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const { sql, values } = database.among('word', words)
  const rows = database.all(
    `SELECT word, stem FROM further_stems WHERE ${sql} ORDER BY word, stem`,
    ...values,
  )
  const stems = new Map<number, string[]>()
  for (const row of rows) {
    const word = number(row, 'word')
    stems.set(word, [...(stems.get(word) ?? []), text(row, 'stem')])
  }
  return stems
}

function articlesWith(database: Database, stem: string, scopes: readonly [string, string]): number {
  const held = database.words.rank({ all: [[[stem]]], none: [] }, {})
  const row = database.first(
    `SELECT COUNT(*) AS articles FROM (
       SELECT 1 AS one FROM (${held.sql}) held CROSS JOIN audience v ON v.seq = held.id
       WHERE v.scope IN (?, ?) LIMIT ?
     ) counted`,
    ...held.values,
    ...scopes,
    mostCounted,
  )
  return number(row ?? {}, 'articles')
}
