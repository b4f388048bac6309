import { canonicalUrl } from './canonical-url.ts'
import type { Feed, FeedEntry } from './feed.ts'

/** Characters of a text that stands in for a missing title. */
const excerptLength = 200

/**
 * Under which keys each entry of a feed is known, in the order of its entries; the first is the entry's identity.
 * An entry is the same as an older one of this feed if they share any key, so that neither a changed guid nor a
 * changed link or date makes it new.
 *
 * `guid:` the guid, if no other entry has it; http and https are the same. `link:` the canonical address, if no other
 * entry has it and it is not the site's front page. `text:` title and date, if no other entry has them: guids and links
 * all change at once where a site gets another system. Without any of these, the title alone, or the beginning of the
 * text. A column that has the same title every day stays new. Entries that are the same in guid, link and title are one
 * entry, given twice. No key: there is nothing to know the entry by.
 */
export function entryKeys(feed: Feed): readonly (readonly string[])[] {
  const home = canonicalUrl(feed.link ?? '')
  const found = feed.entries.map((entry) => ({
    entry,
    keys: [guidKey(entry), linkKey(entry, home), datedKey(entry)],
  }))
  const distinct = new Map(
    found.map(({ entry, keys: [guid, link, dated] }) => [
      JSON.stringify([guid, link, entry.title]),
      [guid, link, dated],
    ]),
  )
  const counts = new Map<string, number>()
  for (const key of [...distinct.values()].flat()) {
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return found.map(({ entry, keys }) => {
    const unique = keys.filter((key) => key !== undefined && counts.get(key) === 1)
    return (unique.length > 0 ? unique : [textKey(entry)]).filter((key) => key !== undefined)
  })
}

/** Letters of a guid count, and so does its fragment; only the scheme of an address does not. */
function guidKey({ id }: FeedEntry): string | undefined {
  return id === undefined ? undefined : `guid:${id.replace(/^http:/i, 'https:')}`
}

function linkKey({ link }: FeedEntry, home: string | undefined): string | undefined {
  const url = canonicalUrl(link ?? '')
  if (url === undefined || url === home || /^https:\/\/[^/]*\/$/.test(url)) return undefined
  return `link:${url}`
}

/** Title and date; undefined where either is missing. */
function datedKey(entry: FeedEntry): string | undefined {
  return entry.title === '' || dateOf(entry) === undefined ? undefined : textKey(entry)
}

function textKey(entry: FeedEntry): string | undefined {
  const { title, summary, content } = entry
  const text = title || (summary ?? content ?? '').slice(0, excerptLength)
  const time = dateOf(entry)
  if (text === '' && time === undefined) return undefined
  return `text:${time === undefined ? '' : new Date(time).toISOString()} ${text.toLowerCase()}`
}

function dateOf({ publishedAt, updatedAt }: FeedEntry): number | undefined {
  return publishedAt ?? updatedAt
}
