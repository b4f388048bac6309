import type { Archive } from '../archive/archive.ts'
import type { FeedOwner } from '../archive/feeds.ts'
import type { Article } from '../article.ts'
import type { FeedDesk } from './desk.ts'
import { type EntryIdentity, idOfEntry } from './feed-draft.ts'
import type { Reading } from './reading.ts'

/** What an entry is written as. */
export interface Place {
  /** Id of its article. */
  readonly id: string
  readonly reading: Reading
}

/** An entry that has been read. */
export interface ReadEntry {
  readonly reading: Reading
  readonly identity: EntryIdentity
  /** The article that it was the last time; absent for a new entry. */
  readonly knownAs: string | undefined
}

/**
 * Decides which article an entry is, and with which words. Several feeds may bring one article: it stays as it came first,
 * so that they do not rewrite it in turn. But nobody is shown words that came through a feed of others alone: a server may
 * add a feed that puts words into any publisher's mouth. A feed that more see has the say over one that fewer see; where
 * neither is so, each has an article of its own.
 */
export async function placeEntry(desk: FeedDesk, entry: ReadEntry): Promise<Place> {
  const { archive, analyst } = desk
  const { reading, identity, knownAs } = entry
  const stored = await storedArticle(archive, entry)
  if (stored === undefined) return { id: knownAs ?? idOfEntry(reading.draft, identity), reading }
  const { id } = stored
  const [audience, owners] = await Promise.all([archive.audienceOf(id), archive.feedOwners(identity.feed)])
  const isOthers = !covers(owners, audience)
  if (knownAs === undefined && isOthers && !covers(audience, owners))
    return { id: idOfEntry(reading.draft, { ...identity, isApart: true }), reading }
  const staysAsItIs = isOthers || (knownAs === undefined && covers(audience, owners))
  return { id, reading: staysAsItIs ? await analyst.readDraft(stored) : reading }
}

/** Sees what everybody sees, and nothing else. */
const anybody = { kind: 'person', id: '' } as const

/** The article as it is here already: by this entry, another feed, or a file that is open to all. */
async function storedArticle(
  archive: Archive,
  { reading: { draft }, identity, knownAs }: ReadEntry,
): Promise<Article | undefined> {
  const id = knownAs ?? idOfEntry(draft, identity)
  const own = await archive.article(id, { kind: 'operator' })
  if (own !== undefined || draft.url === undefined || identity.isApart || knownAs !== undefined)
    return own?.article
  return (await archive.articleByUrl(draft.url, anybody))?.article
}

/** Whether all of these are among those. */
function covers(those: readonly FeedOwner[], these: readonly FeedOwner[]): boolean {
  const servers = new Set(those.map(({ server }) => server))
  return servers.has(undefined) || these.every(({ server }) => servers.has(server))
}
