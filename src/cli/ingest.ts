import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { basename, isAbsolute, relative, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Archive } from '../archive/archive.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Draft } from '../article.ts'
import type { Clock } from '../clock.ts'
import { SourceError } from '../errors.ts'
import type { Analyst } from '../newsroom/analyst.ts'
import { gather } from '../newsroom/gather.ts'
import { type PageTools, readPage } from '../newsroom/read-page.ts'
import type { Reading } from '../newsroom/reading.ts'
import { type Arrival, articleId, takeArticles } from '../newsroom/take.ts'
import { canonicalUrl } from '../sources/canonical-url.ts'
import { isIgnored } from '../sources/folder-files.ts'
import type { Web } from '../sources/http/web.ts'
import { type Streams, writeLine } from './output.ts'
import { readBytes } from './read-bytes.ts'
import { isAddress } from './web.ts'

/** What ingesting works with. */
export interface IngestParts {
  readonly archive: Archive
  readonly analyst: Analyst
  readonly clock: Clock
  /** The folder that the bot watches: its files are the same articles here and there. */
  readonly articlesDir: string
  readonly web: Web
}

/** Articles kept in one transaction, and how long the first of them waits for the others. */
const keptAtOnce = 32
const gatherMs = 200

/** A line of standard input. */
const given = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  title: z.string().trim().min(1),
  text: z.string().trim().min(1),
  publisher: z.string().default(''),
  url: z.url({ protocol: /^https?$/ }).optional(),
  author: z.string().optional(),
  published: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  standfirst: z.string().optional(),
  language: z.string().default('en'),
})

/** What an article is known by. */
interface Identity {
  readonly id: string
  /** Key of its origin. */
  readonly key: string
}

/** One article to put in: how to read it, and what it is known by. */
interface Item {
  readonly identity: (reading: Reading) => Identity
  readonly read: (tools: PageTools) => Promise<Reading>
}

/**
 * Puts article files, web pages, or JSON lines from the input ("-"), into the archive. A bot that runs on the same archive
 * posts what is new to the channels that follow it, unless the archive was empty before.
 * @param announce false: nothing is posted.
 * @returns how many could not be put in; each is said on the error stream.
 */
export async function ingest(
  sources: readonly string[],
  { parts, announce }: { readonly parts: IngestParts; readonly announce: boolean },
  streams: Streams,
): Promise<number> {
  const announces = announce && (await parts.archive.size({ kind: 'operator' })).articles > 0
  const counts = { new: 0, updated: 0, unchanged: 0, failed: 0 }
  const readings = read(items(sources, streams, parts.articlesDir), parts, announces)
  for await (const some of gather(readings, { most: keptAtOnce, withinMs: gatherMs })) {
    const read = await Promise.all(some.map(({ begun }) => begun))
    for (const failure of read.filter((one) => one instanceof SourceError)) {
      counts.failed += 1
      await writeLine(streams.errors, `crier ingest: ${failure.message}`)
    }
    const arrivals = read.flatMap((one) => (one instanceof SourceError ? [] : [one]))
    for (const kept of await takeArticles(parts.archive, arrivals, parts.clock.now())) counts[kept] += 1
    if (streams.errors.isTTY === true) streams.errors.write(`\r${progress(counts)} `)
  }
  if (streams.errors.isTTY === true) streams.errors.write('\r\x1b[K')
  await writeLine(streams.output, progress(counts))
  return counts.failed
}

/** Begins to read each item as it comes; what cannot be read gives the reason. */
async function* read(
  items: AsyncIterable<Item | SourceError>,
  parts: IngestParts,
  announce: boolean,
): AsyncGenerator<{ readonly begun: Promise<Arrival | SourceError> }> {
  for await (const item of items) {
    const begun = arrivalOf(item, parts, announce)
    // A failure is told when it is awaited, which may be later than it happens.
    begun.catch(() => undefined)
    yield { begun }
  }
}

async function arrivalOf(
  item: Item | SourceError,
  parts: IngestParts,
  announce: boolean,
): Promise<Arrival | SourceError> {
  if (item instanceof SourceError) return item
  try {
    const reading = await item.read(parts)
    const { id, key } = item.identity(reading)
    return { id, reading, origin: { key }, announce }
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
}

function progress({
  new: added,
  updated,
  unchanged,
  failed,
}: Record<'new' | 'updated' | 'unchanged' | 'failed', number>) {
  return `${added} new, ${updated} updated, ${unchanged} unchanged, ${failed} failed`
}

async function* items(
  sources: readonly string[],
  { input, errors }: Streams,
  articlesDir: string,
): AsyncGenerator<Item | SourceError> {
  for (const source of sources) {
    if (source === '-') yield* lines(input)
    else if (!isAddress(source) && isIgnored(basename(source)))
      await writeLine(
        errors,
        `crier ingest: ${source} is passed over, as the bot does: it is no article by its name`,
      )
    else yield isAddress(source) ? pageItem(source) : fileItem(source, articlesDir)
  }
}

function fileItem(path: string, articlesDir: string): Item {
  return {
    identity: ({ draft }) => knownAs(fileIdentity(path, articlesDir, draft.url)),
    read: async ({ analyst }) => analyst.readFile(path, await readBytes(path)),
  }
}

/** A page is the article that a feed with its address would bring. */
function pageItem(address: string): Item {
  return {
    identity: ({ draft }) => {
      const url = canonicalUrl(draft.url ?? address) ?? address
      return { id: articleId(`url:${url}`), key: `ingest:${url}` }
    },
    read: (tools) => readPage(address, tools),
  }
}

function knownAs(key: string): Identity {
  return { id: articleId(key), key }
}

/** However its path is typed, a file is one article; in the watched folder, the one that the bot makes of it. */
function fileIdentity(path: string, articlesDir: string, url: string | undefined): string {
  const file = realpathSync(path)
  const inside = existsSync(articlesDir) ? relative(realpathSync(articlesDir), file) : '..'
  if (!inside.startsWith('..') && !isAbsolute(inside)) return `file:${inside.split(sep).join('/')}`
  return `ingest:${url ?? file}`
}

async function* lines(input: NodeJS.ReadableStream): AsyncGenerator<Item | SourceError> {
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() !== '') yield lineItem(line, number)
  }
}

function lineItem(line: string, number: number): Item | SourceError {
  try {
    const { id, published, ...rest } = given.parse(JSON.parse(line))
    const publishedAt = published === undefined ? undefined : Date.parse(published)
    const draft: Draft = dropAbsent({ ...rest, publishedAt })
    const known = draft.url ?? id ?? createHash('sha256').update(`${draft.title}\n${published}`).digest('hex')
    return {
      identity: () => knownAs(`ingest:${known}`),
      read: ({ analyst }) => analyst.readDraft(draft),
    }
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error).replace(/\n\s*/g, ' ') : String(error)
    return new SourceError(`Cannot read line ${number} of the input: ${why}`)
  }
}
