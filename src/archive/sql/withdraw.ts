import { eraseIndex } from './article-index.ts'
import { readersOf, refreshAudience } from './audience.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { leaveStory, storyIdOf } from './story-members.ts'
import { editStory, editWithdrawn } from './story-posts.ts'
import { countIn, countOut } from './tallies.ts'
import { dropDeliveriesOf } from './withdrawn-deliveries.ts'

/** Archive.withdraw, inside a transaction. `isTold`: what was posted says so; else nobody took the articles back. */
export function withdraw(
  database: Database,
  key: string,
  { at, isTold }: { readonly at: number; readonly isTold: boolean },
): readonly string[] {
  return database
    .all('SELECT a.id FROM origins o JOIN articles a ON a.seq = o.seq WHERE o.key = ? ORDER BY a.seq', key)
    .map((row) => text(row, 'id'))
    .filter((articleId) => leaveOrigin(database, { key, articleId, at, isTold }))
}

/** An origin that an article loses. */
interface Leaving {
  readonly key: string
  readonly articleId: string
  readonly at: number
  /** Where that withdraws the article, what was posted about it says so: by default it does. */
  readonly isTold?: boolean
}

/**
 * Takes one origin of one article away. The row of an article without origins stays, so that it is known
 * when it comes back, but nothing finds it.
 * @returns true if that withdrew the article.
 */
export function leaveOrigin(database: Database, { key, articleId, at, isTold = true }: Leaving): boolean {
  const row = database.first(
    'SELECT o.seq FROM origins o JOIN articles a ON a.seq = o.seq WHERE o.key = ? AND a.id = ?',
    key,
    articleId,
  )
  if (!row) return false
  const seq = number(row, 'seq')
  const isSeenBy = readersOf(database, seq)
  countOut(database, seq)
  database.run('DELETE FROM origins WHERE key = ? AND seq = ?', key, seq)
  const isFound = refreshAudience(database, seq)
  if (isFound) {
    countIn(database, [seq])
    return false
  }
  eraseIndex(database, seq)
  const story = storyIdOf(database, seq)
  leaveStory(database, seq)
  editStory(database, story, { isSeenBy, at })
  const sql = 'UPDATE articles SET withdrawn_at = ?, given_up = ? WHERE seq = ?'
  database.run(sql, at, isTold ? 0 : 1, seq)
  if (isTold) editWithdrawn(database, articleId, at)
  dropDeliveriesOf(database, { articleId, story, at })
  return true
}
