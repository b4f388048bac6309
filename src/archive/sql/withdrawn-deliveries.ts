import type { Delivery } from '../deliveries.ts'
import type { Database } from './database.ts'
import { insertDelivery } from './deliveries-table.ts'
import { deliveryFrom, openStates } from './delivery-rows.ts'
import { deliveryOfStory, nextToTell, toldReason } from './story-posts.ts'

const withdrawnReason = 'its article was withdrawn'

/** An article that goes or returns, and the story that it left or joined by that. */
interface Moved {
  readonly articleId: string
  readonly story: number | undefined
  readonly at: number
}

/**
 * Drops what was not sent of a withdrawn article, inside a transaction, after it has left its story. Where it was to tell
 * that, the next article does, if one was to be posted there too.
 */
export function dropDeliveriesOf(database: Database, { articleId, story, at }: Moved): void {
  const unsent = database
    .all(`SELECT * FROM deliveries WHERE article_id = ? AND state = 'pending'`, articleId)
    .map((row) => deliveryFrom(database, row))
  // When sending began is kept: should the article return, it is not forgotten that it may have been posted.
  database.run(
    `UPDATE deliveries SET state = 'dropped', error = ?, lease_until = NULL
     WHERE article_id = ? AND ${openStates}`,
    withdrawnReason,
    articleId,
  )
  for (const { channel } of unsent) {
    const next = nextToTell(database, { story, channel, now: at })
    if (next !== undefined) reviveDelivery(database, next, at)
  }
}

/**
 * Takes up again what the withdrawal of an article dropped, inside the transaction in which it returns. What was
 * certainly not sent is a new delivery: what it was to go out with may have gone. Where its story was told meanwhile, it
 * is not told again.
 */
export function reviveDeliveriesOf(database: Database, { articleId, story, at }: Moved): void {
  const dropped = "article_id = ? AND state = 'dropped' AND error = ?"
  database.run(
    `UPDATE deliveries SET state = 'sending', error = NULL, due_at = ?
     WHERE sending_at IS NOT NULL AND ${dropped}`,
    at,
    articleId,
    withdrawnReason,
  )
  for (const row of database.all(`SELECT * FROM deliveries WHERE ${dropped}`, articleId, withdrawnReason)) {
    const delivery = deliveryFrom(database, row)
    const planned = Math.max(delivery.plannedAt, at)
    const place = { story, channel: delivery.channel, now: at }
    if (deliveryOfStory(database, { ...place, at: planned }) === undefined)
      reviveDelivery(database, delivery, at)
    else database.run('UPDATE deliveries SET error = ? WHERE id = ?', toldReason, delivery.id)
  }
}

function reviveDelivery(database: Database, delivery: Delivery, at: number): void {
  database.run('DELETE FROM deliveries WHERE id = ?', delivery.id)
  insertDelivery(database, { ...delivery, at: Math.max(delivery.plannedAt, at) })
}
