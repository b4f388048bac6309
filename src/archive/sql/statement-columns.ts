import { z } from 'zod'
import { dropAbsent } from '../drop-absent.ts'
import { scopesOf } from '../scopes.ts'
import { statementLink } from '../statement-link.ts'
import type { Statement } from '../statements.ts'
import type { Viewer } from '../viewer.ts'
import { headOf } from './article-rows.ts'
import { number, optionalNumber, optionalText, text } from './columns.ts'
import type { Database } from './database.ts'
import { piecesOf } from './pieces.ts'
import type { Row } from './row.ts'
import { bearerOf } from './surnames.ts'
import { carriersOf } from './utterances.ts'

const kindSchema = z.enum(['direct', 'mixed', 'indirect'])

/** The statements with the `id`s of these rows, in this order, with what the viewer may know of them. */
export function statementsFrom(
  database: Database,
  rows: readonly Row[],
  viewer: Viewer,
): readonly Statement[] {
  return rows.map((row) => statementOf(database, number(row, 'id'), viewer))
}

function statementOf(database: Database, id: number, viewer: Viewer): Statement {
  const row = database.first(
    `SELECT s.*, b.*, p.name FROM statements s JOIN statement_bodies b ON b.statement = s.id
     LEFT JOIN speakers p ON p.id = s.speaker WHERE s.id = ?`,
    id,
  )
  if (!row) throw new Error(`Expected a statement with id ${id}, found none`)
  return dropAbsent({
    article: headOf(database, number(row, 'seq')),
    number: number(row, 'number'),
    kind: kindSchema.parse(row.kind),
    pieces: piecesOf(row),
    context: text(row, 'context'),
    speaker: speakerFrom(database, row, viewer),
    link: linkTo(database, row),
    alsoIn: carriersOf(database, row, viewer),
  })
}

function linkTo(database: Database, statement: Row): string | undefined {
  const sql = `SELECT a.url, a.title, b.standfirst, b.text FROM articles a JOIN bodies b ON b.seq = a.seq
    WHERE a.seq = ? AND a.url IS NOT NULL`
  const row = database.first(sql, number(statement, 'seq'))
  if (row === undefined) return undefined
  const page = dropAbsent({
    url: text(row, 'url'),
    title: text(row, 'title'),
    standfirst: optionalText(row, 'standfirst'),
    text: text(row, 'text'),
  })
  return statementLink(page, { pieces: piecesOf(statement), context: text(statement, 'context') })
}

function speakerFrom(database: Database, row: Row, viewer: Viewer): Statement['speaker'] {
  const name = optionalText(row, 'name')
  if (name === undefined) return undefined
  return dropAbsent({
    name,
    role: optionalText(row, 'role'),
    confidence: optionalNumber(row, 'confidence') ?? 0,
    fullName: bearerOf(database, name, scopesOf(viewer)),
  })
}
