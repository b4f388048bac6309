import { dropAbsent } from '../archive/drop-absent.ts'
import type { Draft } from '../article.ts'
import { SourceError } from '../errors.ts'
import { fetchPage } from '../newsroom/read-page.ts'
import { readArticleFile } from '../sources/article-file.ts'
import { decodePage } from '../sources/decode.ts'
import type { Feed } from '../sources/feed.ts'
import { createFeedReader, type FeedReader } from '../sources/feed-reader.ts'
import { showUrl } from '../sources/http/show-url.ts'
import type { Web } from '../sources/http/web.ts'
import { readPage } from '../sources/page.ts'
import { type Streams, writeLine } from './output.ts'
import { readBytes } from './read-bytes.ts'
import { isAddress } from './web.ts'

/** What is read. `text`: an article file, by its ending. `page`, `feed`: those, whatever the file's name. */
export type ReadAs = 'text' | 'page' | 'feed'

/** How files and addresses are read. */
export interface ReadOptions {
  readonly as: ReadAs
  /** The address a page or feed was saved from; relative links are resolved against it. */
  readonly url?: string
}

/** With what they are read. */
interface ReadTools {
  readonly feeds: FeedReader
  readonly web: Web
}

/** A file, or what an address brings. */
interface Source {
  /** Its path: the ending tells what kind of file it is. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Where it was found, if it was not on disk. */
  readonly url?: string | undefined
  readonly charset?: string | undefined
}

/**
 * Says what the bot reads from files and addresses: one JSON line each, {file, url, title, publisher, author, published, standfirst,
 * text}, for a feed {file, feed, entries}, or {file, error}.
 * @returns how many could not be read.
 */
export async function read(
  files: readonly string[],
  { web, ...options }: ReadOptions & { readonly web: Web },
  streams: Streams,
): Promise<number> {
  // As in the bot: a thread reads feeds, within a deadline. It starts with the first.
  const feeds = createFeedReader()
  let failures = 0
  for (const file of files) {
    const line = await readOne(file, options, { feeds, web }).catch((error: unknown) => {
      failures += 1
      return { file, error: error instanceof Error ? error.message : String(error) }
    })
    await writeLine(streams.output, JSON.stringify(line))
  }
  await feeds.close()
  return failures
}

async function readOne(file: string, { as, url: savedFrom }: ReadOptions, tools: ReadTools): Promise<object> {
  const { path, bytes, charset, ...found }: Source = isAddress(file)
    ? await load(file, as, tools.web)
    : { path: file, bytes: await readBytes(file) }
  const url = savedFrom ?? found.url
  if (as === 'feed')
    return { file, ...describeFeed(await tools.feeds.read(bytes, dropAbsent({ url, charset }))) }
  const draft = as === 'page' ? readPage(decodePage(bytes, charset), url) : readArticleFile(path, bytes)
  return { file, ...describe(draft) }
}

async function load(address: string, as: ReadAs, web: Web): Promise<Source> {
  const answer = as === 'page' ? await fetchPage(address, web) : await web.get(address)
  if (answer.kind !== 'read')
    throw new SourceError(`Cannot read ${showUrl(address)}: its server sends nothing`)
  const { url, body, charset } = answer
  return { path: new URL(url).pathname, bytes: body, url, charset }
}

function describe({ url, title, publisher, author, publishedAt, standfirst, text }: Draft): object {
  return {
    url: url ?? null,
    title,
    publisher,
    author: author ?? null,
    published: isoDate(publishedAt),
    standfirst: standfirst ?? null,
    text,
  }
}

function describeFeed({ title, link, id, publishedAt, updatedAt, entries }: Feed): object {
  return {
    feed: {
      title,
      link: link ?? null,
      id: id ?? null,
      published: isoDate(publishedAt),
      updated: isoDate(updatedAt),
    },
    entries: entries.map((entry) => ({
      title: entry.title,
      link: entry.link ?? null,
      id: entry.id ?? null,
      published: isoDate(entry.publishedAt),
      updated: isoDate(entry.updatedAt),
      summary: entry.summary ?? null,
    })),
  }
}

function isoDate(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString()
}
