import { readFile } from 'node:fs/promises'
import type { Draft } from '../article.ts'
import { SourceError } from '../errors.ts'
import { readArticleFile } from '../sources/article-file.ts'
import { decodePage } from '../sources/decode.ts'
import type { Feed } from '../sources/feed.ts'
import { createFeedReader, type FeedReader } from '../sources/feed-reader.ts'
import { readPage } from '../sources/page.ts'
import { type Streams, writeLine } from './output.ts'

/** What files are read as. `text`: an article file, by its ending. `page`, `feed`: those, whatever the file's name. */
export type ReadAs = 'text' | 'page' | 'feed'

/** How files are read. */
export interface ReadOptions {
  readonly as: ReadAs
  /** The address a page or feed was saved from; relative links are resolved against it. */
  readonly url?: string
}

/**
 * Says what the bot reads from files: one JSON line each, {file, url, title, publisher, author, published, standfirst,
 * text}, for a feed {file, feed, entries}, or {file, error}.
 * @returns how many could not be read.
 */
export async function read(
  files: readonly string[],
  options: ReadOptions,
  streams: Streams,
): Promise<number> {
  // As in the bot: a thread reads feeds, within a deadline. It starts with the first.
  const feeds = createFeedReader()
  let failures = 0
  for (const file of files) {
    const line = await readOne(file, options, feeds).catch((error: unknown) => {
      failures += 1
      return { file, error: error instanceof Error ? error.message : String(error) }
    })
    await writeLine(streams.output, JSON.stringify(line))
  }
  await feeds.close()
  return failures
}

async function readOne(file: string, { as, url }: ReadOptions, feeds: FeedReader): Promise<object> {
  if (/^https?:\/\//.test(file)) throw new SourceError(`Cannot read ${file}: this version reads files only`)
  const bytes = await readFile(file)
  if (as === 'feed')
    return { file, ...describeFeed(await feeds.read(bytes, url === undefined ? {} : { url })) }
  const draft = as === 'page' ? readPage(decodePage(bytes), url) : readArticleFile(file, bytes)
  return { file, ...describe(draft) }
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
