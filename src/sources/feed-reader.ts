import { createDeadlineThread, type ThreadLimits } from './deadline-thread.ts'
import type { Feed, FeedOrigin } from './feed.ts'
import type { FeedLink } from './feed-links.ts'
import { showUrl } from './http/show-url.ts'
import type { ReadFeedList } from './opml.ts'

/** What the worker thread is asked. */
export type FeedJob =
  | { readonly kind: 'feed'; readonly bytes: Uint8Array; readonly origin: FeedOrigin }
  | { readonly kind: 'list'; readonly bytes: Uint8Array; readonly name: string }
  | ({ readonly kind: 'links' } & LinkingPage)

/** What it answers, each kind of job in its own kind. */
export type FeedAnswer = Feed | ReadFeedList | readonly FeedLink[]

/** A web page that may say where its feeds are. */
export interface LinkingPage {
  readonly bytes: Uint8Array
  /** Where it was found. */
  readonly url: string
  /** Charset that the HTTP header names. */
  readonly charset?: string | undefined
}

/**
 * Reads feeds, lists of them and pages that lead to them in a worker thread, one after the other, so that nothing, however
 * hostile, holds up anything else. What takes too long or too much memory is refused with a SourceError.
 */
export interface FeedReader {
  /** As `readFeed`. @throws SourceError for what is no feed */
  readonly read: (bytes: Uint8Array, origin?: FeedOrigin) => Promise<Feed>
  /** As `readOpml`. @throws SourceError for what is no list of feeds */
  readonly readList: (bytes: Uint8Array, name: string) => Promise<ReadFeedList>
  /** As `findFeedLinks`. @throws SourceError for what is no text */
  readonly findLinks: (page: LinkingPage) => Promise<readonly FeedLink[]>
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
  const thread = createDeadlineThread<FeedJob, FeedAnswer>(new URL('./feed-worker.ts', import.meta.url), {
    ...defaultLimits,
    ...limits,
  })
  // The thread answers a job in its kind: feed-worker.ts.
  const ask = <Answer extends FeedAnswer>(job: FeedJob, what: string): Promise<Answer> =>
    thread.ask(job, what) as Promise<Answer>
  return {
    read: (bytes, origin = {}) =>
      ask<Feed>({ kind: 'feed', bytes, origin }, `feed${origin.url ? ` ${showUrl(origin.url)}` : ''}`),
    readList: (bytes, name) => ask<ReadFeedList>({ kind: 'list', bytes, name }, `feed list ${name}`),
    findLinks: (page) =>
      ask<readonly FeedLink[]>({ ...page, kind: 'links' }, `the links of ${showUrl(page.url)}`),
    close: thread.close,
  }
}
