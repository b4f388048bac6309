import type { Claim, Deliveries, Delivery, DeliveryCounts, Posting, Sending } from '../deliveries.ts'
import { dropAbsent } from '../drop-absent.ts'
import { number, optionalNumber } from './columns.ts'
import type { Database } from './database.ts'
import { deliveryFrom, openStates } from './delivery-rows.ts'
import type { Row } from './row.ts'

/** The outbox. */
export function deliveryMethods(database: Database): Deliveries {
  return {
    claimDeliveries: async (claim) => {
      // Asked every second: most of the time nothing is due, and nothing need be locked to know it.
      const isAnyDue = await database.read(() => dueRows(database, claim).length > 0)
      return isAnyDue ? database.change(() => claimDeliveries(database, claim)) : []
    },
    renewDeliveries: (ids, leaseUntil) => database.change(() => renew(database, ids, leaseUntil)),
    markSending: (posting, sending) => database.change(() => markSending(database, posting, sending)),
    settleDelivery: (id, messageId) => database.change(() => settle(database, id, messageId)),
    putOffDelivery: (id, dueAt, error) => database.change(() => putOff(database, id, { dueAt, error })),
    doubtDelivery: (id, dueAt, error) => database.change(() => doubt(database, id, { dueAt, error })),
    endDelivery: (id, state, error) => database.change(() => end(database, id, { state, error })),
    deliveriesOfPosting: (id) =>
      database.read(() =>
        database
          .all('SELECT * FROM deliveries WHERE posting = ? ORDER BY id', id)
          .map((row) => deliveryFrom(database, row)),
      ),
    nextDueAt: () => database.read(() => nextDueAt(database)),
    deliveryCounts: () => database.read(() => countStates(database)),
  }
}

/** Ends every lease: for the one bot of a file, which knows when it starts that no claimer lives any more. */
export function endLeases(database: Database): void {
  database.run('UPDATE deliveries SET lease_until = NULL WHERE lease_until IS NOT NULL')
}

/** A delivery to be. */
export interface PlannedDelivery extends Pick<Delivery, 'articleId' | 'channel' | 'follows' | 'isDigest'> {
  readonly at: number
  /** Why it is not to go out; absent: it is. */
  readonly dropped?: string
}

/** Writes a delivery, inside a transaction; none where the article has one for the channel already. */
export function insertDelivery(database: Database, delivery: PlannedDelivery): void {
  const { articleId, channel, follows, isDigest, at, dropped } = delivery
  const sql = `INSERT INTO deliveries (article_id, channel, state, due_at, planned_at, is_digest, error)
     VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?6) ON CONFLICT DO NOTHING RETURNING id`
  const state = dropped === undefined ? 'pending' : 'dropped'
  const row = database.first(sql, articleId, channel, state, at, isDigest ? 1 : 0, dropped)
  if (row !== undefined) joinDelivery(database, number(row, 'id'), follows)
}

/** These follows match what a delivery tells, too. */
export function joinDelivery(database: Database, id: number, follows: readonly string[]): void {
  for (const follow of follows) {
    const sql = 'INSERT INTO delivery_follows (delivery, follow) VALUES (?, ?) ON CONFLICT DO NOTHING'
    database.run(sql, id, follow)
  }
}

/** Only the first open delivery of a channel may go out next. What is planned for later comes after it. */
const isFront = `NOT EXISTS (
    SELECT 1 FROM deliveries earlier
    WHERE earlier.channel = d.channel AND earlier.${openStates}
      AND (earlier.planned_at, earlier.id) < (d.planned_at, d.id)
  )`

/** Found in the order in which they go out, so that however many wait, no more than are wanted are looked at. */
function dueRows(database: Database, { now, limit }: Claim, claiming = ''): readonly Row[] {
  return database.all(
    `SELECT * FROM deliveries d
     WHERE ${openStates} AND planned_at <= ?1 AND due_at <= ?1 AND (lease_until IS NULL OR lease_until <= ?1)
       AND ${isFront}
     ORDER BY planned_at, id LIMIT ?2 ${claiming}`,
    now,
    limit,
  )
}

function claimDeliveries(database: Database, claim: Claim): readonly Posting[] {
  return dueRows(database, claim, database.claiming).map((row) => {
    const first = deliveryFrom(database, row)
    const members = membersOf(database, first, optionalNumber(row, 'posting'))
    // The posting keeps the name of its first claim, also where its first delivery was dropped since.
    const posting = optionalNumber(row, 'posting') ?? first.id
    for (const { id } of members) {
      const sql = 'UPDATE deliveries SET posting = ?, lease_until = ? WHERE id = ?'
      database.run(sql, posting, claim.leaseUntil, id)
    }
    return { ...first, id: posting, ...(first.isDigest && { digest: members }) }
  })
}

/** The open deliveries that go out together with one: those of its posting, or of its digest if it is in none yet. */
function membersOf(database: Database, first: Delivery, posting: number | undefined): readonly Delivery[] {
  if (!first.isDigest) return [first]
  const rows =
    posting === undefined
      ? database.all(
          `SELECT * FROM deliveries WHERE channel = ? AND planned_at = ? AND is_digest = 1 AND posting IS NULL
             AND ${openStates} ORDER BY id`,
          first.channel,
          first.plannedAt,
        )
      : database.all(`SELECT * FROM deliveries WHERE posting = ? AND ${openStates} ORDER BY id`, posting)
  return rows.map((row) => deliveryFrom(database, row))
}

function renew(database: Database, ids: readonly number[], leaseUntil: number): void {
  const postings = database.among('posting', ids)
  const sent = database.among('id', ids)
  database.run(
    `UPDATE deliveries SET lease_until = ? WHERE lease_until IS NOT NULL
       AND ((${postings.sql} AND ${openStates}) OR (${sent.sql} AND state = 'sent'))`,
    leaseUntil,
    ...postings.values,
    ...sent.values,
  )
}

function markSending(
  database: Database,
  { id, sendingAt }: Pick<Posting, 'id' | 'sendingAt'>,
  { at, isPublished = false }: Sending,
): boolean {
  const sql = `UPDATE deliveries
     SET state = 'sending', sending_at = COALESCE(sending_at, ?), publish_due_at = ?
     WHERE posting = ? AND ${openStates} AND COALESCE(sending_at, -1) = ?`
  return database.run(sql, at, isPublished ? at : undefined, id, sendingAt ?? -1).changes > 0
}

/** Whatever its state: that it was posted is a fact, even if nobody wants it any more. */
function settle(database: Database, posting: number, messageId: string): void {
  database.run(
    `UPDATE deliveries
     SET state = 'sent', message_id = ?2, error = NULL, sending_at = NULL, lease_until = NULL
     WHERE posting = ?1 AND (is_digest = 0 OR ${openStates} OR sending_at IS NOT NULL)`,
    posting,
    messageId,
  )
  // The message of a digest is published for the first of its deliveries.
  database.run(
    `UPDATE deliveries SET publish_due_at = NULL
     WHERE posting = ?1 AND id > (SELECT MIN(id) FROM deliveries WHERE posting = ?1 AND state = 'sent')`,
    posting,
  )
}

function putOff(database: Database, id: number, { dueAt, error }: { dueAt: number; error: string }): void {
  database.run(
    `UPDATE deliveries SET state = 'pending', attempts = attempts + 1, due_at = ?, error = ?,
       sending_at = NULL, lease_until = NULL
     WHERE posting = ? AND ${openStates}`,
    dueAt,
    error,
    id,
  )
  // Nor was what had been dropped meanwhile: it is no part of what goes out next.
  database.run(`UPDATE deliveries SET sending_at = NULL WHERE posting = ? AND state = 'dropped'`, id)
}

function doubt(database: Database, id: number, { dueAt, error }: { dueAt: number; error: string }): void {
  database.run(
    `UPDATE deliveries SET due_at = ?, error = ?, lease_until = NULL WHERE posting = ? AND ${openStates}`,
    dueAt,
    error,
    id,
  )
}

function end(database: Database, id: number, { state, error }: { state: string; error: string }): void {
  database.run(
    `UPDATE deliveries SET state = ?, error = ?, sending_at = NULL, lease_until = NULL
     WHERE posting = ? AND ${openStates}`,
    state,
    error,
    id,
  )
}

/** The first of a channel by plan says when; of all channels the earliest. */
function nextDueAt(database: Database): number | undefined {
  const sql = `SELECT MIN(CASE WHEN lease_until > due_at THEN lease_until ELSE due_at END) AS due FROM (
      SELECT due_at, lease_until, ROW_NUMBER() OVER (PARTITION BY channel ORDER BY planned_at, id) AS place
      FROM deliveries WHERE ${openStates}
    ) AS placed WHERE place = 1`
  return dropAbsent({ due: optionalNumber(database.first(sql) ?? { due: null }, 'due') }).due
}

/** Each out of the index of its state. */
function countStates(database: Database): DeliveryCounts {
  const count = (condition: string): number => {
    const row = database.first(`SELECT COUNT(*) AS total FROM deliveries WHERE ${condition}`)
    return row ? number(row, 'total') : 0
  }
  const sending = count(`${openStates} AND state = 'sending'`)
  return { pending: count(openStates) - sending, sending, held: count(`state = 'held'`) }
}
