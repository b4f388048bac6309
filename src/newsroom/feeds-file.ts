import { readFile, stat } from 'node:fs/promises'
import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Clock } from '../clock.ts'
import { SourceError } from '../errors.ts'
import type { FeedReader } from '../sources/feed-reader.ts'
import { openFeedIds } from './feed-id.ts'

/** What keeping the operator's list of feeds needs. */
export interface FeedsFileParts {
  readonly archive: Archive
  readonly clock: Clock
  readonly log: Logger
  readonly reader: FeedReader
  /** FEEDS_FILE. */
  readonly path: string
  readonly signal: AbortSignal
  /** Called when feeds were added. */
  readonly onFeeds: () => void
}

/** How often the file is looked at, in milliseconds. */
const lookEveryMs = 15_000

/**
 * Keeps the feeds that are open to everybody as the operator's list has them, until the signal aborts: at once, and
 * whenever the file has changed. A list that is absent, empty or cannot be read takes nothing away.
 */
export async function followFeedsFile(parts: FeedsFileParts): Promise<void> {
  let seen: number | undefined
  while (!parts.signal.aborted) {
    const modifiedAt = await modificationOf(parts.path)
    if (modifiedAt !== seen) {
      seen = modifiedAt
      await syncFeedsFile(parts, modifiedAt !== undefined)
    }
    await parts.clock.wait(lookEveryMs, parts.signal)
  }
}

async function modificationOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.mtimeMs
}

async function syncFeedsFile(parts: FeedsFileParts, isThere: boolean): Promise<void> {
  const { archive, log, reader, path } = parts
  try {
    const known = await archive.feeds({})
    if (!isThere) {
      if (known.length > 0)
        log.warn({ file: path, feeds: known.length }, 'the list of feeds is gone; its feeds stay')
      return
    }
    const listed = (await reader.readList(await readFile(path), path)).feeds
    if (listed.length === 0 && known.length > 0)
      return log.warn({ file: path, feeds: known.length }, 'the list of feeds is empty; its feeds stay')
    await bringInLine(parts, listed, known)
  } catch (error) {
    if (!(error instanceof SourceError))
      log.error({ err: error, file: path }, 'the list of feeds was not taken over')
    else log.warn({ reason: error.message }, 'the list of feeds was not taken over')
  }
}

async function bringInLine(
  { archive, clock, log, onFeeds }: FeedsFileParts,
  listed: readonly { readonly url: string; readonly title: string }[],
  known: readonly { readonly id: string; readonly url: string }[],
): Promise<void> {
  const idOf = openFeedIds(await archive.feeds())
  const wanted = new Map(listed.map((feed) => [idOf(feed.url), feed]))
  let added = 0
  for (const [id, { url, title }] of wanted) {
    const feed = { id, url, ...(title !== '' && { title }) }
    if (await archive.addFeed(feed, {}, clock.now())) added += 1
  }
  const gone = known.filter(({ id }) => !wanted.has(id))
  for (const { id } of gone) await archive.removeFeed(id, {}, clock.now())
  if (added + gone.length > 0)
    log.info({ added, removed: gone.length, feeds: wanted.size }, 'list of feeds taken over')
  if (added > 0) onFeeds()
}
