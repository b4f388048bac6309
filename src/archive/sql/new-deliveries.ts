import type { Entry, NewDelivery, Plan } from '../entry.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import { insertDelivery, joinDelivery } from './deliveries-table.ts'
import { deliveryOfStory, toldReason } from './story-posts.ts'

/**
 * Writes the deliveries of an article, inside its transaction; those without an active follow of an owner to whom it
 * is new are left out. A channel gets one: the earliest, and of one moment rather by itself than in a digest. Where the
 * article's story was told already, the follows join that delivery.
 */
export function addDeliveries(
  database: Database,
  { article, deliveries, at }: Entry,
  { story, isNewTo }: { readonly story: number | undefined; readonly isNewTo: (owner: string) => boolean },
): void {
  for (const [channel, ofChannel] of Map.groupBy(deliveries, (delivery) => delivery.channel)) {
    const wanted = ofChannel
      .map((delivery) => ({ ...delivery, follows: activeOf(database, delivery, isNewTo) }))
      .filter(({ follows }) => follows.length > 0)
    const first = wanted
      .map((delivery) => settledPlan(database, delivery, at))
      .reduce<Settled | undefined>(earlier, undefined)
    if (first === undefined) continue
    const follows = [...new Set(wanted.flatMap((delivery) => delivery.follows))]
    const told = deliveryOfStory(database, { story, channel, now: at, at: first.at })
    const dropped = told === undefined ? {} : { dropped: toldReason }
    insertDelivery(database, { ...first, ...dropped, articleId: article.id, channel, follows })
    if (told !== undefined) joinDelivery(database, told, follows)
  }
}

function activeOf(
  database: Database,
  { follows }: NewDelivery,
  isNewTo: (owner: string) => boolean,
): readonly string[] {
  return follows.filter((follow) => {
    const row = database.first('SELECT owner FROM follows WHERE id = ? AND paused IS NULL', follow)
    return row !== undefined && isNewTo(text(row, 'owner'))
  })
}

interface Settled {
  readonly at: number
  readonly isDigest: boolean
}

/** When it goes out, now that is known how many have gone out today. */
function settledPlan(database: Database, { follows, plan }: NewDelivery, now: number): Settled {
  const { at = now, isDigest = false, limit }: Partial<Plan> = plan ?? {}
  const isFull =
    limit !== undefined && follows.every((follow) => countPosts(database, follow, limit.since) >= limit.most)
  return limit !== undefined && isFull ? { at: limit.digestAt, isDigest: true } : { at, isDigest }
}

function countPosts(database: Database, follow: string, since: number): number {
  const row = database.first(
    `SELECT COUNT(*) AS posts FROM delivery_follows f JOIN deliveries d ON d.id = f.delivery
     WHERE f.follow = ? AND d.planned_at >= ? AND d.is_digest = 0 AND d.state <> 'dropped'`,
    follow,
    since,
  )
  return row === undefined ? 0 : number(row, 'posts')
}

function earlier(first: Settled | undefined, next: Settled): Settled {
  if (first === undefined || next.at < first.at) return next
  return next.at === first.at && !next.isDigest ? next : first
}
