import type { Delivery } from '../deliveries.ts'
import { number, optionalNumber, text } from './columns.ts'
import type { Database } from './database.ts'
import { deliveryFrom } from './delivery-rows.ts'
import { editPauseMs, mostEdits } from './edits-table.ts'
import type { Row } from './row.ts'

/** Why an article is not posted whose story was told by another one in the same channel. */
export const toldReason = 'another article told its story there'

/** Where a story is to be told. */
interface Place {
  readonly story: number | undefined
  readonly channel: string
  /** What is happening now, epoch milliseconds. */
  readonly now: number
}

/**
 * The delivery that told a story in a channel, or will by itself have told it by a moment; undefined if there is none. What
 * waits for a digest that is still to come tells nothing yet: a digest takes all that belongs together.
 */
export function deliveryOfStory(
  database: Database,
  { story, channel, now, at }: Place & { readonly at: number },
): number | undefined {
  if (story === undefined) return undefined
  const row = database.first(
    `SELECT d.id ${deliveriesInChannel} AND (
       d.state IN ('sending', 'sent', 'held')
       OR (d.state = 'pending' AND (d.planned_at < ? OR (d.is_digest = 0 AND d.planned_at <= ?)))
     ) ORDER BY d.planned_at, d.id LIMIT 1`,
    channel,
    story,
    now,
    at,
  )
  return row && number(row, 'id')
}

/** The delivery that was left to another article of its story, which now is gone; undefined if there is none. */
export function nextToTell(database: Database, { story, channel, now }: Place): Delivery | undefined {
  const told = deliveryOfStory(database, { story, channel, now, at: Number.MAX_SAFE_INTEGER })
  if (story === undefined || told !== undefined) return undefined
  const sql = `SELECT d.* ${deliveriesInChannel} AND d.state = 'dropped' AND d.error = ? ORDER BY d.id LIMIT 1`
  const row = database.first(sql, channel, story, toldReason)
  return row && deliveryFrom(database, row)
}

const deliveriesInChannel = `FROM story_members m JOIN articles a ON a.seq = m.seq
  JOIN deliveries d ON d.article_id = a.id AND d.channel = ? WHERE m.story = ?`

/** SQL: delivery `o` goes or went out with `d`, as far as is known: some were dropped while they were on their way. */
const isOfSameMessage = `o.posting = d.posting AND (o.state IN ('sending', 'sent') OR o.sending_at IS NOT NULL)`

/** SQL: the delivery that stands for the message of `d`. It is one, so that no two edits of a message go beside each other. */
const messageOfDelivery = `COALESCE((SELECT MIN(o.id) FROM deliveries o WHERE ${isOfSameMessage}), d.id)`

/** SQL: `d` was told by itself. A digest of one article is an announcement like any other. */
const isAlone = `NOT EXISTS (SELECT 1 FROM deliveries o WHERE ${isOfSameMessage} AND o.id <> d.id)`

/**
 * Wishes that the messages about a story's articles are written anew, inside a transaction: those of owners who see
 * the article for whose sake it is done. A message that is not sent yet will tell it anyway; a digest of several articles
 * stays as it is.
 */
export function editStory(
  database: Database,
  story: number | undefined,
  { isSeenBy, at }: { readonly isSeenBy: (owner: string) => boolean; readonly at: number },
): void {
  if (story === undefined) return
  const rows = database.all(
    `SELECT DISTINCT d.id, d.edit_due_at, d.edited_at, f.owner
     FROM story_members m JOIN articles a ON a.seq = m.seq JOIN deliveries d ON d.article_id = a.id
       JOIN delivery_follows w ON w.delivery = d.id JOIN follows f ON f.id = w.follow
     WHERE m.story = ? AND ${isAlone} AND d.state IN ('sending', 'sent') AND d.edits < ${mostEdits}`,
    story,
  )
  for (const row of rows) if (isSeenBy(text(row, 'owner'))) wishEdit(database, row, at)
}

const messagesAbout = `SELECT ${messageOfDelivery} FROM deliveries d
  WHERE d.article_id = ? AND d.state IN ('sending', 'sent')`

/** As `editStory`, of the messages about one article that was corrected. */
export function editArticle(database: Database, articleId: string, at: number): void {
  const rows = database.all(
    `SELECT id, edit_due_at, edited_at FROM deliveries WHERE id IN (${messagesAbout}) AND edits < ${mostEdits}`,
    articleId,
  )
  for (const row of rows) wishEdit(database, row, at)
}

/** Tries that a withdrawn article's message has at least, and again when the article returns: readers must not miss that. */
const triesForWithdrawal = 5

/** As `editArticle`, of an article that was withdrawn or has returned; also of messages that were edited often enough. */
export function editWithdrawn(database: Database, articleId: string, at: number): void {
  const left = mostEdits - triesForWithdrawal
  const sql = `UPDATE deliveries SET edits = ${left} WHERE id IN (${messagesAbout}) AND edits > ${left}`
  database.run(sql, articleId)
  editArticle(database, articleId, at)
}

function wishEdit(database: Database, row: Row, at: number): void {
  const editedAt = optionalNumber(row, 'edited_at')
  const dueAt = editedAt === undefined ? at : Math.max(at, editedAt + editPauseMs)
  database.run(
    'UPDATE deliveries SET edit_version = edit_version + 1, edit_due_at = ? WHERE id = ?',
    optionalNumber(row, 'edit_due_at') ?? dueAt,
    number(row, 'id'),
  )
}
