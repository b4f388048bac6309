import { foldedWords } from '../fold.ts'
import { type StatementRow, statementRows } from '../statement-rows.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import type { KeptEntry } from './placed.ts'
import type { Row } from './row.ts'
import { writeSubjects } from './subjects-table.ts'
import { writeSurnames } from './surnames.ts'
import { leaveUtterances, writePrints } from './utterances.ts'
import { writeVocabulary } from './vocabulary-table.ts'

/**
 * Writes what articles are found by: their words, their titles' words, their statements, their people's surnames and what they
 * are about. In ascending order of `seq`.
 */
export function writeIndex(database: Database, articles: readonly KeptEntry[]): void {
  for (const { seq, entry } of articles) {
    const { title, standfirst, text } = entry.terms
    database.words.add('article_words', seq, { title, standfirst, text })
    database.words.add('title_words', seq, { words: foldedWords(entry.article.title) })
  }
  const statements = writeStatements(database, articles)
  for (const { id, row, entry } of statements) {
    const { statements, title } = entry.terms
    database.words.add('statement_words', id, { words: statements[row.number] ?? [], title })
  }
  writeStatementBodies(database, statements)
  writePrints(database, statements)
  writeSurnames(database, articles)
  writeSubjects(database, articles)
  writeVocabulary(
    database,
    articles.flatMap(({ entry }) => entry.terms.words),
  )
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

/** A statement of an article. */
interface Said extends KeptEntry {
  readonly row: StatementRow
}

/** A statement that has its id. */
interface WrittenStatement extends Said {
  readonly id: number
}

function writeStatements(database: Database, articles: readonly KeptEntry[]): readonly WrittenStatement[] {
  const said = articles.flatMap(({ seq, entry }) =>
    statementRows(entry.article.text, entry.analysis).map((row): Said => ({ seq, entry, row })),
  )
  const speakers = speakerIds(
    database,
    said.flatMap(({ row }) => row.speaker?.name ?? []),
  )
  const written = database.insertEach(
    `INSERT INTO statements (seq, number, published_at, kind, speaker, confidence)
     VALUES (?, ?, ?, ?, ?, ?) RETURNING seq, number, id`,
    said.map(({ seq, entry, row: { number, kind, speaker } }) => {
      const who = speaker && speakers.get(speaker.name)
      return [seq, number, entry.article.publishedAt, kind, who, speaker?.confidence]
    }),
  )
  const ids = new Map(written.map((row) => [`${row.seq}:${row.number}`, number(row, 'id')]))
  return said.map((one) => ({ ...one, id: ids.get(`${one.seq}:${one.row.number}`) ?? 0 }))
}

function writeStatementBodies(database: Database, statements: readonly WrittenStatement[]): void {
  database.runEach(
    'INSERT INTO statement_bodies (statement, role, pieces, context) VALUES (?, ?, ?, ?)',
    statements.map(({ id, row: { speaker, pieces, context } }) => {
      return [id, speaker?.role, JSON.stringify(pieces), context]
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
