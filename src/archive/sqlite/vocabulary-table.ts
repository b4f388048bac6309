import type { Archive, Viewer } from '../archive.ts'
import { scopesOf } from '../scopes.ts'
import { isSpelled, type LikeWord, type WrittenWord, wordPieces } from '../vocabulary.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { anyMatch, ftsText, phraseMatch } from './fts-query.ts'

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
 * Remembers words as they are written. They are never forgotten: whether an article that somebody sees still holds one is
 * asked when it is suggested.
 */
export function writeVocabulary(database: Database, words: readonly WrittenWord[]): void {
  for (const { word, stem } of words) {
    if (!isSpelled(word)) continue
    const { changes, lastId } = database.run(
      'INSERT OR IGNORE INTO vocabulary (word, stem) VALUES (?, ?)',
      word,
      stem,
    )
    if (changes > 0)
      database.run('INSERT INTO word_pieces (rowid, pieces) VALUES (?, ?)', lastId, ftsText(wordPieces(word)))
  }
}

function wordsLike(
  database: Database,
  word: string,
  { viewer, limit }: { readonly viewer: Viewer; readonly limit: number },
): readonly LikeWord[] {
  if (!isSpelled(word)) return []
  const rows = database.all(
    `SELECT w.word, w.stem FROM (
       SELECT rowid AS id, bm25(word_pieces) AS rank FROM word_pieces WHERE word_pieces MATCH ?
       ORDER BY rank LIMIT ?
     ) found JOIN vocabulary w ON w.id = found.id ORDER BY found.rank, w.id`,
    anyMatch(wordPieces(word).map((piece) => [piece])),
    limit * spare,
  )
  return rows
    .map((row) => {
      const stem = text(row, 'stem')
      return { word: text(row, 'word'), stem, articles: articlesWith(database, stem, scopesOf(viewer)) }
    })
    .filter(({ articles }) => articles > 0)
    .slice(0, limit)
}

function articlesWith(database: Database, stem: string, scopes: readonly [string, string]): number {
  const row = database.first(
    `SELECT COUNT(*) AS articles FROM (
       SELECT 1 FROM article_words CROSS JOIN audience v ON v.seq = article_words.rowid
       WHERE article_words MATCH ? AND v.scope IN (?, ?) LIMIT ?
     )`,
    phraseMatch([stem]),
    ...scopes,
    mostCounted,
  )
  return number(row ?? {}, 'articles')
}
