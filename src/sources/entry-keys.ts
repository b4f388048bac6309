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
 * entry has it and it is not the site's front page. `text:` title (or the beginning of the text) and date, only where
 * there is neither of these: a column that has the same title every day must stay new. Entries that are the same in
 * guid, link and title are one entry, given twice. No key: there is nothing to know the entry by.
 */
export function entryKeys(feed: Feed): readonly (readonly string[])[] {
  const home = canonicalUrl(feed.link ?? '')
  const found = feed.entries.map((entry) => ({ entry, guid: guidKey(entry), link: linkKey(entry, home) }))
  const distinct = new Map(
    found.map(({ entry, guid, link }) => [JSON.stringify([guid, link, entry.title]), [guid, link]]),
  )
  const counts = new Map<string, number>()
  for (const key of [...distinct.values()].flat()) {
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return found.map(({ entry, guid, link }) => {
    const unique = [guid, link].filter((key) => key !== undefined && counts.get(key) === 1)
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

function textKey({ title, summary, content, publishedAt, updatedAt }: FeedEntry): string | undefined {
  const text = title || (summary ?? content ?? '').slice(0, excerptLength)
  const time = publishedAt ?? updatedAt
  if (text === '' && time === undefined) return undefined
  return `text:${time === undefined ? '' : new Date(time).toISOString()} ${text.toLowerCase()}`
}
