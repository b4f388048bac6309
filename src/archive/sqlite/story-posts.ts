import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { editPauseMs, mostEdits } from './edits-table.ts'

/** Why an article is not posted whose story was told by another one in the same channel. */
export const toldReason = 'another article told its story there'

/** The delivery that told, or is about to tell, a story in a channel; undefined if there is none. */
export function deliveryOfStory(
  database: Database,
  { story, channel }: { readonly story: number | undefined; readonly channel: string },
): number | undefined {
  if (story === undefined) return undefined
  const row = database.first(
    `SELECT d.id ${deliveriesInChannel} AND d.state <> 'dropped' ORDER BY d.id LIMIT 1`,
    channel,
    story,
  )
  return row && number(row, 'id')
}

/** Has a story that was to be told by an article that is gone told by the next, if one was to be posted there too. */
export function retellStory(
  database: Database,
  {
    story,
    channel,
    at,
  }: { readonly story: number | undefined; readonly channel: string; readonly at: number },
): void {
  if (story === undefined || deliveryOfStory(database, { story, channel }) !== undefined) return
  const sql = `SELECT d.id ${deliveriesInChannel} AND d.state = 'dropped' AND d.error = ? ORDER BY d.id LIMIT 1`
  const next = database.first(sql, channel, story, toldReason)
  if (!next) return
  const revive = `UPDATE deliveries SET state = 'pending', error = NULL, due_at = ? WHERE id = ?`
  database.run(revive, at, number(next, 'id'))
}

const deliveriesInChannel = `FROM story_members m JOIN articles a ON a.seq = m.seq
  JOIN deliveries d ON d.article_id = a.id AND d.channel = ? WHERE m.story = ?`

/**
 * Wishes that the messages about a story's articles are written anew, inside a transaction: those in servers that see
 * the article for whose sake it is done. A message that is not sent yet will tell it anyway.
 */
export function editStory(
  database: Database,
  story: number | undefined,
  { isSeenBy, at }: { readonly isSeenBy: (server: string) => boolean; readonly at: number },
): void {
  if (story === undefined) return
  const rows = database.all(
    `SELECT DISTINCT d.id, f.server
     FROM story_members m JOIN articles a ON a.seq = m.seq JOIN deliveries d ON d.article_id = a.id
       JOIN delivery_follows w ON w.delivery = d.id JOIN follows f ON f.id = w.follow
     WHERE m.story = ? AND d.state IN ('sending', 'sent')`,
    story,
  )
  for (const row of rows) if (isSeenBy(text(row, 'server'))) wishEdit(database, number(row, 'id'), at)
}

function wishEdit(database: Database, id: number, at: number): void {
  database.run(
    `UPDATE deliveries SET edit_version = edit_version + 1,
       edit_due_at = COALESCE(edit_due_at, MAX(?, COALESCE(edited_at + ${editPauseMs}, 0)))
     WHERE id = ? AND edits < ${mostEdits}`,
    at,
    id,
  )
}
