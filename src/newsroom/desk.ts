import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Leases } from '../archive/leases.ts'
import type { Clock } from '../clock.ts'
import type { Notices } from '../queries/notices.ts'
import type { FeedReader } from '../sources/feed-reader.ts'
import type { Web } from '../sources/http/web.ts'
import type { Analyst } from './analyst.ts'
import type { CatchUp } from './catch-up.ts'
import type { HostHolds } from './host-holds.ts'

/** What every desk of the newsroom works with. */
export interface Desk {
  readonly archive: Archive
  readonly analyst: Analyst
  readonly clock: Clock
  readonly log: Logger
  /** Keeps several processes from doing the same at once. */
  readonly leases: Leases
  /** Called after each article that may have caused posts, so that they go out at once. */
  readonly onArticle: () => void
}

/** What feeds are read with. */
export interface FeedDesk extends Desk {
  readonly web: Web
  readonly reader: FeedReader
  readonly catchUp: CatchUp
  readonly holds: HostHolds
  /** Told of feeds that are read no longer. */
  readonly notices: Notices
  /** POLL_MINUTES, in milliseconds. */
  readonly pollMs: number
  /** Ends reading; what is under way is left as it is and done again. */
  readonly signal: AbortSignal
}
