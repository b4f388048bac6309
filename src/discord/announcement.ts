import { createHash } from 'node:crypto'
import type { Archive, StoredArticle, Viewer } from '../archive/archive.ts'
import type { Delivery } from '../archive/deliveries.ts'
import { type Follow, isPersonOwner } from '../archive/follows.ts'
import { announcementCard } from './cards/announcement-card.ts'
import type { Card } from './cards/card.ts'

/** A delivery as a message. */
export interface Announcement {
  readonly card: Card
  /** The only roles that it may mention. */
  readonly roles: readonly string[]
}

const keyLength = 16
/** Discord's limit for nonces. */
const nonceLength = 25

/** What a delivery's message says, as things are now: the article, and who else tells its story in that server's eyes. */
export async function composeAnnouncement(
  archive: Archive,
  delivery: Delivery,
  stored: StoredArticle,
): Promise<Announcement> {
  const follows = await followsOf(archive, delivery)
  const story = await archive.storyOf(delivery.articleId, viewerOf(follows))
  const roles = [...new Set(follows.flatMap(({ mention }) => (mention === undefined ? [] : [mention])))]
  return { card: announcementCard(stored, { key: messageKey(delivery), roles, story }), roles }
}

/** Marks a message as a delivery's, in the custom_ids of its buttons. */
export function messageKey(delivery: Delivery): string {
  return digestOf(delivery, keyLength)
}

/** Names a delivery in Discord; the channel is part of it because nonces are remembered for each author, not each channel. */
export function nonceOf(delivery: Delivery): string {
  return digestOf(delivery, nonceLength)
}

function digestOf({ id, channel, articleId }: Delivery, length: number): string {
  return createHash('sha256').update(`${id} ${channel} ${articleId}`).digest('hex').slice(0, length)
}

/** A channel is in one server, or somebody's own. Whose it is, is unknown once its follows are gone: then it gets what everybody sees. */
function viewerOf([follow]: readonly Follow[]): Viewer {
  if (follow === undefined || isPersonOwner(follow.owner)) return { kind: 'person', id: '' }
  return { kind: 'server', id: follow.owner }
}

async function followsOf(archive: Archive, { follows }: Delivery): Promise<readonly Follow[]> {
  const wanted = new Set(follows)
  return (await archive.follows()).filter((follow) => wanted.has(follow.id))
}
