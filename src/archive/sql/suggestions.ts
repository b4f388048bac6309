import type { Archive } from '../archive.ts'
import type { Head } from '../article-lists.ts'
import { foldedWords } from '../fold.ts'
import { samePerson } from '../person-names.ts'
import { scopesOf } from '../scopes.ts'
import type { Viewer } from '../viewer.ts'
import { headsOf } from './article-rows.ts'
import { text } from './columns.ts'
import { always, type Condition } from './condition.ts'
import type { Database } from './database.ts'
import { type Listed, newestRows } from './newest-articles.ts'
import { speakersCalled } from './speaker-names.ts'
import { bearerOf } from './surnames.ts'

type SuggestionMethods = Pick<Archive, 'suggestArticles' | 'suggestSpeakers' | 'suggestPublishers'>

/** What autocomplete asks. */
export function suggestionMethods(database: Database): SuggestionMethods {
  return {
    suggestArticles: (typed, viewer, limit) =>
      database.read(() => suggestArticles(database, foldedWords(typed), { viewer, limit })),
    suggestSpeakers: (typed, viewer, limit) =>
      database.read(() => suggestSpeakers(database, foldedWords(typed), { viewer, limit })),
    suggestPublishers: (typed, viewer, limit) =>
      database.read(() => suggestPublishers(database, foldedWords(typed), { viewer, limit })),
  }
}

/** Forms of one person's name among the suggestions: "Rubio", "Marco A. Rubio". */
const namesOfOne = 2

interface Wanted {
  readonly viewer: Viewer
  readonly limit: number
}

function suggestArticles(
  database: Database,
  words: readonly string[],
  { viewer, limit }: Wanted,
): readonly Head[] {
  const listed: Listed = {
    viewer,
    condition: always,
    ...(words.length > 0 && { words: { table: 'title_words', sought: { beginnings: words } } }),
  }
  return headsOf(database, newestRows(database, listed, { offset: 0, limit }))
}

function suggestSpeakers(
  database: Database,
  words: readonly string[],
  { viewer, limit }: Wanted,
): readonly string[] {
  const [first, second] = scopesOf(viewer)
  const candidates =
    words.length > 0
      ? called(database, words)
      : mostQuoted({ scope: first, ownScope: second, limit: limit * namesOfOne })
  const rows = database.all(
    `SELECT p.name FROM speaker_tallies t JOIN speakers p ON p.id = t.speaker
     WHERE t.scope IN (?, ?) AND ${candidates.sql}
     GROUP BY t.speaker, p.name ORDER BY SUM(t.statements) DESC, p.name LIMIT ?`,
    first,
    second,
    ...candidates.values,
    limit * namesOfOne,
  )
  const full = rows
    .map((row) => text(row, 'name'))
    .map((name) => bearerOf(database, name, [first, second]) ?? name)
  return oneOfEach(full).slice(0, limit)
}

/** Each person once, by the name that comes first. */
function oneOfEach(names: readonly string[]): readonly string[] {
  return names.filter(
    (name, index) => !names.slice(0, index).some((earlier) => earlier === name || samePerson(earlier, name)),
  )
}

function called(database: Database, words: readonly string[]): Condition {
  return database.among('t.speaker', speakersCalled(database, words))
}

/** Whoever is not among the first of the open scope can only come to the top by the server's own. */
function mostQuoted({ scope, ownScope, limit }: { scope: string; ownScope: string; limit: number }) {
  return {
    sql: `t.speaker IN (SELECT speaker FROM (
        SELECT speaker FROM speaker_tallies WHERE scope = ? ORDER BY statements DESC, speaker LIMIT ?
      ) AS most UNION SELECT speaker FROM speaker_tallies WHERE scope = ?)`,
    values: [scope, limit, ownScope],
  }
}

/** Publishers are few: their names are compared here, one by one. Shown as the newest article writes it. */
function suggestPublishers(
  database: Database,
  words: readonly string[],
  { viewer, limit }: Wanted,
): readonly string[] {
  const scopes = scopesOf(viewer)
  return database
    .all(
      `SELECT publisher_key FROM publisher_tallies WHERE scope IN (?, ?) AND publisher_key <> ''
       GROUP BY publisher_key ORDER BY SUM(articles) DESC, publisher_key`,
      ...scopes,
    )
    .map((row) => text(row, 'publisher_key'))
    .filter((key) => words.every((word) => foldedWords(key).some((own) => own.startsWith(word))))
    .slice(0, limit)
    .map((key) => nameOfPublisher(database, key, scopes))
}

function nameOfPublisher(database: Database, key: string, scopes: readonly [string, string]): string {
  const row = database.first(
    `SELECT a.publisher FROM audience v JOIN articles a ON a.seq = v.seq
     WHERE v.scope IN (?, ?) AND v.publisher_key = ? ORDER BY v.published_at DESC, v.seq DESC LIMIT 1`,
    ...scopes,
    key,
  )
  return row ? text(row, 'publisher') : key
}
