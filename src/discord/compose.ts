import { createHash } from 'node:crypto'
import type { Archive } from '../archive/archive.ts'
import type { StoredArticle } from '../archive/article-lists.ts'
import type { Posting } from '../archive/deliveries.ts'
import { type Follow, isPersonOwner } from '../archive/follows.ts'
import type { Viewer } from '../archive/viewer.ts'
import { articlesOf, type Digest, digestOf, storiesOf } from '../queries/digest.ts'
import { announcementCard } from './cards/announcement-card.ts'
import { digestCard } from './cards/digest-card.ts'
import { english } from './locales/en.ts'
import type { Post } from './poster.ts'

/** Discord's limit for nonces. */
const nonceLength = 25
const keyLength = 16

/** What stands in the components of a posting's message and nowhere else. */
export function keyOf(posting: Posting): string {
  return hashOf(posting, keyLength)
}

/**
 * What a posting says: one article, or several as a digest, with the roles of its follows. Undefined where all of its
 * articles are withdrawn, or no longer seen where it is to be posted: then others alone have the say about their words.
 */
export async function composePost(archive: Archive, posting: Posting): Promise<Post | undefined> {
  const deliveries = posting.digest ?? [posting]
  const follows = await followsOf(archive, new Set(deliveries.flatMap((delivery) => delivery.follows)))
  const viewer = viewerOf(follows)
  const articles = await articlesOf(archive, deliveries, viewer)
  const [first] = articles
  if (first === undefined) return undefined
  const roles = [...new Set(follows.flatMap(({ mention }) => (mention === undefined ? [] : [mention])))]
  const common = {
    roles,
    nonce: hashOf(posting, nonceLength),
    crosspost: follows.some(({ crosspost }) => crosspost === true),
  }
  if (articles.length > 1) {
    const digest = digestOf(articles, await storiesOf(archive, articles, viewer))
    return { ...common, ...digestPost(digest, posting, roles), topics: articles.flatMap(topicsOf) }
  }
  const key = keyOf(posting)
  const story = await archive.storyOf(first.article.id, viewer)
  return {
    ...common,
    card: announcementCard(first, { key, roles, follows, story, say: english }),
    title: first.article.title,
    topics: topicsOf(first),
  }
}

function digestPost(
  digest: Digest,
  posting: Posting,
  roles: readonly string[],
): Pick<Post, 'card' | 'title'> {
  const view = {
    posting: posting.id,
    key: keyOf(posting),
    at: posting.plannedAt,
    page: 0,
    roles,
    say: english,
  }
  const day = new Date(posting.plannedAt).toISOString().slice(0, 'yyyy-mm-dd'.length)
  return {
    card: digestCard(digest, view),
    title: `Digest of ${day}: ${digest.articles} articles`,
  }
}

/** What an article may be filed under, weightiest first. */
function topicsOf({ article, analysis }: StoredArticle): readonly string[] {
  return [
    ...analysis.keywords.map(({ term }) => term),
    ...analysis.people.map(({ name }) => name),
    article.publisher,
  ]
}

/** A channel is in one server, or somebody's own. Once its follows are gone, it gets what everybody sees. */
function viewerOf([follow]: readonly Follow[]): Viewer {
  if (follow === undefined || isPersonOwner(follow.owner)) return { kind: 'person', id: '' }
  return { kind: 'server', id: follow.owner }
}

async function followsOf(archive: Archive, wanted: ReadonlySet<string>): Promise<readonly Follow[]> {
  return (await archive.follows()).filter(({ id }) => wanted.has(id))
}

/** Names a posting in Discord; the channel is part of it because nonces are remembered for each author, not each channel. */
function hashOf({ id, channel, isDigest }: Posting, length: number): string {
  const name = `${isDigest ? 'digest' : 'article'} ${id} ${channel}`
  return createHash('sha256').update(name).digest('hex').slice(0, length)
}
