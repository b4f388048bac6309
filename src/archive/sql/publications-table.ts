import type { Claim, Publication, Publications } from '../deliveries.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { deliveryFrom } from './delivery-rows.ts'
import type { Row } from './row.ts'

/** Tries for one message; then it stays where it was posted. */
const mostTries = 20

/** Messages that are to be published. */
export function publicationMethods(database: Database): Publications {
  return {
    claimPublications: async (claim) => {
      const isAnyDue = await database.read(() => dueRows(database, claim).length > 0)
      return isAnyDue ? database.change(() => claimPublications(database, claim)) : []
    },
    settlePublication: (id) => database.change(() => setDue(database, id, undefined)),
    putOffPublication: (id, dueAt) =>
      database.change(() => {
        setDue(database, id, dueAt)
        const giveUp = `UPDATE deliveries SET publish_due_at = NULL WHERE id = ? AND publish_tries >= ${mostTries}`
        database.run(giveUp, id)
      }),
    postponePublication: (id, dueAt) =>
      database.change(() => {
        setDue(database, id, dueAt)
        database.run('UPDATE deliveries SET publish_tries = publish_tries - 1 WHERE id = ?', id)
      }),
  }
}

/** `claiming`: SQL by which the rows are claimed; only in a change. */
function dueRows(database: Database, { now, limit }: Claim, claiming = ''): readonly Row[] {
  return database.all(
    `SELECT * FROM deliveries
     WHERE publish_due_at <= ?1 AND state = 'sent' AND (lease_until IS NULL OR lease_until <= ?1)
     ORDER BY publish_due_at, id LIMIT ?2 ${claiming}`,
    now,
    limit,
  )
}

function claimPublications(database: Database, claim: Claim): readonly Publication[] {
  const rows = dueRows(database, claim, database.claiming)
  for (const row of rows) {
    const sql = 'UPDATE deliveries SET lease_until = ?, publish_tries = publish_tries + 1 WHERE id = ?'
    database.run(sql, claim.leaseUntil, number(row, 'id'))
  }
  return rows.map((row) => ({
    delivery: deliveryFrom(database, row),
    messageId: text(row, 'message_id'),
    tries: number(row, 'publish_tries') + 1,
  }))
}

function setDue(database: Database, id: number, dueAt: number | undefined): void {
  database.run('UPDATE deliveries SET lease_until = NULL, publish_due_at = ? WHERE id = ?', dueAt, id)
}
