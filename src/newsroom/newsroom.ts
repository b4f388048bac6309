import type { Notices } from '../queries/notices.ts'
import { createFeedReader } from '../sources/feed-reader.ts'
import { watchFolder } from '../sources/folder.ts'
import type { Web } from '../sources/http/web.ts'
import { type Analyst, createAnalyst } from './analyst.ts'
import type { Desk } from './desk.ts'
import { followFeedsFile } from './feeds-file.ts'
import { type FolderDesk, workFolder } from './folder-desk.ts'
import { recallFolder } from './folder-memory.ts'
import { startPoller } from './poller.ts'
import { enforceRetention } from './retention.ts'
import { whileHolding } from './while-holding.ts'

/** What the newsroom works with. */
export interface NewsroomParts extends Omit<Desk, 'analyst'> {
  /** Folder of article files. */
  readonly directory: string
  /** Files that are kept back until they are released: the local preview shows a first announcement with one. */
  readonly holdBack?: ReadonlySet<string>
  /** How feeds are read; absent: they are not. */
  readonly feeds?: FeedParts
  /** RETENTION_DAYS, in milliseconds; 0 keeps all. */
  readonly keepMs: number
}

/** How feeds are read. */
export interface FeedParts {
  readonly web: Web
  readonly notices: Notices
  /** POLL_MINUTES, in milliseconds. */
  readonly pollMs: number
  /** FEEDS_FILE: feeds open to everybody; may be absent. */
  readonly file: string
}

/** The loop while it is running: read, analyse, keep, cause posts. */
export interface Newsroom {
  /** Resolves when the folder's first sweep is over. */
  readonly swept: Promise<void>
  /** Lets a file go that was kept back. */
  readonly release: (path: string) => void
  /** Has the feeds looked at now: one was added. */
  readonly pollNow: () => void
  /** Finishes the article under way. */
  readonly close: () => Promise<void>
}

/** Starts to read the articles folder and to keep what is new. */
export function startNewsroom(parts: NewsroomParts): Newsroom {
  const stopping = new AbortController()
  const analyst = createAnalyst()
  const swept = Promise.withResolvers<void>()
  let release = (_path: string): void => undefined
  const working = whileHolding(parts, { task: 'folder', signal: stopping.signal }, async (signal) => {
    const memory = await recallFolder(parts.archive, parts.clock.now())
    const watched = readFolder({ ...parts, analyst, memory, signal }, swept.resolve)
    release = watched.release
    await watched.done
  }).finally(swept.resolve)
  const feeds = startFeeds(parts, analyst, stopping.signal)
  const tidying = whileHolding(parts, { task: 'retention', signal: stopping.signal }, (held) =>
    enforceRetention(parts, held),
  )
  return {
    swept: swept.promise,
    release: (path) => release(path),
    pollNow: feeds.nudge,
    close: async () => {
      stopping.abort()
      await Promise.all([working, feeds.close(), tidying])
      await analyst.close()
    },
  }
}

/** Reads the folder until the signal aborts. */
function readFolder(
  parts: NewsroomParts & Pick<FolderDesk, 'analyst' | 'memory' | 'signal'>,
  onSwept: () => void,
): { readonly release: (path: string) => void; readonly done: Promise<void> } {
  const { directory, log, holdBack, memory, signal } = parts
  const { changes, release } = watchFolder(directory, {
    known: memory.known,
    signal,
    ...(holdBack !== undefined && { holdBack }),
  })
  const onReady = (): void => {
    log.info({ directory }, 'folder loaded')
    onSwept()
  }
  const done = workFolder(parts, changes, onReady)
    .catch((error: unknown) => log.fatal({ err: error, directory }, 'the articles folder is read no longer'))
    .finally(onSwept)
  return { release, done }
}

function startFeeds(
  { feeds, ...parts }: NewsroomParts,
  analyst: Analyst,
  signal: AbortSignal,
): { readonly nudge: () => void; readonly close: () => Promise<void> } {
  if (feeds === undefined) return { nudge: () => undefined, close: async () => undefined }
  const reader = createFeedReader()
  const poller = startPoller({ ...parts, ...feeds, analyst, reader, signal })
  const listening = whileHolding(parts, { task: 'feeds-file', signal }, (held) =>
    followFeedsFile({ ...parts, reader, path: feeds.file, signal: held, onFeeds: poller.nudge }),
  )
  return {
    nudge: poller.nudge,
    close: async () => {
      await Promise.all([poller.close(), listening])
      await reader.close()
    },
  }
}
