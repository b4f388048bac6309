import { dropAbsent } from '../drop-absent.ts'
import type { Follow, Follows } from '../follows.ts'
import { number, optionalText, text } from './columns.ts'
import type { Database, Row } from './database.ts'
import { openStates } from './delivery-rows.ts'

/** The follows. */
export function followMethods(database: Database): Follows {
  return {
    addFollow: (follow) => database.write(() => addFollow(database, follow)),
    follows: (server) => database.read(() => listFollows(database, server)),
    follow: (id, server) =>
      database.read(() => {
        const row = database.first('SELECT * FROM follows WHERE id = ? AND server = ?', id, server)
        return row && followFrom(row)
      }),
    removeFollow: (id, server) => database.write(() => removeFollow(database, id, server)),
    pauseChannel: (channel, reason) => database.write(() => pause(database, { channel }, reason)),
    pauseServer: (server, reason) => database.write(() => pause(database, { server }, reason)),
    resumeFollow: (id, server) =>
      database.write(() => {
        const sql = 'UPDATE follows SET paused = NULL WHERE id = ? AND server = ?'
        return database.run(sql, id, server).changes > 0
      }),
  }
}

function addFollow(database: Database, follow: Follow): void {
  database.run(
    `INSERT INTO follows
       (id, server, channel, about, speaker, publisher, exclude, mention, created_by, created_at, paused)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    follow.id,
    follow.server,
    follow.channel,
    follow.about,
    follow.speaker,
    follow.publisher,
    follow.exclude,
    follow.mention,
    follow.createdBy,
    follow.createdAt,
    follow.paused,
  )
}

function listFollows(database: Database, server: string | undefined): readonly Follow[] {
  const rows =
    server === undefined
      ? database.all('SELECT * FROM follows ORDER BY created_at, position')
      : database.all('SELECT * FROM follows WHERE server = ? ORDER BY created_at, position', server)
  return rows.map(followFrom)
}

function removeFollow(database: Database, id: string, server: string): boolean {
  const { changes } = database.run('DELETE FROM follows WHERE id = ? AND server = ?', id, server)
  if (changes === 0) return false
  leaveDeliveries(database, id, 'its follow was removed')
  return true
}

/** Takes the follow off what was not sent; a delivery that no other follow wants is dropped. */
function leaveDeliveries(database: Database, follow: string, reason: string): void {
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
        `UPDATE deliveries SET state = 'dropped', error = ?, sending_at = NULL, lease_until = NULL WHERE id = ?`,
        reason,
        id,
      )
    }
  }
}

function pause(
  database: Database,
  where: { channel: string } | { server: string },
  reason: string,
): readonly Follow[] {
  const [condition, value] =
    'channel' in where ? ['channel = ?', where.channel] : ['server = ?', where.server]
  const paused = database
    .all(`SELECT * FROM follows WHERE ${condition} AND paused IS NULL ORDER BY created_at, position`, value)
    .map((row) => ({ ...followFrom(row), paused: reason }))
  for (const { id } of paused) {
    database.run('UPDATE follows SET paused = ? WHERE id = ?', reason, id)
    leaveDeliveries(database, id, reason)
  }
  if ('channel' in where) dropChannel(database, where.channel, reason)
  return paused
}

/** Also what follows had asked for that have posted into another channel since. */
function dropChannel(database: Database, channel: string, reason: string): void {
  database.run(
    `UPDATE deliveries SET state = 'dropped', error = ?, sending_at = NULL, lease_until = NULL
     WHERE channel = ? AND ${openStates}`,
    reason,
    channel,
  )
}

function followFrom(row: Row): Follow {
  return dropAbsent({
    id: text(row, 'id'),
    server: text(row, 'server'),
    channel: text(row, 'channel'),
    about: optionalText(row, 'about'),
    speaker: optionalText(row, 'speaker'),
    publisher: optionalText(row, 'publisher'),
    exclude: optionalText(row, 'exclude'),
    mention: optionalText(row, 'mention'),
    createdBy: text(row, 'created_by'),
    createdAt: number(row, 'created_at'),
    paused: optionalText(row, 'paused'),
  })
}
