import type { Claim, Delivery } from '../deliveries.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { deliveryFrom } from './delivery-rows.ts'
import type { Row } from './row.ts'

/** Something that is to be done with posted messages. */
export interface Chore<Told> {
  /** Columns of deliveries that say when it is to be done, and how often that was tried. */
  readonly dueAt: 'edit_due_at' | 'publish_due_at'
  readonly tries: 'edits' | 'publish_tries'
  /** What whoever does it is told of a message, by its delivery's row. */
  readonly tell: (database: Database, message: ClaimedMessage, row: Row) => Told
}

/** A message with which something is to be done. */
export interface ClaimedMessage {
  readonly delivery: Delivery
  readonly messageId: string
  /** Including the one that is claimed. */
  readonly tries: number
}

/** Claims messages with which something is to be done, the longest due first. Where none is, nothing is written. */
export async function claimMessages<Told>(
  database: Database,
  chore: Chore<Told>,
  claim: Claim,
): Promise<readonly Told[]> {
  const isAnyDue = await database.read(() => dueRows(database, chore, claim).length > 0)
  return isAnyDue ? database.change(() => claimDue(database, chore, claim)) : []
}

function claimDue<Told>(database: Database, chore: Chore<Told>, claim: Claim): readonly Told[] {
  const sql = `UPDATE deliveries SET lease_until = ?, ${chore.tries} = ${chore.tries} + 1 WHERE id = ?`
  const rows = dueRows(database, chore, claim, database.claiming)
  for (const row of rows) database.run(sql, claim.leaseUntil, number(row, 'id'))
  return rows.map((row) => {
    const [delivery, messageId] = [deliveryFrom(database, row), text(row, 'message_id')]
    return chore.tell(database, { delivery, messageId, tries: number(row, chore.tries) + 1 }, row)
  })
}

/** `claiming`: SQL by which the rows are claimed; only in a change. */
function dueRows(
  database: Database,
  { dueAt }: Pick<Chore<unknown>, 'dueAt'>,
  { now, limit }: Claim,
  claiming = '',
): readonly Row[] {
  return database.all(
    `SELECT * FROM deliveries
     WHERE ${dueAt} <= ?1 AND state = 'sent' AND (lease_until IS NULL OR lease_until <= ?1)
     ORDER BY ${dueAt}, id LIMIT ?2 ${claiming}`,
    now,
    limit,
  )
}
