import type { Claim, Delivery, Posting } from '../deliveries.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { deliveryFrom, sentPosting } from './delivery-rows.ts'
import type { Row } from './row.ts'

/** Columns of deliveries that say when something is to be done with a posted message, and how often that was tried. */
export interface Chore {
  readonly dueAt: 'edit_due_at' | 'publish_due_at'
  readonly tries: 'edits' | 'publish_tries'
}

/** A message with which something is to be done. */
export interface ClaimedMessage {
  readonly delivery: Delivery
  /** What went out as this message. */
  readonly posting: Posting
  readonly messageId: string
  /** Including the one that is claimed. */
  readonly tries: number
  /** The delivery's row. */
  readonly row: Row
}

/** Claims messages with which something is to be done, the longest due first. Where none is, nothing is written. */
export async function claimMessages(
  database: Database,
  chore: Chore,
  claim: Claim,
): Promise<readonly ClaimedMessage[]> {
  const isAnyDue = await database.read(() => dueRows(database, chore, claim).length > 0)
  return isAnyDue ? database.change(() => claimDue(database, chore, claim)) : []
}

function claimDue(database: Database, chore: Chore, claim: Claim): readonly ClaimedMessage[] {
  const sql = `UPDATE deliveries SET lease_until = ?, ${chore.tries} = ${chore.tries} + 1 WHERE id = ?`
  const rows = dueRows(database, chore, claim, database.claiming)
  for (const row of rows) database.run(sql, claim.leaseUntil, number(row, 'id'))
  return rows.map((row) => ({
    delivery: deliveryFrom(database, row),
    posting: sentPosting(database, row),
    messageId: text(row, 'message_id'),
    tries: number(row, chore.tries) + 1,
    row,
  }))
}

/** `claiming`: SQL by which the rows are claimed; only in a change. */
function dueRows(database: Database, { dueAt }: Chore, { now, limit }: Claim, claiming = ''): readonly Row[] {
  return database.all(
    `SELECT * FROM deliveries
     WHERE ${dueAt} <= ?1 AND state = 'sent' AND (lease_until IS NULL OR lease_until <= ?1)
     ORDER BY ${dueAt}, id LIMIT ?2 ${claiming}`,
    now,
    limit,
  )
}
