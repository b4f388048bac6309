import type { Archive } from '../archive.ts'
import type { Window } from '../article-lists.ts'
import { scopesOf } from '../scopes.ts'
import type { Viewer } from '../viewer.ts'
import { isSuggested, isSuggestible, type LikeWord, type WrittenWord, wordPieces } from '../vocabulary.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import type { Row } from './row.ts'
import { anywhere } from './word-index.ts'

/** Articles of a word are counted no further: beyond that it is simply common. */
const mostCounted = 100
/** Words that look alike are looked at so many at a time for each that is wanted: some stand in articles of others alone. */
const spare = 3
/** Words that are looked at in all: beyond these, none is much alike. */
const mostLooked = 2_000

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
  const stems = stemsByWord(words)
  const before = knownAmong(database, [...stems.keys()])
  const known = new Set(before.map((row) => text(row, 'word')))
  const fresh = [...stems].filter(([word]) => !known.has(word)).map(([word, [stem]]) => [word, stem])
  const added = database.insertEach(
    'INSERT INTO vocabulary (word, stem) VALUES (?, ?) RETURNING id, word, stem',
    fresh,
  )
  database.runEach(
    'INSERT INTO word_pieces (piece, word, pieces) VALUES (?, ?, ?)',
    added.flatMap((row) => piecesOf(number(row, 'id'), text(row, 'word'))),
  )
  writeFurtherStems(database, [...before, ...added], stems)
}

/** Different words with their different stems, each in the order in which they come. */
function stemsByWord(words: readonly WrittenWord[]): ReadonlyMap<string, readonly string[]> {
  const byWord = Map.groupBy(
    words.filter(({ word }) => isSuggested(word)),
    ({ word }) => word,
  )
  return new Map([...byWord].map(([word, same]) => [word, [...new Set(same.map(({ stem }) => stem))]]))
}

function knownAmong(database: Database, words: readonly string[]): readonly Row[] {
  const { sql, values } = database.among('word', words)
  return database.all(`SELECT id, word, stem FROM vocabulary WHERE ${sql}`, ...values)
}

/** Words that are known by another stem: from articles in another language. */
function writeFurtherStems(
  database: Database,
  rows: readonly Row[],
  stems: ReadonlyMap<string, readonly string[]>,
): void {
  const further = rows.flatMap((row) => {
    const others = (stems.get(text(row, 'word')) ?? []).filter((stem) => stem !== row.stem)
    return others.map((stem) => [number(row, 'id'), stem])
  })
  database.runEach('INSERT INTO further_stems (word, stem) VALUES (?, ?) ON CONFLICT DO NOTHING', further)
}

function piecesOf(id: number, word: string): readonly (readonly [string, number, number])[] {
  const pieces = wordPieces(word)
  return pieces.map((piece) => [piece, id, pieces.length] as const)
}

/** Alike by Dice's measure: twice the pieces that two words share, of all that both have. */
function wordsLike(
  database: Database,
  word: string,
  { viewer, limit }: { readonly viewer: Viewer; readonly limit: number },
): readonly LikeWord[] {
  if (!isSuggestible(word)) return []
  const found: LikeWord[] = []
  const stride = limit * spare
  for (let offset = 0; offset < mostLooked && found.length < limit; offset += stride) {
    const rows = mostAlike(database, word, { offset, limit: stride })
    const further = furtherStems(database, rows)
    for (const row of rows) {
      const stems = [row, ...(further.get(number(row, 'id')) ?? [])].map((one) => text(one, 'stem'))
      found.push(...withArticles(database, { word: text(row, 'word'), stems }, viewer))
    }
    if (rows.length < stride) break
  }
  return found.slice(0, limit)
}

/** Of words that are alike in the same way the first in the alphabet: which of them came first says what others have read. */
function mostAlike(database: Database, word: string, { offset, limit }: Window): readonly Row[] {
  const pieces = wordPieces(word)
  const shared = database.among('piece', pieces)
  return database.all(
    `SELECT w.id, w.word, w.stem FROM (
       SELECT word AS id, COUNT(*) * 2.0 / (MAX(pieces) + ${pieces.length}) AS likeness
       FROM word_pieces WHERE ${shared.sql} GROUP BY word
     ) found JOIN vocabulary w ON w.id = found.id ORDER BY found.likeness DESC, w.word LIMIT ? OFFSET ?`,
    ...shared.values,
    limit,
    offset,
  )
}

/** By word, the stems that it has in other languages than the one in which it came first. */
function furtherStems(database: Database, words: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const ids = words.map((row) => number(row, 'id'))
  const { sql, values } = database.among('word', ids)
  const rows = database.all(`SELECT word, stem FROM further_stems WHERE ${sql}`, ...values)
  return Map.groupBy(rows, (row) => number(row, 'word'))
}

/** A word with the stem that it has in each language, those that the viewer finds. */
function withArticles(
  database: Database,
  { word, stems }: { readonly word: string; readonly stems: readonly string[] },
  viewer: Viewer,
): readonly LikeWord[] {
  return stems
    .toSorted()
    .map((stem) => ({ word, stem, articles: articlesWith(database, stem, scopesOf(viewer)) }))
    .filter(({ articles }) => articles > 0)
}

function articlesWith(database: Database, stem: string, scopes: readonly [string, string]): number {
  const held = database.words.articles({ all: [[[stem]]], none: [] }, anywhere)
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
