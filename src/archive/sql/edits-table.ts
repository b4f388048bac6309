import type { Edit, Edits } from '../deliveries.ts'
import { type Chore, claimMessages } from './claim-messages.ts'
import { number } from './columns.ts'
import type { Database } from './database.ts'
import { sentPosting } from './delivery-rows.ts'

/** Between two edits of a message, in milliseconds: what a sweep over many feeds brings is written at once. */
export const editPauseMs = 60_000
/** Tries for one message, failed ones included; then it stays as it is. */
export const mostEdits = 20
const editing: Chore<Edit> = {
  dueAt: 'edit_due_at',
  tries: 'edits',
  tell: (database, message, row) => ({
    ...message,
    posting: sentPosting(database, row),
    version: number(row, 'edit_version'),
  }),
}

/** Messages that are to be written anew. */
export function editMethods(database: Database): Edits {
  return {
    claimEdits: (claim) => claimMessages(database, editing, claim),
    settleEdit: (edit, at) => database.change(() => settle(database, edit, at)),
    putOffEdit: (id, dueAt, error) => database.change(() => putOff(database, id, { dueAt, error })),
    endEdits: (id, error) => database.change(() => end(database, id, error)),
  }
}

/** What was wished since the edit was claimed is another edit. */
function settle(database: Database, { delivery, version }: Edit, at: number): void {
  const row = database.first('SELECT edit_version FROM deliveries WHERE id = ?', delivery.id)
  const isWished = row !== undefined && number(row, 'edit_version') !== version
  const sql =
    'UPDATE deliveries SET edited_at = ?, lease_until = NULL, error = NULL, edit_due_at = ? WHERE id = ?'
  database.run(sql, at, isWished ? at + editPauseMs : undefined, delivery.id)
  giveUp(database, delivery.id)
}

function putOff(
  database: Database,
  id: number,
  { dueAt, error }: { readonly dueAt: number; readonly error: string },
): void {
  const sql = 'UPDATE deliveries SET lease_until = NULL, error = ?, edit_due_at = ? WHERE id = ?'
  database.run(sql, error, dueAt, id)
  giveUp(database, id)
}

/** After so many tries, the message stays as it is. */
function giveUp(database: Database, id: number): void {
  database.run(`UPDATE deliveries SET edit_due_at = NULL WHERE id = ? AND edits >= ${mostEdits}`, id)
}

function end(database: Database, id: number, error: string): void {
  database.run(
    `UPDATE deliveries SET lease_until = NULL, error = ?, edit_due_at = NULL, edits = ${mostEdits} WHERE id = ?`,
    error,
    id,
  )
}
