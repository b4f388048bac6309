import type { Delivery, DeliveryState, Posting } from '../deliveries.ts'
import { dropAbsent } from '../drop-absent.ts'
import { number, optionalNumber, optionalText, text } from './columns.ts'
import type { Database } from './database.ts'
import type { Row } from './row.ts'

/** SQL: the delivery is not settled, so it blocks its channel. The same words as the index's. */
export const openStates = `state IN ('pending', 'sending')`

const states: readonly string[] = ['pending', 'sending', 'sent', 'held', 'dropped'] satisfies DeliveryState[]

/** A delivery from its row, with its follows. */
export function deliveryFrom(database: Database, row: Row): Delivery {
  const id = number(row, 'id')
  return dropAbsent({
    id,
    articleId: text(row, 'article_id'),
    channel: text(row, 'channel'),
    follows: followsOf(database, id),
    state: stateFrom(text(row, 'state')),
    attempts: number(row, 'attempts'),
    plannedAt: number(row, 'planned_at'),
    isDigest: number(row, 'is_digest') === 1,
    dueAt: number(row, 'due_at'),
    sendingAt: optionalNumber(row, 'sending_at'),
    messageId: optionalText(row, 'message_id'),
    error: optionalText(row, 'error'),
  })
}

/** Every delivery of an article, oldest first. */
export function deliveriesOf(database: Database, articleId: string): readonly Delivery[] {
  const sql = 'SELECT * FROM deliveries WHERE article_id = ? ORDER BY id'
  return database.all(sql, articleId).map((row) => deliveryFrom(database, row))
}

/** What went out as the message of a sent delivery: of a digest, all that were sent with it. */
export function sentPosting(database: Database, row: Row): Posting {
  const delivery = deliveryFrom(database, row)
  const id = optionalNumber(row, 'posting') ?? delivery.id
  if (!delivery.isDigest) return { ...delivery, id }
  const sql = `SELECT * FROM deliveries WHERE posting = ? AND state = 'sent' ORDER BY id`
  return { ...delivery, id, digest: database.all(sql, id).map((member) => deliveryFrom(database, member)) }
}

function followsOf(database: Database, id: number): readonly string[] {
  return database
    .all('SELECT follow FROM delivery_follows WHERE delivery = ? ORDER BY follow', id)
    .map((row) => text(row, 'follow'))
}

function isState(word: string): word is DeliveryState {
  return states.includes(word)
}

function stateFrom(word: string): DeliveryState {
  if (isState(word)) return word
  throw new TypeError(`Expected the state of a delivery, got ${word}`)
}
