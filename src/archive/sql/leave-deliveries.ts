import { number } from './columns.ts'
import type { Database } from './database.ts'
import { openStates } from './delivery-rows.ts'

/** Takes a follow off what was not sent; a delivery that no other follow wants is dropped. Inside a transaction. */
export function leaveDeliveries(database: Database, follow: string, reason: string): void {
  const open = database.all(
    `SELECT id FROM deliveries
     WHERE ${openStates} AND id IN (SELECT delivery FROM delivery_follows WHERE follow = ?)`,
    follow,
  )
  for (const row of open) {
    const id = number(row, 'id')
    const others = 'SELECT 1 FROM delivery_follows WHERE delivery = ? AND follow <> ?'
    if (database.first(others, id, follow)) {
      database.run('DELETE FROM delivery_follows WHERE delivery = ? AND follow = ?', id, follow)
    } else {
      database.run(
        `UPDATE deliveries SET state = 'dropped', error = ?, lease_until = NULL WHERE id = ?`,
        reason,
        id,
      )
    }
  }
}
