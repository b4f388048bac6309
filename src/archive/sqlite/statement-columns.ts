import { z } from 'zod'
import type { Statement } from '../archive.ts'
import { dropAbsent } from '../drop-absent.ts'
import { headOf } from './article-rows.ts'
import { number, optionalNumber, optionalText, text } from './columns.ts'
import type { Database, Row } from './database.ts'

const kindSchema = z.enum(['direct', 'mixed', 'indirect'])
const piecesSchema = z.array(z.string())

/** The statements with the `id`s of these rows, in this order. */
export function statementsFrom(database: Database, rows: readonly Row[]): readonly Statement[] {
  return rows.map((row) => statementOf(database, number(row, 'id')))
}

function statementOf(database: Database, id: number): Statement {
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
    pieces: piecesSchema.parse(JSON.parse(text(row, 'pieces'))),
    context: text(row, 'context'),
    speaker: speakerFrom(row),
  })
}

function speakerFrom(row: Row): Statement['speaker'] {
  const name = optionalText(row, 'name')
  if (name === undefined) return undefined
  return dropAbsent({
    name,
    role: optionalText(row, 'role'),
    confidence: optionalNumber(row, 'confidence') ?? 0,
  })
}
