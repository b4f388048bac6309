import type { Feed, FeedChange } from '../archive/feeds.ts'
import type { NoticeEvent } from '../queries/notices.ts'
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
    await tell(desk, feed, (name) => ({ kind: 'feedGivenUp', feed: name, why: disabled }))
  } else if (failures === noticeableFailures) {
    await tell(desk, feed, (name) => ({ kind: 'feedFailing', feed: name, why: error ?? '' }))
  }
}

/** Tells those who were told that a feed fails that it does no longer. */
export async function tellRecovered(desk: FeedDesk, feed: Feed): Promise<void> {
  if (feed.failures < noticeableFailures) return
  await tell(desk, feed, (name) => ({ kind: 'feedRecovered', feed: name }))
}

async function tell(
  { archive, notices }: FeedDesk,
  { id, title, url }: Feed,
  eventOf: (name: string) => NoticeEvent,
): Promise<void> {
  const owners = await archive.feedOwners(id)
  const servers = owners.flatMap(({ server }) => server ?? [])
  // Not waited for: while Discord is out of reach, feeds are read all the same.
  void notices.tell({ servers, event: eventOf(title ?? showAddress(url)) })
}
