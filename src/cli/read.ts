import { readFile } from 'node:fs/promises'
import type { Draft } from '../article.ts'
import { SourceError } from '../errors.ts'
import { readArticleFile } from '../sources/article-file.ts'
import { decodePage } from '../sources/decode.ts'
import { readPage } from '../sources/page.ts'
import { type Streams, writeLine } from './output.ts'

/** What files are read as. `text`: an article file, by its ending. `page`: a web page, whatever its name. */
export type ReadAs = 'text' | 'page'

/** How files are read. */
export interface ReadOptions {
  readonly as: ReadAs
  /** The address a page was saved from; relative links are resolved against it. */
  readonly url?: string
}

/**
 * Says what the bot reads from files: one JSON line each, {file, url, title, publisher, author, published, standfirst,
 * text}, or {file, error}.
 * @returns how many could not be read.
 */
export async function read(
  files: readonly string[],
  options: ReadOptions,
  streams: Streams,
): Promise<number> {
  let failures = 0
  for (const file of files) {
    const line = await readOne(file, options).catch((error: unknown) => {
      failures += 1
      return { file, error: error instanceof Error ? error.message : String(error) }
    })
    await writeLine(streams.output, JSON.stringify(line))
  }
  return failures
}

async function readOne(file: string, { as, url }: ReadOptions): Promise<object> {
  if (/^https?:\/\//.test(file)) throw new SourceError(`Cannot read ${file}: this version reads files only`)
  const bytes = await readFile(file)
  const draft = as === 'page' ? readPage(decodePage(bytes), url) : readArticleFile(file, bytes)
  return { file, ...describe(draft) }
}

function describe({ url, title, publisher, author, publishedAt, standfirst, text }: Draft): object {
  const published = publishedAt === undefined ? null : new Date(publishedAt).toISOString()
  return {
    url: url ?? null,
    title,
    publisher,
    author: author ?? null,
    published,
    standfirst: standfirst ?? null,
    text,
  }
}
