import { UserError } from '../errors.ts'
import type { Problem } from '../problems.ts'
import type { GivenFile, ImportReport, Manager } from '../queries/server-feeds.ts'
import type { WebBody } from '../sources/http/web.ts'
import type { ReadFeedList } from '../sources/opml.ts'
import { fullness, type KeepingTools, keepFeed, readFor, shelfOf, spendFor } from './feed-keeping.ts'
import { showAddress } from './feed-state.ts'

/** Largest list that is taken from a member, in bytes: thousands of feeds. */
const maxListBytes = 1_000_000

/** Adds the feeds of a list for a server. See `ServerFeeds.importList`. */
export async function importFeeds(
  tools: KeepingTools,
  file: GivenFile,
  manager: Manager,
): Promise<ImportReport> {
  const list = await fetchList(tools, file, manager)
  const shelf = await shelfOf(tools.archive, manager.server)
  const own = new Set(shelf.own)
  const refused: { address: string; why: Problem }[] = []
  let [added, known] = [0, 0]
  for (const { url, title } of list.feeds) {
    const id = shelf.idOf(url)
    const full = fullness({ own })
    if (own.has(id) || shelf.open.has(id)) known += 1
    else if (full !== undefined) refused.push({ address: showAddress(url), why: full })
    else {
      await keepFeed(tools, { id, url, title }, manager)
      own.add(id)
      added += 1
    }
  }
  if (added > 0) tools.onFeeds()
  return { added, known, refused, unusable: list.unusable }
}

async function fetchList(
  tools: KeepingTools,
  { name, url, size }: GivenFile,
  manager: Manager,
): Promise<ReadFeedList> {
  spendFor(tools, manager)
  if (size > maxListBytes) throw tooLarge(name)
  return readFor(tools, `“${name}”`, async (signal) => {
    const answer = await tools.web.get(url, { signal })
    return tools.reader.readList(bytesOf(answer, name), 'file')
  })
}

function bytesOf(answer: WebBody | { readonly kind: 'unchanged' }, name: string): Uint8Array {
  const body = answer.kind === 'read' ? answer.body : new Uint8Array()
  if (body.length > maxListBytes) throw tooLarge(name)
  return body
}

function tooLarge(name: string): UserError {
  return new UserError({ kind: 'listTooLarge', name, megabytes: maxListBytes / 1e6 })
}
