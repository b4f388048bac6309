import type { Feed } from '../archive/feeds.ts'
import { openCatchUp } from './catch-up.ts'
import type { FeedDesk } from './desk.ts'
import { workFeed } from './feed-desk.ts'
import { openHostHolds } from './host-holds.ts'

/** Reads feeds when they are due. */
export interface Poller {
  /** A feed may have become due: look now. */
  readonly nudge: () => void
  /** Gives up what is under way; it is done again at the next start. */
  readonly close: () => Promise<void>
}

/** Feeds read at once; each host is asked one thing at a time whatever this is. */
const maxUnderWay = 8
/** A feed that another process added is noticed this late at most. In milliseconds. */
const lookEveryMs = 30_000
/** Pause after the archive failed. In milliseconds. */
const retryMs = 10_000
/** Pause where all that is due is being read by other processes. In milliseconds. */
const othersPauseMs = 1000
/** A feed whose reader was killed is another's after so long; what is read twice is kept once. In milliseconds. */
const leaseMs = 2 * 60_000

/** Starts to read the feeds of the archive, now and whenever they are due. */
export function startPoller(parts: Omit<FeedDesk, 'catchUp' | 'holds'>): Poller {
  const closing = new AbortController()
  const signal = AbortSignal.any([closing.signal, parts.signal])
  let waiting = new AbortController()
  const polling: Polling = {
    desk: { ...parts, signal, catchUp: openCatchUp(), holds: openHostHolds(parts.clock) },
    underWay: new Map(),
    nudge: () => waiting.abort(),
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      waiting = new AbortController()
      const pause = await startDue(polling).catch((error: unknown) => {
        parts.log.error({ err: error, againInMs: retryMs }, 'feeds not readable from the archive')
        return retryMs
      })
      await parts.clock.wait(pause, AbortSignal.any([waiting.signal, signal]))
    }
    await Promise.all(polling.underWay.values())
  }

  const running = run()
  return {
    nudge: polling.nudge,
    close: async () => {
      closing.abort()
      await running
    },
  }
}

/** The poller's state. */
interface Polling {
  readonly desk: FeedDesk
  /** What is being read, by the feed's id. */
  readonly underWay: Map<string, Promise<void>>
  readonly nudge: () => void
}

/** Starts what is due. @returns milliseconds until something else may be. */
async function startDue(polling: Polling): Promise<number> {
  const { desk, underWay } = polling
  const { archive, clock } = desk
  const free = maxUnderWay - underWay.size
  // Those under way are still due: one more for each is asked for.
  const due = free > 0 ? await archive.dueFeeds(clock.now(), maxUnderWay + underWay.size) : []
  const next: Feed[] = []
  for (const feed of due.filter(({ id }) => !underWay.has(id)).slice(0, free)) {
    if (await desk.leases.take(taskOf(feed), leaseMs)) next.push(feed)
  }
  for (const feed of next) underWay.set(feed.id, workSurely(polling, feed))
  const nextAt = await archive.nextFeedAt()
  const isBusy = underWay.size > 0
  // What is due and yet not begun is being read by another process.
  if (nextAt !== undefined && nextAt <= clock.now() && !isBusy) return othersPauseMs
  return isBusy || nextAt === undefined
    ? lookEveryMs
    : Math.max(1, Math.min(nextAt - clock.now(), lookEveryMs))
}

function taskOf({ id }: Feed): string {
  return `feed ${id}`
}

/** Reads a feed, and makes room for the next one. */
async function workSurely({ desk, underWay, nudge }: Polling, feed: Feed): Promise<void> {
  try {
    await workFeed(desk, feed)
  } catch (error) {
    desk.log.error({ err: error, feed: feed.id, againInMs: retryMs }, 'feed not kept')
    // It is still due: without a pause it would be tried again at once, and again.
    await desk.clock.wait(retryMs, desk.signal)
  } finally {
    await desk.leases.release(taskOf(feed)).catch(() => undefined)
    underWay.delete(feed.id)
    nudge()
  }
}
