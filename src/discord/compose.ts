import { createHash } from 'node:crypto'
import type { Archive } from '../archive/archive.ts'
import type { StoredArticle } from '../archive/article-lists.ts'
import type { Delivery, Posting } from '../archive/deliveries.ts'
import { type Follow, isPersonOwner } from '../archive/follows.ts'
import type { Viewer } from '../archive/viewer.ts'
import {
  articlesOf,
  type Digest,
  type DigestMember,
  digestOf,
  isStored,
  membersOf,
  storiesOf,
} from '../queries/digest.ts'
import type { ZoneOf } from '../queries/server-settings.ts'
import { announcementCard } from './cards/announcement-card.ts'
import type { Card, CardFile } from './cards/card.ts'
import { digestCard } from './cards/digest-card.ts'
import { withdrawnCard } from './cards/withdrawn-card.ts'
import { toPng } from './charts/png.ts'
import { isWorthDrawing, quotedChart } from './charts/quoted-chart.ts'
import type { LanguageTo } from './language.ts'
import type { Catalogue } from './locales/catalogue.ts'
import { english } from './locales/en.ts'
import type { Change, Post } from './poster.ts'

/** Discord's limit for nonces. */
const nonceLength = 25
const keyLength = 16

/** What posts are made with. */
export interface ComposeParts {
  readonly archive: Archive
  readonly languageTo: LanguageTo
  readonly zoneOf: ZoneOf
}

/** What stands in the components of a posting's message and nowhere else. */
export function keyOf(posting: Posting): string {
  return hashOf(posting, keyLength)
}

/**
 * What a posting says: one article, or several as a digest, with the roles of its follows. Undefined where all of its
 * articles are withdrawn, or no longer seen where it is to be posted: then others alone have the say about their words.
 */
export async function composePost(parts: ComposeParts, posting: Posting): Promise<Post | undefined> {
  const addressed = await address(parts, posting)
  const { follows, roles, viewer } = addressed
  const articles = await articlesOf(parts.archive, deliveriesOf(posting), viewer)
  const [first] = articles
  if (first === undefined) return undefined
  const isDigest = articles.length > 1
  return {
    card: isDigest
      ? await cardOfSeveral(parts, addressed, articles)
      : await cardOfOne(parts, addressed, first),
    title: isDigest ? await digestTitle(parts, addressed, articles.length) : first.article.title,
    roles,
    nonce: hashOf(posting, nonceLength),
    crosspost: follows.some(({ crosspost }) => crosspost === true),
    topics: articles.flatMap(topicsOf),
  }
}

/**
 * What a posting's message says from now on: its articles as they are, those that were withdrawn as such. What is deleted,
 * or no longer seen there, is left out; undefined where that is all of it, so that nothing can be told anew.
 */
export async function composeChange(parts: ComposeParts, posting: Posting): Promise<Change | undefined> {
  const addressed = await address(parts, posting)
  const members = await membersOf(parts.archive, deliveriesOf(posting), addressed.viewer)
  const [first] = members
  if (first === undefined) return undefined
  if (members.length > 1) return { card: await cardOfSeveral(parts, addressed, members) }
  if (!isStored(first)) return { card: withdrawnCard(first, addressed.say) }
  const card = await cardOfOne(parts, addressed, first)
  // Moderators may have given a forum's post a headline of their own, which only a correction overrules.
  return { card, ...(first.correctedAt !== undefined && { title: first.article.title }) }
}

/** A posting, and whom it is for. */
interface Addressed {
  readonly posting: Posting
  readonly follows: readonly Follow[]
  /** Those that the follows mention. */
  readonly roles: readonly string[]
  readonly viewer: Viewer
  /** The language of the channel. */
  readonly say: Catalogue
}

/** Follows of one channel have one owner. Once they are gone, nobody is there to choose a language. */
async function address({ archive, languageTo }: ComposeParts, posting: Posting): Promise<Addressed> {
  const follows = await followsOf(archive, deliveriesOf(posting))
  const [follow] = follows
  return {
    posting,
    follows,
    roles: [...new Set(follows.flatMap(({ mention }) => (mention === undefined ? [] : [mention])))],
    viewer: viewerOf(follow),
    say: follow === undefined ? english : await languageTo(follow),
  }
}

function deliveriesOf(posting: Posting): readonly Delivery[] {
  return posting.digest ?? [posting]
}

/** Named by the day that it is where the follow's times are meant. */
async function digestTitle(
  { zoneOf }: ComposeParts,
  { posting, follows: [follow], say }: Addressed,
  articles: number,
): Promise<string> {
  const day = say.day(posting.plannedAt, follow && (await zoneOf(follow)))
  return say.posts.digestOf(day, say.posts.articles(articles))
}

async function cardOfOne(
  { archive }: ComposeParts,
  { posting, viewer, ...addressed }: Addressed,
  stored: StoredArticle,
): Promise<Card> {
  const story = await archive.storyOf(stored.article.id, viewer)
  return announcementCard(stored, { ...addressed, key: keyOf(posting), story })
}

async function cardOfSeveral(
  { archive }: ComposeParts,
  { posting, viewer, roles, say }: Addressed,
  members: readonly DigestMember[],
): Promise<Card> {
  const digest = digestOf(members, await storiesOf(archive, members, viewer))
  const chart = await digestChart(digest, say)
  const { id, plannedAt: at } = posting
  return digestCard(digest, { posting: id, key: keyOf(posting), at, page: 0, roles, say, chart })
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
function viewerOf(follow: Follow | undefined): Viewer {
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
