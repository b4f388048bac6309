import type { Entry } from '../entry.ts'
import { foldedWords } from '../fold.ts'
import { type StatementRow, statementRows } from '../statement-rows.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import type { Row } from './row.ts'
import { writeSubjects } from './subjects-table.ts'
import { writeSurnames } from './surnames.ts'
import { leaveUtterances, writePrints } from './utterances.ts'
import { writeVocabulary } from './vocabulary-table.ts'

/** Writes what an article is found by: its words, its title's words, its statements, its people's surnames and what it is about. */
export function writeIndex(database: Database, seq: number, entry: Entry): void {
  const { article, analysis, terms } = entry
  const { title, standfirst, text } = terms
  database.words.add('article_words', seq, { title, standfirst, text })
  database.words.add('title_words', seq, { words: foldedWords(article.title) })
  const rows = statementRows(article.text, analysis)
  const ids = writeStatements(database, { seq, publishedAt: article.publishedAt }, rows)
  for (const row of rows) {
    const id = ids.get(row.number) ?? 0
    database.words.add('statement_words', id, { words: terms.statements[row.number] ?? [], title })
  }
  writeStatementBodies(database, ids, rows)
  writePrints(database, ids, rows)
  writeSurnames(database, seq, analysis)
  writeSubjects(database, seq, analysis)
  writeVocabulary(database, terms.words)
}

/** Deletes what `writeIndex` wrote. */
export function eraseIndex(database: Database, seq: number): void {
  database.words.remove('article_words', seq)
  database.words.remove('title_words', seq)
  for (const row of database.all('SELECT id FROM statements WHERE seq = ?', seq)) {
    database.words.remove('statement_words', number(row, 'id'))
  }
  leaveUtterances(database, seq)
  database.run('DELETE FROM statements WHERE seq = ?', seq)
  database.run('DELETE FROM surnames WHERE seq = ?', seq)
  database.run('DELETE FROM subjects WHERE seq = ?', seq)
}

/** @returns the id of each, by its number */
function writeStatements(
  database: Database,
  article: { readonly seq: number; readonly publishedAt: number },
  rows: readonly StatementRow[],
): ReadonlyMap<number, number> {
  const speakers = speakerIds(
    database,
    rows.flatMap(({ speaker }) => speaker?.name ?? []),
  )
  const written = database.insertEach(
    `INSERT INTO statements (seq, number, published_at, kind, speaker, confidence)
     VALUES (?, ?, ?, ?, ?, ?) RETURNING number, id`,
    rows.map(({ number, kind, speaker }) => {
      const who = speaker && speakers.get(speaker.name)
      return [article.seq, number, article.publishedAt, kind, who, speaker?.confidence]
    }),
  )
  return new Map(written.map((row) => [number(row, 'number'), number(row, 'id')]))
}

function writeStatementBodies(
  database: Database,
  ids: ReadonlyMap<number, number>,
  rows: readonly StatementRow[],
): void {
  database.runEach(
    'INSERT INTO statement_bodies (statement, role, pieces, context) VALUES (?, ?, ?, ?)',
    rows.map(({ number, speaker, pieces, context }) => {
      return [ids.get(number), speaker?.role, JSON.stringify(pieces), context]
    }),
  )
}

/** The ids of speakers by their names; those who speak for the first time get one. */
function speakerIds(database: Database, names: readonly string[]): ReadonlyMap<string, number> {
  const ids = new Map<string, number>()
  const note = (rows: readonly Row[]): void => {
    for (const row of rows) ids.set(text(row, 'name'), number(row, 'id'))
  }
  const wanted = [...new Set(names)]
  const one = database.among('name', wanted)
  note(database.all(`SELECT id, name FROM speakers WHERE ${one.sql}`, ...one.values))
  const fresh = wanted.filter((name) => !ids.has(name)).map((name) => [name])
  const written = database.insertEach('INSERT INTO speakers (name) VALUES (?) RETURNING id, name', fresh)
  for (const row of written)
    database.words.add('speaker_words', number(row, 'id'), { words: foldedWords(text(row, 'name')) })
  note(written)
  return ids
}
