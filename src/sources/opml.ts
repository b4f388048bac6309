import { type Opml, ParseError, parseOpml } from 'feedsmith'
import { SourceError } from '../errors.ts'
import { absoluteUrl } from './absolute-url.ts'
import { decodeFeed } from './feed-charset.ts'
import type { FeedList, ListedFeed } from './feed-list.ts'
import { findRoot } from './feed-root.ts'
import { withoutFeedScheme } from './feed-scheme.ts'
import { titleText } from './feed-text.ts'
import { wellFormed } from './feed-xml.ts'

/** Feeds of the longest list read; people who collect have 2,000. */
const maxFeeds = 10_000

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
