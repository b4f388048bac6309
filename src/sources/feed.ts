import {
  type JsonFeed,
  ParseError,
  parseAtomFeed,
  parseJsonFeed,
  parseRdfFeed,
  parseRssFeed,
} from 'feedsmith'
import { SourceError } from '../errors.ts'
import { absoluteUrl } from './absolute-url.ts'
import { atomFields } from './feed-atom.ts'
import { decodeFeed } from './feed-charset.ts'
import { parseFeedDate } from './feed-dates.ts'
import type { EntryFields, FeedFields, FeedHints } from './feed-fields.ts'
import { jsonFields } from './feed-json.ts'
import { findRoot } from './feed-root.ts'
import { rdfFields, rssFields } from './feed-rss.ts'
import { paragraphsText, titleText } from './feed-text.ts'
import { wellFormed } from './feed-xml.ts'
import { showUrl } from './http/show-url.ts'

/** Entries kept of one feed, the newest. Feeds with more carry a whole archive; what is new in it is among these. */
const maxEntries = 1000

/** Characters of a feed, after decoding. The largest in use have 5 million. */
const maxFeedLength = 20_000_000

/** Characters of the longest id; what is longer is data, and the link tells the entry as well. */
const maxIdLength = 2000

/** Of one entry: people in a byline, and categories. More are a mistake or a trick. */
const maxNames = 20
const maxCategories = 50

/** One entry of a feed. All texts are plain: entities decoded, no markup. */
export interface FeedEntry {
  /** One line; empty where the entry has none. */
  readonly title: string
  /** Address of the article. Absolute http(s), unless it is relative and the feed's own address is not known. */
  readonly link?: string
  /** guid of RSS, id of Atom and JSON Feed, rdf:about of RDF: as written, white space around it dropped. */
  readonly id?: string
  /** Epoch milliseconds; undefined where there is no date, or none that can be read. May lie in the future. */
  readonly publishedAt?: number
  /** Epoch milliseconds of the last change. Feeds that give one date of unclear meaning have it in both fields. */
  readonly updatedAt?: number
  /** Names joined by ", ". */
  readonly author?: string
  /** Paragraphs joined by "\n\n". Many feeds have the whole article here. */
  readonly summary?: string
  /** The full article, where the feed has a field for it: paragraphs joined by "\n\n". */
  readonly content?: string
  readonly categories: readonly string[]
}

/** A feed of any form. */
export interface Feed {
  /** One line; empty where the feed has none. */
  readonly title: string
  /** Address of the site. */
  readonly link?: string
  /** Id of an Atom feed, rdf:about of RDF, own address of a JSON Feed. */
  readonly id?: string
  readonly publishedAt?: number
  readonly updatedAt?: number
  readonly description?: string
  /** As written: "en-GB". */
  readonly language?: string
  readonly hints: FeedHints
  /** In the feed's order; at most 1,000, the newest. */
  readonly entries: readonly FeedEntry[]
}

/** What is known of a feed besides its bytes. */
export interface FeedOrigin {
  /** Where it was found; relative addresses are resolved against it. */
  readonly url?: string
  /** Charset that the HTTP header names. */
  readonly charset?: string
}

/**
 * Reads a feed: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed; also where its XML is not well-formed.
 * @throws SourceError for what is no feed, and for one that is too long, nested too deep or grows without bounds.
 * Reading takes long for hostile input all the same: where it matters, it is done in a thread (feed-reader.ts).
 */
export function readFeed(bytes: Uint8Array, { url, charset }: FeedOrigin = {}): Feed {
  try {
    return toFeed(fieldsOf(decodeFeed(bytes, charset), url), url)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SourceError(`Cannot read feed${url === undefined ? '' : ` ${showUrl(url)}`}: ${reason}`, {
      cause: error,
    })
  }
}

const roots: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf', 'channel'])

function fieldsOf(text: string, url: string | undefined): FeedFields {
  if (text.length > maxFeedLength) throw new Error(`it is too long (over ${maxFeedLength} characters)`)
  if (/^\s*[{[]/.test(text)) return jsonFields(jsonFeed(text))
  const root = findRoot(text, roots)
  const xml = wellFormed(text, root, url)
  if (root.name === 'feed') return atomFields(orEmpty(() => parseAtomFeed(xml)))
  if (root.name === 'rdf') return rdfFields(orEmpty(() => parseRdfFeed(xml)))
  return rssFields(orEmpty(() => parseRssFeed(xml)))
}

/** A feed in which nothing stands yet is a feed: its root element says so. */
function orEmpty<Found extends object>(parse: () => Found): Found | Record<string, never> {
  try {
    return parse()
  } catch (error) {
    if (error instanceof ParseError) return {}
    throw error
  }
}

function jsonFeed(text: string): JsonFeed.Feed<string> {
  const json = parseJson(text)
  try {
    return parseJsonFeed(json)
  } catch (cause) {
    throw new Error('it is JSON, but no JSON Feed', { cause })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error('it begins like JSON but is none', { cause })
  }
}

function toFeed(fields: FeedFields, url: string | undefined): Feed {
  const base = absoluteUrl(fields.base ?? '', url) ?? url
  const link = linkOf(fields.links, base)
  return {
    title: titleText(fields.title),
    ...given('link', link),
    ...given('id', idOf(fields)),
    ...given('publishedAt', firstDate(fields.published)),
    ...given('updatedAt', firstDate(fields.updated)),
    ...given('description', paragraphsText(fields.description)),
    ...given('language', fields.language?.trim()),
    hints: fields.hints,
    entries: newest(fields.entries).map((entry) => toEntry(entry, base)),
  }
}

function toEntry(fields: EntryFields, feedBase: string | undefined): FeedEntry {
  const base = absoluteUrl(fields.base ?? '', feedBase) ?? feedBase
  const authors = distinct(fields.authors).slice(0, maxNames)
  return {
    title: titleText(fields.title),
    ...given('link', linkOf(fields.links, base)),
    ...given('id', idOf(fields)),
    ...given('publishedAt', firstDate(fields.published)),
    ...given('updatedAt', firstDate(fields.updated)),
    ...given('author', authors.join(', ')),
    ...given('summary', paragraphsText(fields.summary)),
    ...given('content', paragraphsText(fields.content)),
    categories: distinct(fields.categories).slice(0, maxCategories),
  }
}

/** The first that is an address; without a base to resolve it against, a relative one is given as written. */
function linkOf(links: readonly (string | undefined)[], base: string | undefined): string | undefined {
  const written = links.map((link) => link?.trim() ?? '').filter((link) => link !== '')
  for (const link of written) {
    const absolute = absoluteUrl(link, base)
    if (absolute !== undefined) return absolute
  }
  return base === undefined ? written.find((link) => !/^[a-z][\w.+-]*:/i.test(link)) : undefined
}

function idOf({ id }: EntryFields | FeedFields): string | undefined {
  const written = id?.trim() ?? ''
  return written.length <= maxIdLength ? written : undefined
}

function firstDate(written: readonly (string | undefined)[]): number | undefined {
  for (const date of written) {
    const time = parseFeedDate(date)
    if (time !== undefined) return time
  }
  return undefined
}

/** The newest entries in the feed's order. Undated ones count as new: feeds put the newest first. */
function newest(entries: readonly EntryFields[]): readonly EntryFields[] {
  if (entries.length <= maxEntries) return entries
  const time = ({ published, updated }: EntryFields): number =>
    firstDate([...published, ...updated]) ?? Infinity
  const dated = entries.map((entry, index) => ({ entry, index, time: time(entry) }))
  const kept = dated.toSorted((a, b) => (a.time === b.time ? a.index - b.index : b.time - a.time))
  return kept
    .slice(0, maxEntries)
    .sort((a, b) => a.index - b.index)
    .map(({ entry }) => entry)
}

function distinct(written: readonly (string | undefined)[]): readonly string[] {
  const names = written.map((name) =>
    titleText(name === undefined ? undefined : { value: name, isHtml: true }),
  )
  return [...new Set(names.filter((name) => name !== ''))]
}

function given<Key extends string, Value>(key: Key, value: Value | undefined | ''): { [K in Key]?: Value } {
  return (value === undefined || value === '' ? {} : { [key]: value }) as { [K in Key]?: Value }
}
