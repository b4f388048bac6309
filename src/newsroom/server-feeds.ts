import PQueue from 'p-queue'
import type { Archive } from '../archive/archive.ts'
import type { ExportedFeeds, FeedState, Manager, ServerFeeds } from '../queries/server-feeds.ts'
import { writeOpml } from '../sources/feed-list.ts'
import { createFeedReader } from '../sources/feed-reader.ts'
import { holdsSecret, showUrl } from '../sources/http/show-url.ts'
import { addFeed, addOffered } from './add-feed.ts'
import type { KeepingTools } from './feed-keeping.ts'
import { feedState } from './feed-state.ts'
import { importFeeds } from './import-feeds.ts'
import { notTheirs, readFeedNow } from './read-feed-now.ts'

/** The feeds of servers, with the thread in which what members hand in is read. */
export interface OpenServerFeeds extends ServerFeeds {
  readonly close: () => Promise<void>
}

/** Addresses and lists read at once: each may take 10 MB until it is understood. */
const maxUnderWay = 8

/** Opens the feeds of servers. */
export function openServerFeeds(parts: Omit<KeepingTools, 'reader' | 'queue'>): OpenServerFeeds {
  // A thread of its own, as for pages on request: what is made to be slow holds up no news.
  const reader = createFeedReader()
  const tools: KeepingTools = { ...parts, reader, queue: new PQueue({ concurrency: maxUnderWay }) }
  return {
    list: (server) => listFeeds(parts.archive, server),
    add: (address, manager) => addFeed(tools, address, manager),
    addOffered: (key, places, manager) => addOffered(tools, { key, places }, manager),
    remove: (id, manager) => removeFeed(tools, id, manager),
    readNow: (id, manager) => readFeedNow(tools, id, manager),
    exportList: (server, options) => exportFeeds(parts.archive, server, options),
    importList: (file, manager) => importFeeds(tools, file, manager),
    close: reader.close,
  }
}

async function listFeeds(archive: Archive, server: string): Promise<readonly FeedState[]> {
  const [own, open] = await Promise.all([archive.feeds({ server }), archive.feeds({})])
  const ids = new Set(own.map(({ id }) => id))
  return [
    ...own.map((feed) => feedState(feed, true)),
    ...open.filter(({ id }) => !ids.has(id)).map((feed) => feedState(feed, false)),
  ]
}

async function removeFeed(
  { archive, clock, log }: KeepingTools,
  id: string,
  { server, member }: Manager,
): Promise<void> {
  const feed = await archive.feed(id, { server })
  if (feed === undefined || !(await archive.removeFeed(id, { server }, clock.now()))) throw notTheirs()
  log.info({ feed: showUrl(feed.url), server, member }, 'feed removed')
}

async function exportFeeds(
  archive: Archive,
  server: string,
  { title, withSecrets }: { readonly title: string; readonly withSecrets: boolean },
): Promise<ExportedFeeds> {
  const own = await archive.feeds({ server })
  const told = own.filter(({ url }) => withSecrets || !holdsSecret(url))
  const feeds = told.map(({ url, title: name = '' }) => ({ url, title: name, folders: [] }))
  return {
    opml: writeOpml({ title, feeds }),
    feeds: told.length,
    secrets: own.filter(({ url }) => holdsSecret(url)).length,
    hasSecrets: withSecrets,
  }
}
