import type { AtomFeed } from 'feedsmith'
import { type EntryFields, type FeedFields, type FeedText, firstNamed, urlIn } from './feed-fields.ts'
import { readHints } from './feed-hints.ts'

type Link = AtomFeed.Link<string>

/** An Atom feed (0.3 or 1.0), as feedsmith gives it, in the form that all feeds have in common. */
export function atomFields(feed: AtomFeed.Feed<string>): FeedFields {
  return {
    title: atomText(feed.title),
    links: alternates(feed.links),
    id: feed.id,
    published: [],
    updated: [feed.updated, feed.dcterms?.modified?.[0], feed.dc?.dates?.[0]],
    description: atomText(feed.subtitle),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0],
    base: feed.xml?.base,
    hints: readHints({ period: feed.sy?.updatePeriod, frequency: feed.sy?.updateFrequency }),
    entries: (feed.entries ?? []).map((entry) => entryFields(entry, feed)),
  }
}

function entryFields(entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>): EntryFields {
  const { content, media } = entry
  return {
    title: atomText(entry.title) ?? plainText(media?.title?.value ?? entry.dc?.titles?.[0]),
    links: [
      ...alternates(entry.links),
      content?.value === undefined ? content?.src : undefined,
      urlIn(entry.id),
    ],
    id: entry.id,
    published: [
      entry.published,
      entry.dcterms?.issued?.[0],
      entry.dcterms?.created?.[0],
      entry.dc?.dates?.[0],
    ],
    updated: [entry.updated, entry.dcterms?.modified?.[0]],
    // An entry without authors has those of the feed that it came from first, or of this one.
    authors: firstNamed(
      namesOf(entry.authors),
      entry.dc?.creators ?? [],
      namesOf(entry.source?.authors),
      namesOf(feed.authors),
    ),
    summary:
      atomText(entry.summary) ??
      plainText(media?.groups?.[0]?.description?.value ?? media?.description?.value),
    content: content?.value === undefined ? undefined : atomText({ ...content, value: content.value }),
    categories: (entry.categories ?? []).map(({ label, term }) => label ?? term),
    base: entry.xml?.base,
  }
}

function namesOf(authors: readonly AtomFeed.Person[] = []): readonly (string | undefined)[] {
  return authors.map(({ name, email }) => name ?? email)
}

/** A text's declared type; Atom 0.3 has media types. What names none is plain by the book, HTML in practice. */
function atomText(text: AtomFeed.Text | undefined): FeedText | undefined {
  if (text === undefined) return undefined
  // A type that is no text's says that it is written in base64; so does the mode of Atom 0.3, which becomes such a type.
  if (/^application\/octet-stream$/i.test(text.type ?? ''))
    return { value: fromBase64(text.value), isHtml: true }
  return { value: text.value, isHtml: !/^(?:text|text\/plain)$/i.test(text.type ?? 'html') }
}

function fromBase64(value: string): string {
  return Buffer.from(value, 'base64').toString('utf8')
}

function plainText(value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { value, isHtml: false }
}

/**
 * The addresses that links of Atom give for the page itself, web pages before other forms of it.
 * A link without relation is an alternate.
 */
export function alternates(links: readonly Link[] | undefined): readonly (string | undefined)[] {
  const pages = (links ?? []).filter(({ rel = 'alternate' }) => /(?:^|[\s/])alternate$/i.test(rel.trim()))
  const isPage = ({ type }: Link): boolean => type === undefined || /html/i.test(type)
  return [...pages.filter(isPage), ...pages.filter((link) => !isPage(link))].map(({ href }) => href)
}

/** The addresses of links that say themselves that they lead to a web page: surer than what names no type. */
export function declaredPages(links: readonly Link[] | undefined): readonly (string | undefined)[] {
  return alternates((links ?? []).filter(({ type }) => type !== undefined && /html/i.test(type)))
}
