import { createHash } from 'node:crypto'
import type { Archive } from '../archive/archive.ts'
import type { Entry, FeedOrigin, FileRecord, Kept, NewDelivery, Origin } from '../archive/entry.ts'
import type { Follow } from '../archive/follows.ts'
import { openKeyed } from '../archive/keyed.ts'
import type { Article, Draft } from '../article.ts'
import { type Candidate, matchesFollow } from '../queries/match-follow.ts'
import { defaultTimezone, openSettings, type SettingsBook } from '../queries/server-settings.ts'
import { isAlwaysAtOnce, planFor } from './plan.ts'
import type { Reading } from './reading.ts'

/** An article that has been read and understood, and how it came. */
export interface Arrival {
  readonly id: string
  readonly reading: Reading
  readonly origin: Origin | FeedOrigin
  readonly file?: FileRecord
  /** False where it must not be posted: the first sight of a folder or feed is silent. */
  readonly announce: boolean
}

/** Letters of an id: enough that among a million articles two alike are not to be expected (60 bits). */
const idLength = 12

/**
 * The id of an article, made of its identity ("file:<path>", a feed item's guid): the same for ever, short and
 * URL-safe (12 characters of [0-9a-v]).
 */
export function articleId(identity: string): string {
  const digest = createHash('sha256').update(identity).digest()
  return Array.from(digest.subarray(0, idLength), (byte) => (byte % 32).toString(32)).join('')
}

/**
 * Keeps an article together with the posts it causes, in one transaction.
 * @returns what the archive did with it.
 */
export async function takeArticle(archive: Archive, arrival: Arrival, now: number): Promise<Kept> {
  return archive.keep(await entryOf(arrival, plannerOf(archive, now), now))
}

/** As `takeArticle` for each, in this order, all in one transaction: when one cannot be kept, none is. */
export async function takeArticles(
  archive: Archive,
  arrivals: readonly Arrival[],
  now: number,
): Promise<readonly Kept[]> {
  const plan = plannerOf(archive, now)
  return archive.keepAll(await Promise.all(arrivals.map((arrival) => entryOf(arrival, plan, now))))
}

async function entryOf(arrival: Arrival, plan: Planner, now: number): Promise<Entry> {
  const { reading, origin, file } = arrival
  const article = toArticle({ id: arrival.id, draft: reading.draft }, now)
  const candidate = { article, analysis: reading.analysis, terms: reading.terms }
  const deliveries = arrival.announce ? await plan(candidate) : []
  return {
    article,
    analysis: reading.analysis,
    terms: reading.terms,
    story: reading.story,
    origin,
    ...(file !== undefined && { file }),
    deliveries,
    at: now,
  }
}

/** The article that a draft becomes when it is met at `now`. */
export function toArticle({ id, draft }: { id: string; draft: Draft }, now: number): Article {
  // A date that lies ahead would keep the article on top of every list until then.
  const publishedAt = Math.min(draft.publishedAt ?? now, now)
  return { ...draft, id, publishedAt, firstSeenAt: now }
}

/** The posts that an article causes. The archive leaves out the owners who do not see it, and makes one for each channel. */
type Planner = (candidate: Candidate) => Promise<readonly NewDelivery[]>

/** Plans the posts of articles that come together: what is followed is asked for once. */
function plannerOf(archive: Archive, now: number): Planner {
  const zones = zonesFor(archive, now)
  let follows: Promise<readonly Follow[]> | undefined
  return async (candidate) => {
    follows ??= archive.follows()
    const deliveries: NewDelivery[] = []
    for (const follow of await follows) {
      if (follow.paused !== undefined || !matchesFollow(follow, candidate)) continue
      const delivery = { channel: follow.channel, follows: [follow.id] }
      if (isAlwaysAtOnce(follow)) deliveries.push(delivery)
      else deliveries.push({ ...delivery, plan: planFor(follow, await zones(follow), now) })
    }
    return deliveries
  }
}

/** The time zone of a follow. Owners have many follows: the settings of each are asked for once. */
function zonesFor(archive: Archive, now: number): (follow: Follow) => Promise<string> {
  let settings: SettingsBook | undefined
  const known = new Map<string, Promise<string>>()
  return ({ timezone, owner }) => {
    if (timezone !== undefined) return Promise.resolve(timezone)
    settings ??= openSettings(openKeyed(archive, () => now).settings)
    const zone = known.get(owner) ?? settings.get(owner).then((set) => set.timezone ?? defaultTimezone)
    known.set(owner, zone)
    return zone
  }
}
