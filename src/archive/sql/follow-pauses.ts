import type { Follow, Follows, Pause } from '../follows.ts'
import { text } from './columns.ts'
import type { Database } from './database.ts'
import { openStates } from './delivery-rows.ts'
import { followFrom } from './follow-rows.ts'
import { leaveDeliveries } from './leave-deliveries.ts'

/** Follows that rest, each for a cause of its own, and servers that left. */
export function pauseMethods(
  database: Database,
): Pick<
  Follows,
  | 'pauseFollow'
  | 'pauseChannel'
  | 'resumeFollow'
  | 'leaveServer'
  | 'rejoinServer'
  | 'departedServers'
  | 'forgetDeparture'
> {
  return {
    pauseFollow: (id, owner, reason) => database.write(() => pauseFollow(database, { id, owner }, reason)),
    pauseChannel: (channel, reason) => database.write(() => pauseChannel(database, channel, reason)),
    resumeFollow: (id, owner) =>
      database.write(() => {
        const sql = 'UPDATE follows SET paused = NULL, pause_cause = NULL WHERE id = ? AND owner = ?'
        return database.run(sql, id, owner).changes > 0
      }),
    leaveServer: (server, reason, at) => database.write(() => leave(database, { server, at }, reason)),
    rejoinServer: (server) => database.write(() => rejoin(database, server)),
    departedServers: (before) =>
      database.read(() =>
        database
          .all('SELECT server FROM departures WHERE left_at < ? ORDER BY left_at, server', before)
          .map((row) => text(row, 'server')),
      ),
    forgetDeparture: (server) =>
      database.write(() => void database.run('DELETE FROM departures WHERE server = ?', server)),
  }
}

function pauseFollow(
  database: Database,
  { id, owner }: Pick<Follow, 'id' | 'owner'>,
  reason: string,
): boolean {
  const sql = `UPDATE follows SET paused = ?, pause_cause = 'asked' WHERE id = ? AND owner = ?`
  if (database.run(sql, reason, id, owner).changes === 0) return false
  leaveDeliveries(database, id, reason)
  return true
}

function pauseChannel(database: Database, channel: string, reason: string): readonly Follow[] {
  const paused = pause(database, ['channel = ?', channel], { cause: 'closed', reason })
  // Also what follows had asked for that have posted into another channel since.
  database.run(
    `UPDATE deliveries SET state = 'dropped', error = ?, sending_at = NULL, lease_until = NULL
     WHERE channel = ? AND ${openStates}`,
    reason,
    channel,
  )
  return paused
}

function leave(
  database: Database,
  { server, at }: { readonly server: string; readonly at: number },
  reason: string,
): readonly Follow[] {
  database.run('INSERT INTO departures (server, left_at) VALUES (?, ?) ON CONFLICT DO NOTHING', server, at)
  return pause(database, ['owner = ?', server], { cause: 'left', reason })
}

function rejoin(database: Database, server: string): readonly Follow[] {
  database.run('DELETE FROM departures WHERE server = ?', server)
  const resumed = selectFollows(database, [`pause_cause = 'left' AND owner = ?`, server])
  database.run(
    `UPDATE follows SET paused = NULL, pause_cause = NULL WHERE owner = ? AND pause_cause = 'left'`,
    server,
  )
  return resumed.map(({ paused: _, ...follow }) => follow)
}

type Condition = readonly [sql: string, value: string]

function pause(database: Database, [sql, value]: Condition, paused: Pause): readonly Follow[] {
  const follows = selectFollows(database, [`paused IS NULL AND ${sql}`, value])
  for (const { id } of follows) {
    const change = 'UPDATE follows SET paused = ?, pause_cause = ? WHERE id = ?'
    database.run(change, paused.reason, paused.cause, id)
    leaveDeliveries(database, id, paused.reason)
  }
  return follows.map((follow) => ({ ...follow, paused }))
}

function selectFollows(database: Database, [sql, value]: Condition): readonly Follow[] {
  return database
    .all(`SELECT * FROM follows WHERE ${sql} ORDER BY created_at, position`, value)
    .map(followFrom)
}
