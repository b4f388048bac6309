import { type Opml, ParseError, parseOpml } from 'feedsmith'
import { SourceError } from '../errors.ts'
import { absoluteUrl } from './absolute-url.ts'
import { decodeFeed } from './feed-charset.ts'
import { findRoot } from './feed-root.ts'
import { withoutFeedScheme } from './feed-scheme.ts'
import { titleText } from './feed-text.ts'
import { wellFormed } from './feed-xml.ts'

/** Feeds of the longest list read; people who collect have 2,000. */
const maxFeeds = 10_000

/** A feed in a list. */
export interface ListedFeed {
  /** One line of plain text; empty where the list names none. */
  readonly title: string
  /** Absolute http(s) address of the feed. */
  readonly url: string
  /** Absolute http(s) address of the site. */
  readonly siteUrl?: string
  /** Names of the outlines around it, outermost first; empty at the top. */
  readonly folders: readonly string[]
}

/** A list of feeds, as feed readers exchange them. */
export interface FeedList {
  /** One line of plain text; empty where the list has none. */
  readonly title: string
  /** In the list's order; an address that stands twice counts once, where it stands first. */
  readonly feeds: readonly ListedFeed[]
}

/** A list of feeds as it was read. */
export interface ReadFeedList extends FeedList {
  /** Outlines that give a feed's address which is no http(s) address: they are left out. */
  readonly unusable: number
}

type Outline = Opml.Outline<string>

/**
 * Reads a list of feeds (OPML 1.0 or 2.0), also where its XML is not well-formed. Outlines that hold no feed are folders.
 * @param name what the list is called in messages: a file or an address
 * @throws SourceError for what is no OPML, and for a list that is nested too deep or has more than 10,000 feeds
 */
export function readOpml(bytes: Uint8Array, name = 'OPML'): ReadFeedList {
  try {
    const text = decodeFeed(bytes)
    const { head, body } = parseOrEmpty(wellFormed(text, findRoot(text, new Set(['opml']))))
    const outlines = body?.outlines ?? []
    const feeds = feedsIn(outlines, [])
    const distinct = new Map(feeds.toReversed().map((feed) => [feed.url, feed]))
    if (distinct.size > maxFeeds) throw new Error(`it has too many feeds (over ${maxFeeds})`)
    return {
      title: plain(head?.title),
      feeds: feeds.filter((feed) => distinct.get(feed.url) === feed),
      unusable: countUnusable(outlines),
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SourceError(`Cannot read feed list ${name}: ${reason}`, { cause: error })
  }
}

/** The library takes a list in which nothing stands for none; its root element says what it is. */
function parseOrEmpty(xml: string): Opml.Document<string> {
  try {
    return parseOpml(xml)
  } catch (error) {
    if (error instanceof ParseError) return {}
    throw error
  }
}

/** Depth is bounded by the nesting of the XML. */
function feedsIn(outlines: readonly Outline[], folders: readonly string[]): readonly ListedFeed[] {
  return outlines.flatMap((outline) => {
    const title = plain(outline.title) || plain(outline.text)
    const url = feedUrl(outline)
    const siteUrl = absoluteUrl(outline.htmlUrl ?? '')
    const own =
      url === undefined ? [] : [{ title, url, ...(siteUrl === undefined ? {} : { siteUrl }), folders }]
    const inner = url === undefined && title !== '' ? [...folders, title] : folders
    return [...own, ...feedsIn(outline.outlines ?? [], inner)]
  })
}

function countUnusable(outlines: readonly Outline[]): number {
  return outlines.reduce((count, outline) => {
    const isUnusable = outline.xmlUrl !== undefined && feedUrl(outline) === undefined
    return count + Number(isUnusable) + countUnusable(outline.outlines ?? [])
  }, 0)
}

/** Some lists give the address of the feed as `url`, or with the scheme "feed:". */
function feedUrl({ xmlUrl, type, url }: Outline): string | undefined {
  const written = xmlUrl ?? (/^(?:rss|atom)$/i.test(type ?? '') ? url : undefined)
  return absoluteUrl(withoutFeedScheme(written ?? ''))
}

function plain(written: string | undefined): string {
  return titleText(written === undefined ? undefined : { value: written, isHtml: false })
}

/**
 * Writes a list of feeds as OPML 2.0, which `readOpml` and every feed reader take; folders become outlines. The feeds of
 * one folder come together. Written here since the library writes no empty list.
 */
export function writeOpml({ title, feeds }: FeedList): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escaped(title)}</title></head>`,
    '  <body>',
    ...outlinesOf(feeds, 0),
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

/** The outlines at one depth: feeds and folders in the order in which they come first. */
function outlinesOf(feeds: readonly ListedFeed[], depth: number): readonly string[] {
  const indent = '  '.repeat(depth + 2)
  const groups = Map.groupBy(feeds, (feed) => feed.folders[depth] ?? feed)
  return [...groups].flatMap(([group, members]) =>
    typeof group === 'string'
      ? [
          `${indent}<outline ${attribute('text', group)}>`,
          ...outlinesOf(members, depth + 1),
          `${indent}</outline>`,
        ]
      : [`${indent}${feedOutline(group)}`],
  )
}

function feedOutline({ title, url, siteUrl }: ListedFeed): string {
  const names = `${attribute('text', title || url)} ${attribute('title', title)}`
  const site = siteUrl === undefined ? '' : ` ${attribute('htmlUrl', siteUrl)}`
  return `<outline type="rss" ${names} ${attribute('xmlUrl', url)}${site}/>`
}

function attribute(name: string, value: string): string {
  return `${name}="${escaped(value)}"`
}

/** As XML wants it; control characters cannot stand in XML at all. */
function escaped(text: string): string {
  const plainText = text.replace(/\p{Cc}/gu, ' ')
  return plainText
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
