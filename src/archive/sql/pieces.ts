import { z } from 'zod'
import { text } from './columns.ts'
import type { Row } from './row.ts'

const piecesSchema = z.array(z.string())

/** The pieces of a statement: the column `pieces` of `statement_bodies`. */
export function piecesOf(row: Row): readonly string[] {
  return piecesSchema.parse(JSON.parse(text(row, 'pieces')))
}
