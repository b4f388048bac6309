import type { Entry } from '../archive.ts'
import type { Claim, Deliveries, Delivery } from '../deliveries.ts'
import { dropAbsent } from '../drop-absent.ts'
import { number, optionalNumber, text } from './columns.ts'
import type { Database, Row } from './database.ts'
import { deliveryFrom, openStates } from './delivery-rows.ts'
import { deliveryOfStory, retellStory, toldReason } from './story-posts.ts'

/** The outbox. */
export function deliveryMethods(database: Database): Deliveries {
  return {
    claimDeliveries: async (claim) => {
      // Asked every second: most of the time nothing is due, and nothing need be locked to know it.
      const isAnyDue = await database.read(() => dueRows(database, claim).length > 0)
      return isAnyDue ? database.write(() => claimDeliveries(database, claim)) : []
    },
    markSending: (id, at) => database.write(() => markSending(database, id, at)),
    settleDelivery: (id, messageId) => database.write(() => settle(database, id, messageId)),
    putOffDelivery: (id, dueAt, error) => database.write(() => putOff(database, id, { dueAt, error })),
    doubtDelivery: (id, dueAt, error) => database.write(() => doubt(database, id, { dueAt, error })),
    endDelivery: (id, state, error) => database.write(() => end(database, id, { state, error })),
    nextDueAt: () => database.read(() => nextDueAt(database)),
  }
}

/** Ends every lease: for the one bot of a file, which knows when it starts that no claimer lives any more. */
export function endLeases(database: Database): void {
  database.run('UPDATE deliveries SET lease_until = NULL WHERE lease_until IS NOT NULL')
}

/**
 * Writes the deliveries of an article, inside its transaction; those without an active follow of a server to which it
 * is new are left out. Where the article's story was told already, the follows join that delivery.
 */
export function addDeliveries(
  database: Database,
  { article, deliveries, at }: Entry,
  { story, isNewTo }: { readonly story: number | undefined; readonly isNewTo: (server: string) => boolean },
): void {
  for (const [channel, ofChannel] of Map.groupBy(deliveries, (delivery) => delivery.channel)) {
    const follows = new Set(ofChannel.flatMap((delivery) => delivery.follows))
    const active = [...follows].filter((follow) => {
      const server = serverOfActive(database, follow)
      return server !== undefined && isNewTo(server)
    })
    if (active.length === 0) continue
    const told = deliveryOfStory(database, { story, channel })
    const sql = `INSERT INTO deliveries (article_id, channel, state, due_at, error) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`
    const state = told === undefined ? ['pending', at, undefined] : ['dropped', at, toldReason]
    const { changes, lastId } = database.run(sql, article.id, channel, ...state)
    if (changes === 0) continue
    joinDelivery(database, lastId, active)
    if (told !== undefined) joinDelivery(database, told, active)
  }
}

function joinDelivery(database: Database, delivery: number, follows: readonly string[]): void {
  for (const follow of follows) {
    const sql = 'INSERT OR IGNORE INTO delivery_follows (delivery, follow) VALUES (?, ?)'
    database.run(sql, delivery, follow)
  }
}

const withdrawnReason = 'its article was withdrawn'

/**
 * Drops what was not sent of a withdrawn article, inside a transaction, after it has left its story. Where it was to tell
 * that, the next article does, if there is one.
 */
export function dropDeliveriesOf(
  database: Database,
  {
    articleId,
    story,
    at,
  }: { readonly articleId: string; readonly story: number | undefined; readonly at: number },
): void {
  const untold = database.all(
    `SELECT channel FROM deliveries WHERE article_id = ? AND state = 'pending'`,
    articleId,
  )
  // When sending began is kept: should the article return, it is not forgotten that it may have been posted.
  database.run(
    `UPDATE deliveries SET state = 'dropped', error = ?, lease_until = NULL
     WHERE article_id = ? AND ${openStates}`,
    withdrawnReason,
    articleId,
  )
  for (const row of untold) retellStory(database, { story, channel: text(row, 'channel'), at })
}

/**
 * Takes up again what the withdrawal of an article dropped, inside the transaction in which it returns, after it has
 * joined its story: where that was told meanwhile, it is not told again.
 */
export function reviveDeliveriesOf(
  database: Database,
  {
    articleId,
    story,
    at,
  }: { readonly articleId: string; readonly story: number | undefined; readonly at: number },
): void {
  for (const row of database.all('SELECT DISTINCT channel FROM deliveries WHERE article_id = ?', articleId)) {
    const channel = text(row, 'channel')
    if (deliveryOfStory(database, { story, channel }) === undefined) continue
    database.run(
      `UPDATE deliveries SET error = ? WHERE article_id = ? AND channel = ? AND state = 'dropped' AND error = ?`,
      toldReason,
      articleId,
      channel,
      withdrawnReason,
    )
  }
  database.run(
    `UPDATE deliveries
     SET state = CASE WHEN sending_at IS NULL THEN 'pending' ELSE 'sending' END, error = NULL, due_at = ?
     WHERE article_id = ? AND state = 'dropped' AND error = ?`,
    at,
    articleId,
    withdrawnReason,
  )
}

function serverOfActive(database: Database, follow: string): string | undefined {
  const row = database.first('SELECT server FROM follows WHERE id = ? AND paused IS NULL', follow)
  return row && text(row, 'server')
}

/** The oldest open delivery of each channel: only that one may go out next. */
const fronts = `SELECT MIN(id) FROM deliveries WHERE ${openStates} GROUP BY channel`

function dueRows(database: Database, { now, limit }: Claim): readonly Row[] {
  return database.all(
    `SELECT * FROM deliveries
     WHERE id IN (${fronts}) AND due_at <= ?1 AND (lease_until IS NULL OR lease_until <= ?1)
     ORDER BY id LIMIT ?2`,
    now,
    limit,
  )
}

function claimDeliveries(database: Database, claim: Claim): readonly Delivery[] {
  const rows = dueRows(database, claim)
  for (const row of rows) {
    database.run('UPDATE deliveries SET lease_until = ? WHERE id = ?', claim.leaseUntil, number(row, 'id'))
  }
  return rows.map((row) => deliveryFrom(database, row))
}

function markSending(database: Database, id: number, at: number): boolean {
  const sql = `UPDATE deliveries SET state = 'sending', sending_at = COALESCE(sending_at, ?)
     WHERE id = ? AND ${openStates}`
  return database.run(sql, at, id).changes > 0
}

/** Whatever its state: that it was posted is a fact, even if nobody wants it any more. */
function settle(database: Database, id: number, messageId: string): void {
  database.run(
    `UPDATE deliveries
     SET state = 'sent', message_id = ?, error = NULL, sending_at = NULL, lease_until = NULL WHERE id = ?`,
    messageId,
    id,
  )
}

function putOff(database: Database, id: number, { dueAt, error }: { dueAt: number; error: string }): void {
  database.run(
    `UPDATE deliveries SET state = 'pending', attempts = attempts + 1, due_at = ?, error = ?,
       sending_at = NULL, lease_until = NULL
     WHERE id = ? AND ${openStates}`,
    dueAt,
    error,
    id,
  )
}

function doubt(database: Database, id: number, { dueAt, error }: { dueAt: number; error: string }): void {
  database.run(
    `UPDATE deliveries SET due_at = ?, error = ?, lease_until = NULL WHERE id = ? AND ${openStates}`,
    dueAt,
    error,
    id,
  )
}

function end(database: Database, id: number, { state, error }: { state: string; error: string }): void {
  database.run(
    `UPDATE deliveries SET state = ?, error = ?, sending_at = NULL, lease_until = NULL
     WHERE id = ? AND ${openStates}`,
    state,
    error,
    id,
  )
}

function nextDueAt(database: Database): number | undefined {
  const sql = `SELECT MIN(MAX(due_at, COALESCE(lease_until, due_at))) AS due FROM deliveries WHERE id IN (${fronts})`
  return dropAbsent({ due: optionalNumber(database.first(sql) ?? { due: null }, 'due') }).due
}
