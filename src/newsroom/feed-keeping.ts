import type PQueue from 'p-queue'
import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Keyed } from '../archive/keyed.ts'
import type { Clock } from '../clock.ts'
import { SourceError, UserError } from '../errors.ts'
import type { Problem } from '../problems.ts'
import { type Manager, maxServerFeeds } from '../queries/server-feeds.ts'
import type { FeedReader } from '../sources/feed-reader.ts'
import { showUrl } from '../sources/http/show-url.ts'
import type { Web } from '../sources/http/web.ts'
import { openFeedIds } from './feed-id.ts'
import { troubleOf } from './feed-trouble.ts'
import { type FetchLimits, fetchProblem } from './fetch-limits.ts'
import { withPatience } from './patience.ts'

/** With what the feeds of servers are changed. */
export interface KeepingTools {
  readonly archive: Archive
  readonly keyed: Pick<Keyed, 'feedOffers'>
  readonly clock: Clock
  readonly log: Logger
  readonly web: Web
  readonly reader: FeedReader
  readonly limits: FetchLimits
  /** Bounds how much is read for members at once. */
  readonly queue: PQueue
  /** Called when a feed has become due. */
  readonly onFeeds: () => void
}

/** What a server reads, by ids. */
export interface Shelf {
  readonly idOf: (url: string) => string
  readonly own: ReadonlySet<string>
  /** Feeds of the operator's list. */
  readonly open: ReadonlySet<string>
}

/** Looks up what a server reads. */
export async function shelfOf(archive: Archive, server: string): Promise<Shelf> {
  const [all, own, open] = await Promise.all([archive.feeds(), archive.feeds({ server }), archive.feeds({})])
  const ids = (feeds: readonly { readonly id: string }[]) => new Set(feeds.map(({ id }) => id))
  return { idOf: openFeedIds(all), own: ids(own), open: ids(open) }
}

/** Why a server can add no feed, if it cannot. */
export function fullness({ own }: Pick<Shelf, 'own'>): Problem | undefined {
  return own.size < maxServerFeeds ? undefined : { kind: 'tooManyFeeds', most: maxServerFeeds }
}

/** Adds a feed for a server and says so in the log. @returns false if the server has it already */
export async function keepFeed(
  { archive, clock, log }: KeepingTools,
  feed: { readonly id: string; readonly url: string; readonly title: string },
  { server, member }: Manager,
): Promise<boolean> {
  const { id, url, title } = feed
  const isNew = await archive.addFeed({ id, url, ...(title !== '' && { title }) }, { server }, clock.now())
  if (isNew) log.info({ feed: showUrl(url), server, member }, 'feed added')
  return isNew
}

/** Counts one page that is read for a member. @throws UserError if it is one too many */
export function spendFor({ limits }: KeepingTools, { server, member }: Manager): void {
  const refused = limits.take({ viewer: { kind: 'server', id: server }, member })
  if (refused !== undefined) throw new UserError(fetchProblem(refused))
}

/**
 * Reads something that a member waits for.
 * @param what how it is called in the message if it cannot be read
 * @throws UserError why not, in words for members
 */
export async function readFor<Result>(
  { clock, queue }: KeepingTools,
  what: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  try {
    return await withPatience(clock, (signal) => queue.add(() => work(signal), { signal }))
  } catch (error) {
    if (error instanceof SourceError) throw new UserError({ kind: 'unreadable', what, why: troubleOf(error) })
    throw error
  }
}
