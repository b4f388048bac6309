import { SourceError, UserError } from '../errors.ts'
import type { Feed } from '../sources/feed.ts'
import type { FeedLink } from '../sources/feed-links.ts'
import type { FeedReader } from '../sources/feed-reader.ts'
import { showUrl } from '../sources/http/show-url.ts'
import type { Web, WebBody } from '../sources/http/web.ts'
import { troubles } from '../troubles.ts'
import { showAddress } from './feed-state.ts'
import { troubleOf } from './feed-trouble.ts'

/** With what feeds are looked for. */
export interface FinderTools {
  readonly web: Web
  readonly reader: FeedReader
  readonly signal: AbortSignal
  /** Counts one page that is read for somebody. @throws UserError if that is one too many */
  readonly spend: () => void
}

/** A feed that was read. */
export interface Discovery {
  readonly url: string
  readonly feed: Feed
}

/** Feeds of one page that are read to be offered. */
const mostOffered = 5
/** Links that only look like feeds: so many are tried. */
const mostGuesses = 3

/**
 * Finds what there is at an address: the feed itself, or those of the page: declared ones, else those it links to, else
 * the first in one of the usual places. Looking through the usual places counts as one page.
 * @throws SourceError if the address cannot be read in time; UserError if there is no feed, or the member asks for too much
 */
export async function findFeeds(address: string, tools: FinderTools): Promise<readonly Discovery[]> {
  const page = await openPage(address, tools)
  const feed = await feedIn(page, tools)
  if (!(feed instanceof SourceError)) return [{ url: address, feed }]
  const links = await linksIn(page, tools)
  const of = (kind: FeedLink['kind']): readonly string[] =>
    links.filter((link) => link.kind === kind && link.url !== page.url).map(({ url }) => url)
  for (const urls of [of('declared').slice(0, mostOffered), of('linked').slice(0, mostGuesses)]) {
    const found = await readEach(urls, tools)
    if (found.length > 0) return found
  }
  const usual = await readFirst(of('common'), tools)
  if (usual !== undefined) return [usual]
  throw new UserError({ kind: 'noFeedAt', address: showAddress(address), why: troubleOf(feed) })
}

async function openPage(address: string, { web, signal, spend }: FinderTools): Promise<WebBody> {
  spend()
  const answer = await web.get(address, { signal })
  if (answer.kind === 'read') return answer
  throw new SourceError(`Cannot read ${showUrl(address)}: ${troubles.sendsNothing}`)
}

/** The feed that a body is, or why it is none. */
async function feedIn({ body, url, charset }: WebBody, { reader }: FinderTools): Promise<Feed | SourceError> {
  try {
    return await reader.read(body, { url, ...(charset !== undefined && { charset }) })
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
}

/** None in what is no text. */
async function linksIn(
  { body, url, charset }: WebBody,
  { reader }: FinderTools,
): Promise<readonly FeedLink[]> {
  try {
    return await reader.findLinks({ bytes: body, url, charset })
  } catch (error) {
    if (error instanceof SourceError) return []
    throw error
  }
}

/** Reads as many as time and the member's share allow; those that are no feeds are passed over. */
async function readEach(urls: readonly string[], tools: FinderTools): Promise<readonly Discovery[]> {
  const found: Discovery[] = []
  for (const url of urls) {
    try {
      tools.spend()
      const discovery = await tryFeed(url, tools)
      if (discovery !== undefined) found.push(discovery)
    } catch (error) {
      const isOver = error instanceof UserError || error instanceof SourceError
      if (isOver && found.length > 0) return found
      throw error
    }
  }
  return found
}

async function readFirst(urls: readonly string[], tools: FinderTools): Promise<Discovery | undefined> {
  tools.spend()
  for (const url of urls) {
    const found = await tryFeed(url, tools)
    if (found !== undefined) return found
  }
  return undefined
}

/** Undefined for what is no feed, or cannot be read. @throws the signal's reason once it is aborted */
async function tryFeed(url: string, tools: FinderTools): Promise<Discovery | undefined> {
  try {
    const answer = await tools.web.get(url, { signal: tools.signal })
    const feed = answer.kind === 'read' ? await feedIn(answer, tools) : undefined
    return feed === undefined || feed instanceof SourceError ? undefined : { url, feed }
  } catch (error) {
    if (error instanceof SourceError && !tools.signal.aborted) return undefined
    throw error
  }
}
