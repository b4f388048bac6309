import { createHash } from 'node:crypto'
import type { Archive } from '../archive/archive.ts'
import type { StoredArticle } from '../archive/article-lists.ts'
import type { Delivery, Posting } from '../archive/deliveries.ts'
import { type Follow, isPersonOwner } from '../archive/follows.ts'
import type { Viewer } from '../archive/viewer.ts'
import { articlesOf, type Digest, digestOf, storiesOf } from '../queries/digest.ts'
import { announcementCard } from './cards/announcement-card.ts'
import type { CardFile } from './cards/card.ts'
import { type DigestView, digestCard } from './cards/digest-card.ts'
import { toPng } from './charts/png.ts'
import { isWorthDrawing, quotedChart } from './charts/quoted-chart.ts'
import type { LanguageTo } from './language.ts'
import type { Catalogue } from './locales/catalogue.ts'
import { english } from './locales/en.ts'
import type { Post } from './poster.ts'

/** Discord's limit for nonces. */
const nonceLength = 25
const keyLength = 16

/** What posts are made with. */
export interface ComposeParts {
  readonly archive: Archive
  readonly languageTo: LanguageTo
}

/** A post, and whether what it tells was corrected. */
export interface ComposedPost extends Post {
  readonly isCorrected: boolean
}

/** What stands in the components of a posting's message and nowhere else. */
export function keyOf(posting: Posting): string {
  return hashOf(posting, keyLength)
}

/**
 * What a posting says: one article, or several as a digest, with the roles of its follows. Undefined where all of its
 * articles are withdrawn, or no longer seen where it is to be posted: then others alone have the say about their words.
 */
export async function composePost(parts: ComposeParts, posting: Posting): Promise<ComposedPost | undefined> {
  const { archive } = parts
  const deliveries = posting.digest ?? [posting]
  const follows = await followsOf(archive, deliveries)
  const viewer = viewerOf(follows)
  const articles = await articlesOf(archive, deliveries, viewer)
  const [first] = articles
  if (first === undefined) return undefined
  const roles = [...new Set(follows.flatMap(({ mention }) => (mention === undefined ? [] : [mention])))]
  const common = {
    roles,
    nonce: hashOf(posting, nonceLength),
    crosspost: follows.some(({ crosspost }) => crosspost === true),
    isCorrected: articles.some(({ correctedAt }) => correctedAt !== undefined),
  }
  const say = await languageFor(parts, follows)
  if (articles.length > 1) {
    const digest = digestOf(articles, await storiesOf(archive, articles, viewer))
    return {
      ...common,
      ...(await digestPost(digest, posting, { roles, say })),
      topics: articles.flatMap(topicsOf),
    }
  }
  const key = keyOf(posting)
  const story = await archive.storyOf(first.article.id, viewer)
  return {
    ...common,
    card: announcementCard(first, { key, roles, follows, story, say }),
    title: first.article.title,
    topics: topicsOf(first),
  }
}

/** What is left to say where all articles of a posting are withdrawn: the language that it was told in. */
export async function languageOfPosting(parts: ComposeParts, posting: Posting): Promise<Catalogue> {
  return languageFor(parts, await followsOf(parts.archive, posting.digest ?? [posting]))
}

/** Follows of one channel have one owner. Once they are gone, nobody is there to choose a language. */
async function languageFor({ languageTo }: ComposeParts, [follow]: readonly Follow[]): Promise<Catalogue> {
  return follow === undefined ? english : languageTo(follow)
}

async function digestPost(
  digest: Digest,
  posting: Posting,
  { roles, say }: Pick<DigestView, 'roles' | 'say'>,
): Promise<Pick<Post, 'card' | 'title'>> {
  const chart = await digestChart(digest, say)
  const view = { posting: posting.id, key: keyOf(posting), at: posting.plannedAt, page: 0, roles, say, chart }
  return {
    card: digestCard(digest, view),
    title: say.posts.digestOf(say.day(posting.plannedAt), say.posts.articles(digest.articles)),
  }
}

/** None where it would say no more than the names do. */
async function digestChart(digest: Digest, say: Catalogue): Promise<CardFile | undefined> {
  if (!isWorthDrawing(digest)) return undefined
  const people = digest.people.map(({ name, statements }) => `${name} (${statements})`)
  return {
    name: 'quoted.png',
    data: await toPng(quotedChart(digest, say)),
    description: say.posts.quotedMost(people.join(', ')),
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

async function followsOf(archive: Archive, deliveries: readonly Delivery[]): Promise<readonly Follow[]> {
  const wanted = new Set(deliveries.flatMap(({ follows }) => follows))
  return archive.followsNamed([...wanted])
}

/** Names a posting in Discord; the channel is part of it because nonces are remembered for each author, not each channel. */
function hashOf({ id, channel, isDigest }: Posting, length: number): string {
  const name = `${isDigest ? 'digest' : 'article'} ${id} ${channel}`
  return createHash('sha256').update(name).digest('hex').slice(0, length)
}
