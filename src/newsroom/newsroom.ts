import type { Notices } from '../queries/notices.ts'
import { createFeedReader } from '../sources/feed-reader.ts'
import { watchFolder } from '../sources/folder.ts'
import type { Web } from '../sources/http/web.ts'
import { type Analyst, createAnalyst } from './analyst.ts'
import type { Desk } from './desk.ts'
import { followFeedsFile } from './feeds-file.ts'
import { workFolder } from './folder-desk.ts'
import type { FolderMemory } from './folder-memory.ts'
import { startPoller } from './poller.ts'
import { enforceRetention } from './retention.ts'

/** What the newsroom works with. */
export interface NewsroomParts extends Omit<Desk, 'analyst'> {
  /** Folder of article files. */
  readonly directory: string
  /** What is known of that folder. */
  readonly memory: FolderMemory
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
  const { directory, log, holdBack, memory } = parts
  const stopping = new AbortController()
  const analyst = createAnalyst()
  const { changes, release } = watchFolder(directory, {
    known: memory.known,
    signal: stopping.signal,
    ...(holdBack !== undefined && { holdBack }),
  })
  const swept = Promise.withResolvers<void>()
  const onReady = (): void => {
    log.info({ directory }, 'folder loaded')
    swept.resolve()
  }
  const working = workFolder({ ...parts, analyst, signal: stopping.signal }, changes, onReady)
    .catch((error: unknown) => log.fatal({ err: error, directory }, 'the articles folder is read no longer'))
    .finally(swept.resolve)
  const feeds = startFeeds(parts, analyst, stopping.signal)
  const tidying = enforceRetention(parts, stopping.signal)
  return {
    swept: swept.promise,
    release,
    pollNow: feeds.nudge,
    close: async () => {
      stopping.abort()
      await Promise.all([working, feeds.close(), tidying])
      await analyst.close()
    },
  }
}

function startFeeds(
  { feeds, ...parts }: NewsroomParts,
  analyst: Analyst,
  signal: AbortSignal,
): { readonly nudge: () => void; readonly close: () => Promise<void> } {
  if (feeds === undefined) return { nudge: () => undefined, close: async () => undefined }
  const reader = createFeedReader()
  const poller = startPoller({ ...parts, ...feeds, analyst, reader, signal })
  const listening = followFeedsFile({ ...parts, path: feeds.file, signal, onFeeds: poller.nudge })
  return {
    nudge: poller.nudge,
    close: async () => {
      await Promise.all([poller.close(), listening])
      await reader.close()
    },
  }
}
