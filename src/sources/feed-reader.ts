import { createDeadlineThread, type ThreadLimits } from './deadline-thread.ts'
import type { Feed, FeedOrigin } from './feed.ts'

/** What the worker thread is asked. */
export interface FeedJob {
  readonly bytes: Uint8Array
  readonly origin: FeedOrigin
}

/** Reads feeds in a worker thread, one after the other, so that no feed, however hostile, holds up anything else. */
export interface FeedReader {
  /** As `readFeed`. @throws SourceError for what is no feed, and for one that takes too long or too much memory. */
  readonly read: (bytes: Uint8Array, origin?: FeedOrigin) => Promise<Feed>
  /** Ends the thread; feeds under way and waiting are rejected. */
  readonly close: () => Promise<void>
}

/**
 * Genuine feeds take 1 to 100 ms. Two seconds leave room for a machine that is busy; the memory is twenty times what
 * the largest feed needs.
 */
const defaultLimits: ThreadLimits = { deadlineMs: 2000, idleMs: 60_000, memoryMb: 512 }

/** Starts nothing yet: the thread comes with the first feed, and ends after a minute without any. */
export function createFeedReader(limits: Partial<ThreadLimits> = {}): FeedReader {
  const thread = createDeadlineThread<FeedJob, Feed>(new URL('./feed-worker.ts', import.meta.url), {
    ...defaultLimits,
    ...limits,
  })
  return {
    read: (bytes, origin = {}) => thread.ask({ bytes, origin }, `feed${origin.url ? ` ${origin.url}` : ''}`),
    close: thread.close,
  }
}
