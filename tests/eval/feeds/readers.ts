import { parseFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { readFeed } from '../../../src/sources/feed.ts'

/** What is scored of an entry; dates in ISO 8601. */
export interface ReadEntry {
  readonly title?: string | null | undefined
  readonly link?: string | null | undefined
  readonly id?: string | null | undefined
  readonly published?: string | null | undefined
  readonly updated?: string | null | undefined
}

/** What is scored of a feed. */
export interface ReadResult {
  readonly feed: ReadEntry
  readonly entries: readonly ReadEntry[]
}

/** Reads a feed's bytes. @throws whatever the library throws for what it takes for no feed */
export type Reader = (bytes: Uint8Array) => ReadResult | Promise<ReadResult>

/** The readers compared, by the name they have in the table. */
export const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['ours', readOurs],
  ['feedsmith alone', readFeedsmith],
  ['rss-parser', readRssParser],
])

function readOurs(bytes: Uint8Array): ReadResult {
  const { entries, ...feed } = readFeed(bytes)
  return { feed: dated(feed), entries: entries.map(dated) }
}

function dated<Item extends { publishedAt?: number; updatedAt?: number }>(item: Item): Item & ReadEntry {
  return { ...item, published: isoTime(item.publishedAt), updated: isoTime(item.updatedAt) }
}

function isoTime(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString()
}

/** The library's fields as they stand, with the reading that its documentation suggests. */
function readFeedsmith(bytes: Uint8Array): ReadResult {
  const found = parseFeed(new TextDecoder().decode(bytes))
  if (found.format === 'json') {
    const { title, home_page_url: link, items = [] } = found.feed
    const entries = items.map((item) => ({
      title: item.title,
      link: item.url,
      id: item.id,
      published: isoDate(item.date_published),
      updated: isoDate(item.date_modified),
    }))
    return { feed: { title, link }, entries }
  }
  if (found.format === 'atom') {
    const { title, links = [], entries = [] } = found.feed
    const alternate = (of: typeof links): string | undefined =>
      of.find(({ rel = 'alternate' }) => rel === 'alternate')?.href
    return {
      feed: { title: title?.value, link: alternate(links) },
      entries: entries.map((entry) => ({
        title: entry.title?.value,
        link: alternate(entry.links ?? []),
        id: entry.id,
        published: isoDate(entry.published),
        updated: isoDate(entry.updated),
      })),
    }
  }
  const { title, link, items = [] } = found.feed
  return {
    feed: { title, link },
    entries: items.map((item) => ({
      title: item.title,
      link: item.link,
      id: 'guid' in item ? item.guid?.value : 'rdf' in item ? item.rdf?.about : undefined,
      published: isoDate('pubDate' in item ? item.pubDate : item.dc?.dates?.[0]),
      updated: isoDate(item.atom?.updated ?? item.dc?.dates?.[0]),
    })),
  }
}

async function readRssParser(bytes: Uint8Array): Promise<ReadResult> {
  const { title, link, items } = await new RssParser().parseString(new TextDecoder().decode(bytes))
  const entries = items.map((item) => ({
    title: item.title,
    link: item.link,
    // Where it gives ids depends on the form of the feed.
    id: item.guid ?? ('id' in item && typeof item.id === 'string' ? item.id : undefined),
    published: isoDate(item.isoDate ?? item.pubDate),
    updated: isoDate(item.isoDate),
  }))
  return { feed: { title, link }, entries }
}

function isoDate(written: string | undefined): string | undefined {
  const time = Date.parse(written ?? '')
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}
