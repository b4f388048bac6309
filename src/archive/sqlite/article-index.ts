import type { Entry } from '../archive.ts'
import { foldedWords } from '../fold.ts'
import { type StatementRow, statementRows } from '../statement-rows.ts'
import { number } from './columns.ts'
import type { Database } from './database.ts'
import { ftsText } from './fts-query.ts'
import { writeSubjects } from './subjects-table.ts'
import { writeSurnames } from './surnames.ts'
import { joinUtterance, leaveUtterances } from './utterances.ts'
import { writeVocabulary } from './vocabulary-table.ts'

/** Writes what an article is found by: its words, its title's words, its statements, its people's surnames and what it is about. */
export function writeIndex(database: Database, seq: number, entry: Entry): void {
  const { article, analysis, terms } = entry
  const title = ftsText(terms.title)
  database.run(
    'INSERT INTO article_words (rowid, title, standfirst, text) VALUES (?, ?, ?, ?)',
    seq,
    title,
    ftsText(terms.standfirst),
    ftsText(terms.text),
  )
  database.run(
    'INSERT INTO title_words (rowid, words) VALUES (?, ?)',
    seq,
    ftsText(foldedWords(article.title)),
  )
  for (const row of statementRows(article.text, analysis)) {
    const words = ftsText(terms.statements[row.number] ?? [])
    const id = writeStatement(database, { seq, publishedAt: article.publishedAt }, row)
    database.run('INSERT INTO statement_words (rowid, words, title) VALUES (?, ?, ?)', id, words, title)
    joinUtterance(database, id, row)
  }
  writeSurnames(database, seq, analysis)
  writeSubjects(database, seq, analysis)
  writeVocabulary(database, terms.words)
}

/** Deletes what `writeIndex` wrote. */
export function eraseIndex(database: Database, seq: number): void {
  database.run('DELETE FROM article_words WHERE rowid = ?', seq)
  database.run('DELETE FROM title_words WHERE rowid = ?', seq)
  database.run('DELETE FROM statement_words WHERE rowid IN (SELECT id FROM statements WHERE seq = ?)', seq)
  leaveUtterances(database, seq)
  database.run('DELETE FROM statements WHERE seq = ?', seq)
  database.run('DELETE FROM surnames WHERE seq = ?', seq)
  database.run('DELETE FROM subjects WHERE seq = ?', seq)
}

function writeStatement(
  database: Database,
  article: { seq: number; publishedAt: number },
  row: StatementRow,
): number {
  const speaker = row.speaker && speakerId(database, row.speaker.name)
  const { lastId } = database.run(
    'INSERT INTO statements (seq, number, published_at, kind, speaker, confidence) VALUES (?, ?, ?, ?, ?, ?)',
    article.seq,
    row.number,
    article.publishedAt,
    row.kind,
    speaker,
    row.speaker?.confidence,
  )
  database.run(
    'INSERT INTO statement_bodies (statement, role, pieces, context) VALUES (?, ?, ?, ?)',
    lastId,
    row.speaker?.role,
    JSON.stringify(row.pieces),
    row.context,
  )
  return lastId
}

function speakerId(database: Database, name: string): number {
  const known = database.first('SELECT id FROM speakers WHERE name = ?', name)
  if (known) return number(known, 'id')
  const { lastId } = database.run('INSERT INTO speakers (name) VALUES (?)', name)
  database.run('INSERT INTO speaker_words (rowid, words) VALUES (?, ?)', lastId, ftsText(foldedWords(name)))
  return lastId
}
