import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import type { Problem } from '../problems.ts'
import type { Finding, FoundFeed, Manager } from '../queries/server-feeds.ts'
import type { FeedEntry } from '../sources/feed.ts'
import { readFeedAddress } from './feed-address.ts'
import { type Discovery, findFeeds } from './feed-finder.ts'
import {
  fullness,
  type KeepingTools,
  keepFeed,
  readFor,
  type Shelf,
  shelfOf,
  spendFor,
} from './feed-keeping.ts'
import { showAddress } from './feed-state.ts'

/** Entries shown of a feed that was found. */
const shownEntries = 3

/** A page's feeds, until somebody has chosen. What an earlier version kept counts as forgotten. */
const keptOffer = z.object({
  server: z.string(),
  feeds: z.array(z.object({ url: z.string(), title: z.string() })),
})

/** Adds the feed at an address, or offers those of the page there. See `ServerFeeds.add`. */
export async function addFeed(tools: KeepingTools, written: string, manager: Manager): Promise<Finding> {
  const address = readFeedAddress(written)
  const shelf = await shelfOf(tools.archive, manager.server)
  const why = whyNot(shelf, address)
  if (why !== undefined) throw new UserError(why)
  const spend = (): void => spendFor(tools, manager)
  const found = await readFor(tools, showAddress(address), (signal) =>
    findFeeds(address, { ...tools, signal, spend }),
  )
  const [only] = found
  const feeds = found.map((discovery) => toFound(discovery, shelf))
  if (only === undefined || only.url !== address) {
    return { kind: 'offer', key: await keepOffer(tools, found, manager), feeds }
  }
  await keepFeed(tools, { id: shelf.idOf(address), url: address, title: only.feed.title }, manager)
  tools.onFeeds()
  return { kind: 'added', feed: toFound(only, shelf) }
}

/** Adds feeds of an offer. See `ServerFeeds.addOffered`. */
export async function addOffered(
  tools: KeepingTools,
  { key, places }: { readonly key: string; readonly places: readonly number[] },
  manager: Manager,
): Promise<readonly string[]> {
  const offer = keptOffer.safeParse(await tools.keyed.feedOffers.get(key)).data
  if (offer?.server !== manager.server) throw new UserError({ kind: 'forgotten' })
  const names: string[] = []
  const refusals: Problem[] = []
  for (const { url, title } of places.flatMap((place) => offer.feeds[place] ?? [])) {
    const shelf = await shelfOf(tools.archive, manager.server)
    const why = whyNot(shelf, url)
    if (why !== undefined) refusals.push(why)
    else {
      await keepFeed(tools, { id: shelf.idOf(url), url, title }, manager)
      names.push(title || showAddress(url))
    }
  }
  if (names.length === 0) throw new UserError(refusals[0] ?? { kind: 'forgotten' })
  tools.onFeeds()
  return names
}

/** Why a server cannot add what is at an address, if it cannot. */
function whyNot(shelf: Shelf, address: string): Problem | undefined {
  const id = shelf.idOf(address)
  if (shelf.own.has(id)) return { kind: 'readAlready', address: showAddress(address) }
  if (shelf.open.has(id)) return { kind: 'openAlready', address: showAddress(address) }
  return fullness(shelf)
}

async function keepOffer(
  { keyed }: KeepingTools,
  found: readonly Discovery[],
  { server }: Manager,
): Promise<string> {
  const key = randomBytes(9).toString('base64url')
  const feeds = found.map(({ url, feed }) => ({ url, title: feed.title }))
  await keyed.feedOffers.set(key, { server, feeds } satisfies z.infer<typeof keptOffer>)
  return key
}

function toFound({ url, feed }: Discovery, { idOf, own, open }: Shelf): FoundFeed {
  const [id, address] = [idOf(url), showAddress(url)]
  return {
    name: feed.title || address,
    address,
    isKnown: own.has(id) || open.has(id),
    newest: feed.entries
      .toSorted((a, b) => timeOf(b) - timeOf(a))
      .slice(0, shownEntries)
      .map(({ title, summary = '', publishedAt, updatedAt }) => {
        const time = publishedAt ?? updatedAt
        return { title: title || summary, ...(time !== undefined && { publishedAt: time }) }
      }),
  }
}

/** What has no date stays where the feed has it: newest first. */
function timeOf({ publishedAt, updatedAt }: FeedEntry): number {
  return publishedAt ?? updatedAt ?? 0
}
