import type { Archive } from '../archive/archive.ts'
import type { Feed, FeedOwner } from '../archive/feeds.ts'
import { feedCondition } from '../discord/cards/feed-words.ts'
import { clip } from '../discord/cards/text.ts'
import { english } from '../discord/locales/en.ts'
import { UserError } from '../errors.ts'
import { feedState } from '../newsroom/feed-state.ts'
import { makeDue } from '../newsroom/make-due.ts'
import type { FeedState } from '../queries/server-feeds.ts'
import { renderMarkdown } from './render-text.ts'

/** A feed as the operator sees it: without the secrets of its address. */
export interface OperatorFeed extends Omit<FeedState, 'isOwn'> {
  /** Whether it is in FEEDS_FILE. */
  readonly isOpen: boolean
  /** Ids of the servers that added it. */
  readonly servers: readonly string[]
}

/** All feeds and their states, in order of their names. */
export async function allFeeds(archive: Archive): Promise<readonly OperatorFeed[]> {
  const feeds = await archive.feeds()
  return Promise.all(feeds.map(async (feed) => operatorFeed(feed, await archive.feedOwners(feed.id))))
}

/** Feeds as text, two lines each; `now` in epoch milliseconds. */
export function feedsText(feeds: readonly OperatorFeed[], now: number): string {
  if (feeds.length === 0)
    return 'There are no feeds: list some in FEEDS_FILE, or let servers add theirs with /feeds.'
  return feeds.map((feed) => feedText(feed, now)).join('\n')
}

/**
 * Has feeds read again, named by id, address or name: a running bot does so within half a minute.
 * @returns how many
 * @throws UserError for a name that fits none or several, before any is touched; and for a server that wants patience
 */
export async function retryFeeds(archive: Archive, named: readonly string[], now: number): Promise<number> {
  const feeds = await archive.feeds()
  const chosen = named.map((name) => chooseFeed(feeds, name))
  for (const feed of chosen) await makeDue(archive, feed, now)
  return chosen.length
}

function operatorFeed(feed: Feed, owners: readonly FeedOwner[]): OperatorFeed {
  const { isOwn, ...state } = feedState(feed, true)
  const servers = owners.flatMap(({ server }) => server ?? [])
  return { ...state, isOpen: servers.length < owners.length, servers }
}

const maxName = 80

function feedText(feed: OperatorFeed, now: number): string {
  const { id, name, address, isOpen, servers } = feed
  const count = servers.length === 1 ? 'one server' : `${servers.length} servers`
  const whose = [...(isOpen ? ['everybody'] : []), ...(servers.length > 0 ? [count] : [])].join(' and ')
  const state = renderMarkdown(feedCondition({ ...feed, isOwn: true }, now, english), { colour: false })
  return `${renderMarkdown(clip(name, maxName), { colour: false })} · ${address} · ${id} · for ${whose}\n  ${state}`
}

function chooseFeed(feeds: readonly Feed[], name: string): Feed {
  const found = feeds.filter(({ id, url, title }) => [id, url, title].includes(name))
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const count = found.length === 0 ? 'no feed' : `${found.length} feeds`
  throw new UserError(`There is ${count} “${name}”. crier feeds tells their ids.`)
}
