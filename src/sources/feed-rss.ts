import type { RdfFeed, RssFeed } from 'feedsmith'
import { alternates, declaredPages } from './feed-atom.ts'
import { type EntryFields, type FeedFields, firstNamed, maybeHtml, urlIn } from './feed-fields.ts'
import { readHints } from './feed-hints.ts'

type Item = RssFeed.Item<string>

/** An RSS feed (0.91 to 2.0), as feedsmith gives it, in the form that all feeds have in common. */
export function rssFields(feed: RssFeed.Feed<string>): FeedFields {
  return {
    title: maybeHtml(feed.title ?? feed.dc?.titles?.[0] ?? feed.atom?.title?.value),
    links: [...declaredPages(feed.atom?.links), feed.link, ...alternates(feed.atom?.links)],
    id: feed.atom?.id,
    published: [feed.pubDate],
    updated: [feed.lastBuildDate, feed.atom?.updated, ...modifiedOf(feed)],
    description: maybeHtml(feed.description ?? feed.itunes?.summary ?? feed.dc?.descriptions?.[0]),
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    base: feed.xml?.base,
    hints: readHints({
      ttl: feed.ttl,
      period: feed.sy?.updatePeriod,
      frequency: feed.sy?.updateFrequency,
      skipHours: feed.skipHours,
      skipDays: feed.skipDays,
    }),
    entries: (feed.items ?? []).map(itemFields),
  }
}

function itemFields(item: Item): EntryFields {
  const { guid } = item
  return {
    ...sharedFields(item),
    links: [
      item.link,
      ...alternates(item.atom?.links),
      guid?.isPermaLink === false ? undefined : urlIn(guid?.value),
    ],
    id: guid?.value ?? item.atom?.id,
    published: [item.pubDate, item.atom?.published, ...issuedOf(item)],
    authors: firstNamed(
      (item.authors ?? []).map(({ name }) => name),
      item.dc?.creators ?? [],
      (item.atom?.authors ?? []).map(({ name }) => name),
      [item.itunes?.author],
      (item.authors ?? []).map(({ email }) => email),
    ),
    categories: [...(item.categories ?? []).map(({ name }) => name), ...(item.dc?.subjects ?? [])],
  }
}

/** An RSS 1.0 or 0.90 feed (RDF), as feedsmith gives it, in the form that all feeds have in common. */
export function rdfFields(feed: RdfFeed.Feed<string>): FeedFields {
  return {
    title: maybeHtml(feed.title ?? feed.dc?.titles?.[0]),
    links: [...declaredPages(feed.atom?.links), feed.link, ...alternates(feed.atom?.links)],
    id: feed.rdf?.about,
    published: [],
    updated: modifiedOf(feed),
    description: maybeHtml(feed.description ?? feed.dc?.descriptions?.[0]),
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang,
    base: feed.xml?.base,
    hints: readHints({ period: feed.sy?.updatePeriod, frequency: feed.sy?.updateFrequency }),
    entries: (feed.items ?? []).map((item) => ({
      ...sharedFields(item),
      links: [item.link, ...alternates(item.atom?.links), urlIn(item.rdf?.about)],
      id: item.rdf?.about ?? item.dc?.identifiers?.[0],
      published: issuedOf(item),
      authors: item.dc?.creators ?? [],
      categories: item.dc?.subjects ?? [],
    })),
  }
}

/** What items of RSS and of RDF have alike. */
function sharedFields(
  item: Item | RdfFeed.Item<string>,
): Pick<EntryFields, 'title' | 'updated' | 'summary' | 'content' | 'base'> {
  const { title, description, dc, media, atom } = item
  const summary = description ?? dc?.descriptions?.[0] ?? media?.description?.value ?? atom?.summary?.value
  return {
    title: maybeHtml(title ?? dc?.titles?.[0] ?? media?.title?.value ?? atom?.title?.value),
    updated: [atom?.updated, ...modifiedOf(item)],
    summary: maybeHtml(summary),
    content: maybeHtml(item.content?.encoded ?? atom?.content?.value),
    base: item.xml?.base,
  }
}

type Dated = Pick<Item, 'dc' | 'dcterms'>
type Dates = readonly (string | undefined)[]

/** Dates of the Dublin Core on which something came out; `date` does not tell what happened on it. */
function issuedOf({ dc, dcterms }: Dated): Dates {
  return [dcterms?.issued?.[0], dcterms?.created?.[0], dc?.dates?.[0], dcterms?.dates?.[0]]
}

function modifiedOf({ dc, dcterms }: Dated): Dates {
  return [dcterms?.modified?.[0], dc?.dates?.[0]]
}
