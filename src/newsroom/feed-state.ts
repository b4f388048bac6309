import type { Feed } from '../archive/feeds.ts'
import type { FeedState } from '../queries/server-feeds.ts'
import { showUrl } from '../sources/http/show-url.ts'

/** A feed as a server sees it. @param isOwn false: of one that is open to all, no more than the host is shown */
export function feedState(feed: Feed, isOwn: boolean): FeedState {
  const { url, title, movedTo, etag, lastModified, wishes, loaded, ...state } = feed
  const address = isOwn ? showAddress(url) : (URL.parse(url)?.host ?? '')
  return { ...state, name: title ?? address, address, isOwn }
}

/** An address for an answer: without scheme and secrets. */
export function showAddress(url: string): string {
  return showUrl(url).replace(/^https?:\/\//, '')
}
