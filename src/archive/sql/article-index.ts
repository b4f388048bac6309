import type { Entry } from '../entry.ts'
import { foldedWords } from '../fold.ts'
import { type StatementRow, statementRows } from '../statement-rows.ts'
import { number } from './columns.ts'
import type { Database } from './database.ts'
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
  for (const row of statementRows(article.text, analysis)) {
    const words = terms.statements[row.number] ?? []
    const id = writeStatement(database, { seq, publishedAt: article.publishedAt }, row)
    database.words.add('statement_words', id, { words, title })
    writePrints(database, id, row)
  }
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

function writeStatement(
  database: Database,
  article: { seq: number; publishedAt: number },
  row: StatementRow,
): number {
  const speaker = row.speaker && speakerId(database, row.speaker.name)
  const id = database.insert(
    'INSERT INTO statements (seq, number, published_at, kind, speaker, confidence) VALUES (?, ?, ?, ?, ?, ?) RETURNING id',
    article.seq,
    row.number,
    article.publishedAt,
    row.kind,
    speaker,
    row.speaker?.confidence,
  )
  database.run(
    'INSERT INTO statement_bodies (statement, role, pieces, context) VALUES (?, ?, ?, ?)',
    id,
    row.speaker?.role,
    JSON.stringify(row.pieces),
    row.context,
  )
  return id
}

function speakerId(database: Database, name: string): number {
  const known = database.first('SELECT id FROM speakers WHERE name = ?', name)
  if (known) return number(known, 'id')
  const id = database.insert('INSERT INTO speakers (name) VALUES (?) RETURNING id', name)
  database.words.add('speaker_words', id, { words: foldedWords(name) })
  return id
}
