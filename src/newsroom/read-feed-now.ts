import { UserError } from '../errors.ts'
import type { FeedState, Manager } from '../queries/server-feeds.ts'
import { showUrl } from '../sources/http/show-url.ts'
import { type KeepingTools, spendFor } from './feed-keeping.ts'
import { feedState } from './feed-state.ts'
import { makeDue } from './make-due.ts'

/** How long somebody waits for a feed's turn and its reading, and how often it is looked whether it was read. In milliseconds. */
const longestWaitMs = 15_000
const lookEveryMs = 100

/** Has a feed read now. See `ServerFeeds.readNow`. */
export async function readFeedNow(tools: KeepingTools, id: string, manager: Manager): Promise<FeedState> {
  const { archive, clock, log } = tools
  const { server, member } = manager
  const feed = await archive.feed(id, { server })
  if (feed === undefined) throw notTheirs()
  spendFor(tools, manager)
  await makeDue(archive, feed, clock.now())
  log.info({ feed: showUrl(feed.url), server, member }, 'feed to be read now')
  tools.onFeeds()
  return waitUntilRead(tools, id, manager)
}

/** Reading a feed puts off the next time that it is due. */
async function waitUntilRead(
  { archive, clock }: KeepingTools,
  id: string,
  { server }: Manager,
): Promise<FeedState> {
  const since = clock.now()
  for (;;) {
    const feed = await archive.feed(id, { server })
    if (feed === undefined) throw notTheirs()
    const isRead = feed.nextReadAt > since || feed.disabled !== undefined
    if (isRead || clock.now() - since >= longestWaitMs) return feedState(feed, true)
    await clock.wait(lookEveryMs)
  }
}

/** Said of a feed that is not, or no longer, a server's own. */
export function notTheirs(): UserError {
  return new UserError({ kind: 'notTheirFeed' })
}
