import type { Feed, FeedItem, KnownItem } from '../archive/feeds.ts'
import { entryKeys } from '../sources/entry-keys.ts'
import type { FeedEntry, Feed as ReadFeed } from '../sources/feed.ts'
import { holdsSecret, showUrl } from '../sources/http/show-url.ts'
import type { FeedDesk } from './desk.ts'
import { entryHash } from './feed-draft.ts'
import { openPageShare } from './page-share.ts'
import { placeEntry } from './place-entry.ts'
import { type EntrySource, readEntry } from './read-entry.ts'
import { takeArticle } from './take.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Of a feed that is met for the first time, so many articles are kept, the newest; the others are known and passed over. */
const firstSight = 20
/**
 * Of one reading, so many articles are posted, the newest in the order of their dates; the others are kept silently. Feeds
 * seldom show more at once: it is a bound for those that have made everything anew.
 */
const mostPosts = 50
/** A feed that is read so much later than it was due, since nobody was there to read it, is catching up and posts less. */
const absenceMs = 6 * hourMs
const mostCatchUpPosts = 10
/** What is older than this is no news, though the feed may not have had it before. */
const oldestNewsMs = 7 * dayMs
/** Entries updated in one reading; feeds that change all of theirs at once have changed their form. */
const mostUpdates = 10
/** An entry that the feed has not shown for so long is forgotten: it would be too old to be news. */
const itemLifeMs = 90 * dayMs

/** An entry with what it is known by. */
interface Item {
  readonly entry: FeedEntry
  readonly keys: readonly string[]
  readonly hash: string
}

/**
 * Keeps what is new or changed in a feed, oldest first.
 * @returns how many of its entries were new
 */
export async function takeEntries(desk: FeedDesk, feed: Feed, read: ReadFeed): Promise<number> {
  const { archive, clock } = desk
  const items = itemsOf(read)
  const known = await archive.feedItems(
    feed.id,
    items.flatMap(({ keys }) => keys),
  )
  const found = items.map((item) => ({ item, known: knownBy(known, item) }))
  const fresh = found.filter((one) => one.known === undefined).map(({ item }) => item)
  const old = found.flatMap((one) => (one.known === undefined ? [] : [{ ...one, known: one.known }]))
  const source = { feed, read, pages: openPageShare(clock) }
  await takeUpdates(desk, source, old)
  await takeFresh(desk, source, fresh)
  await archive.forgetItems(feed.id, clock.now() - itemLifeMs)
  return fresh.length
}

interface Source extends EntrySource {
  readonly feed: Feed
}

/** Oldest first; feeds put the newest first, which is the order of those without dates. */
function itemsOf(read: ReadFeed): readonly Item[] {
  const keys = entryKeys(read)
  const items = read.entries.flatMap((entry, index): Item[] => {
    const own = keys[index] ?? []
    return own.length === 0 ? [] : [{ entry, keys: own, hash: entryHash(entry) }]
  })
  const oldestFirst = items.toReversed()
  const isDated = oldestFirst.every(({ entry }) => dateOf(entry) !== undefined)
  return isDated ? oldestFirst.sort((a, b) => (dateOf(a.entry) ?? 0) - (dateOf(b.entry) ?? 0)) : oldestFirst
}

function dateOf({ publishedAt, updatedAt }: FeedEntry): number | undefined {
  return publishedAt ?? updatedAt
}

function knownBy(known: ReadonlyMap<string, KnownItem>, { keys }: Item): KnownItem | undefined {
  return keys.map((key) => known.get(key)).find((item) => item !== undefined)
}

async function takeUpdates(
  desk: FeedDesk,
  source: Source,
  old: readonly { readonly item: Item; readonly known: KnownItem }[],
): Promise<void> {
  const { archive, clock } = desk
  const now = clock.now()
  const changed = old.filter(({ item, known }) => {
    return item.hash !== known.hash && known.articleId !== undefined && !isPast(item, now)
  })
  const updates = new Set(changed.slice(-mostUpdates).map(({ item }) => item))
  const seen = old
    .filter(({ item }) => !updates.has(item))
    .map(({ item: { keys, hash }, known: { articleId } }): FeedItem => {
      return { keys, hash, ...(articleId !== undefined && { articleId }) }
    })
  await archive.recordItems(source.feed.id, seen, now)
  for (const { item, known } of changed) {
    if (desk.signal.aborted) return
    if (updates.has(item)) await takeItem(desk, source, { item, id: known.articleId, announce: false })
  }
}

function isPast({ entry }: Item, now: number): boolean {
  return (dateOf(entry) ?? now) < now - oldestNewsMs
}

async function takeFresh(desk: FeedDesk, source: Source, fresh: readonly Item[]): Promise<void> {
  const { feed } = source
  const now = desk.clock.now()
  const wanted = feed.loaded ? fresh : fresh.slice(-firstSight)
  const passed = fresh.slice(0, fresh.length - wanted.length)
  await desk.archive.recordItems(feed.id, passed, now)
  const isAbsence = now - feed.nextReadAt > absenceMs
  const owners = isAbsence ? await desk.archive.feedOwners(feed.id) : []
  const posts = isAbsence
    ? desk.catchUp.take(owners, Math.min(wanted.length, mostCatchUpPosts), now)
    : mostPosts
  for (const [index, item] of wanted.entries()) {
    if (desk.signal.aborted) return
    const announce = feed.loaded && index >= wanted.length - posts && !isPast(item, now)
    await takeItem(desk, source, { item, id: undefined, announce })
  }
  const silent = wanted.slice(0, Math.max(0, wanted.length - posts)).filter((item) => !isPast(item, now))
  if (feed.loaded && silent.length > 0) {
    const counts = { posted: posts, silent: silent.length }
    desk.log.warn({ feed: showUrl(feed.url), ...counts }, 'too much news at once to post all of it')
  }
}

interface Taking {
  readonly item: Item
  /** The article that it is, where that is known. */
  readonly id: string | undefined
  readonly announce: boolean
}

async function takeItem(desk: FeedDesk, source: Source, taking: Taking): Promise<void> {
  const { archive, clock, log } = desk
  const { entry, keys, hash } = taking.item
  const { feed } = source
  const reading = await readEntry(desk, entry, source)
  const [key = ''] = keys
  const identity = { feed: feed.id, key, isApart: holdsSecret(feed.url) }
  const place = await placeEntry(desk, { reading, identity, knownAs: taking.id })
  const origin = { feed: feed.id, item: { keys, hash } }
  const kept = await takeArticle(archive, { ...place, origin, announce: taking.announce }, clock.now())
  log.info({ feed: showUrl(feed.url), title: reading.draft.title, kept }, 'article read')
  desk.onArticle()
}
