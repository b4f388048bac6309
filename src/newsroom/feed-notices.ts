import type { Feed, FeedChange } from '../archive/feeds.ts'
import type { FeedDesk } from './desk.ts'
import { showAddress } from './feed-state.ts'

/** So many failures in a row, which take hours at least, are no hiccup: those who have the feed are told. */
const noticeableFailures = 6

/** Tells those who have a feed when it has failed for hours, and when it is given up: once each. */
export async function tellFailing(
  desk: FeedDesk,
  feed: Feed,
  { disabled, failures, error }: FeedChange,
): Promise<void> {
  if (typeof disabled === 'string') {
    await tell(desk, feed, `is read no longer: ${disabled}. /feeds check has it tried again.`)
  } else if (failures === noticeableFailures) {
    await tell(desk, feed, `cannot be read: ${error}. It is tried again, at longer and longer intervals.`)
  }
}

/** Tells those who were told that a feed fails that it does no longer. */
export async function tellRecovered(desk: FeedDesk, feed: Feed): Promise<void> {
  if (feed.failures >= noticeableFailures) await tell(desk, feed, 'can be read again.')
}

async function tell({ archive, notices }: FeedDesk, { id, title, url }: Feed, what: string): Promise<void> {
  const owners = await archive.feedOwners(id)
  const servers = owners.flatMap(({ server }) => server ?? [])
  // Not waited for: while Discord is out of reach, feeds are read all the same.
  void notices.tell({ servers, text: `The feed “${title ?? showAddress(url)}” ${what}` })
}
