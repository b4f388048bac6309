import { eraseIndex } from './article-index.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { openStates } from './delivery-rows.ts'
import { leaveStory } from './story-members.ts'
import { countOut } from './tallies.ts'

/**
 * SQL: delivery `d` is to be posted yet, or its message is to be edited or published. Of a digest's deliveries, the first
 * says that of all.
 */
const isUnfinished = `(d.${openStates} OR EXISTS (
    SELECT 1 FROM deliveries o WHERE o.posting = d.posting AND o.state = 'sent'
      AND (o.edit_due_at IS NOT NULL OR o.publish_due_at IS NOT NULL)
  ))`

/** Archive.deleteOlder, inside a transaction. */
export function deleteOlder(database: Database, before: number, limit: number): number {
  const rows = database.all(
    `SELECT a.seq, a.id FROM articles a
     WHERE a.published_at < ? AND a.first_seen_at < ?
       AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.article_id = a.id AND ${isUnfinished})
     ORDER BY a.published_at LIMIT ?`,
    before,
    before,
    limit,
  )
  for (const row of rows) {
    const seq = number(row, 'seq')
    countOut(database, seq)
    eraseIndex(database, seq)
    leaveStory(database, seq)
    database.run('DELETE FROM deliveries WHERE article_id = ?', text(row, 'id'))
    // Origins, readers and text go with it.
    database.run('DELETE FROM articles WHERE seq = ?', seq)
  }
  return rows.length
}
