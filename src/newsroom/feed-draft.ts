import { createHash } from 'node:crypto'
import type { Draft } from '../article.ts'
import { canonicalUrl } from '../sources/canonical-url.ts'
import type { Feed, FeedEntry } from '../sources/feed.ts'
import { articleId } from './take.ts'

/** Characters from which a feed's text is taken for the article; below, it is a teaser and the page is read. */
const shortestArticle = 1200
/** Characters of a title made of a text's beginning. */
const longestTitle = 120

/** Hash of what a feed says of an entry: where it differs, the entry was updated. Dates alone update nothing. */
export function entryHash({ title, summary, content }: FeedEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([title, content ?? summary ?? '']))
    .digest('base64url')
    .slice(0, 16)
}

/** Whether the feed carries the article itself, so that its page need not be read. */
export function isWhole({ summary, content, link }: FeedEntry): boolean {
  return link === undefined || (content ?? summary ?? '').length >= shortestArticle
}

/** The article as far as the feed tells it. */
export function draftOfEntry(entry: FeedEntry, feed: Feed): Draft {
  const body = entry.content ?? entry.summary
  const title = entry.title === '' ? beginningOf(body ?? feed.title) : entry.title
  const text = body ?? title
  const hasTeaser = entry.content !== undefined && entry.summary !== undefined
  const isAbstract = hasTeaser && !text.startsWith(entry.summary.slice(0, longestTitle))
  return {
    ...metadataOf(entry, feed),
    title: title || 'Untitled',
    ...(isAbstract && { standfirst: entry.summary.replaceAll('\n\n', ' ') }),
    text: text || 'Untitled',
  }
}

/** An article read from its page, with what only the feed tells. */
export function withFeed(page: Draft, entry: FeedEntry, feed: Feed): Draft {
  const { publisher, title, ...known } = metadataOf(entry, feed)
  return { ...known, ...page, title: entry.title || page.title, publisher: page.publisher || publisher }
}

function metadataOf(entry: FeedEntry, feed: Feed): Omit<Draft, 'text'> {
  const { link, author, title } = entry
  const publishedAt = entry.publishedAt ?? entry.updatedAt
  return {
    title,
    publisher: publisherOf(feed),
    ...(link !== undefined && /^https?:/.test(link) && { url: link }),
    ...(author !== undefined && { author }),
    ...(publishedAt !== undefined && { publishedAt }),
    language: languageOf(feed.language),
  }
}

/** Feeds are called "Gazette – World news" or "World | Gazette": only the site's own name would be right, but it is seldom told. */
function publisherOf({ title, link }: Feed): string {
  if (title !== '') return title
  return link === undefined ? '' : (URL.parse(link)?.hostname.replace(/^www\./, '') ?? '')
}

function languageOf(written: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((written ?? 'en').replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** What an entry is known by. */
export interface EntryIdentity {
  /** Id of its feed. */
  readonly feed: string
  /** First of its keys. */
  readonly key: string
  /** Whether its article is one of its own, whoever else has its address. */
  readonly isApart: boolean
}

/**
 * The id of an article that came through a feed: of its address, so that two feeds with it have one article, unless it is
 * kept apart: what only a password opens must not be shown to others, who may have another text at that address.
 */
export function idOfEntry(draft: Draft, { feed, key, isApart }: EntryIdentity): string {
  const url = draft.url === undefined || isApart ? undefined : canonicalUrl(draft.url)
  return articleId(url === undefined ? `feed:${feed} ${key}` : `url:${url}`)
}

function beginningOf(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  if (line.length <= longestTitle) return line
  return `${line.slice(0, line.lastIndexOf(' ', longestTitle - 1)).trimEnd()} …`
}
