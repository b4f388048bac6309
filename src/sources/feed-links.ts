import { Parser } from 'htmlparser2'
import { absoluteUrl } from './absolute-url.ts'

/** Characters of a page that are looked through, and candidates given. */
const maxPageLength = 5_000_000
const maxLinks = 20

/** Characters of a link's words that are looked at; those of links to feeds are short. */
const maxTitleLength = 100

/** Where a page may have a feed. */
export interface FeedLink {
  /** Absolute http(s) address. */
  readonly url: string
  /** What the page calls it; empty where it does not. */
  readonly title: string
  /** `declared`: the page says that it is a feed. `linked`: a link looks like one. `common`: a place where many have one. */
  readonly kind: 'declared' | 'linked' | 'common'
}

/** Media types of feeds; of plain XML and JSON only those that a page offers as its alternate. */
const feedType = /^(?:application|text)\/(?:rss|atom|rdf|feed\+json|x-rss|xml|json)(?:\+xml)?(?:;|$)/i

/** Addresses that look like a feed's, by the end or a part of their path. */
const feedPath =
  /(?:\.(?:rss|atom|rdf)|\/(?:rss|atom|feed|feeds|index|news)\.(?:xml|json)|\/(?:rss|feed|feeds|atom)\d?)\/?$/i

/** The words of links to feeds. */
const feedWords =
  /^\s*(?:(?:rss|atom|xml|subscribe|web|-)[\s-]*)?(?:rss|atom|feed)s?[\s-]*(?:\d(?:\.\d)?[\s-]*)?(?:feed\s*)?$/i

/** Places where the common systems publish, the commonest first: WordPress, Ghost, Hugo, Jekyll, Blogger and others. */
const commonPlaces: readonly string[] = [
  'feed',
  'rss',
  'feed.xml',
  'rss.xml',
  'index.xml',
  'atom.xml',
  'feed/',
  'feeds',
  'feed.json',
  'feeds/posts/default',
  '?feed=rss2',
]

/**
 * Where a page's feeds are, most likely first: those that it declares, links that look like feeds, and the usual
 * places beside the page and at the top of its site. Feeds of comments come last within their kind. Nothing is asked
 * over the network: the addresses of kinds `linked` and `common` are guesses.
 * @param url the page's own address
 */
export function findFeedLinks(html: string, url: string): readonly FeedLink[] {
  const found = linksIn(html.slice(0, maxPageLength), url)
  const kinds = (['declared', 'linked', 'common'] as const).map((kind) =>
    found.filter((link) => link.kind === kind),
  )
  const ordered = kinds.flatMap((links) => [
    ...links.filter((link) => !isOfComments(link)),
    ...links.filter(isOfComments),
  ])
  const distinct = new Map(ordered.toReversed().map((link) => [link.url, link]))
  return ordered.filter((link) => distinct.get(link.url) === link).slice(0, maxLinks)
}

function isOfComments({ url, title }: FeedLink): boolean {
  return /comment/i.test(`${url} ${title}`)
}

/** What is collected while a page is gone through. */
interface Found {
  base: string
  readonly links: FeedLink[]
  /** The link whose words are being read. */
  open: { readonly href: string; title: string } | undefined
}

function linksIn(html: string, url: string): readonly FeedLink[] {
  const found: Found = { base: url, links: [], open: undefined }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'base') found.base = absoluteUrl(attributes.href ?? '', url) ?? found.base
      if (name === 'link') addDeclared(found, attributes)
      if (name === 'a') found.open = { href: attributes.href ?? '', title: attributes.title ?? '' }
    },
    ontext(text) {
      if (found.open !== undefined && found.open.title.length < maxTitleLength) found.open.title += text
    },
    onclosetag(name) {
      if (name === 'a') addLinked(found)
    },
  })
  parser.end(html)
  return [...found.links, ...commonLinks(url)]
}

function addDeclared({ links, base }: Found, attributes: Readonly<Record<string, string>>): void {
  const { rel = '', type = '', href = '', title = '' } = attributes
  const relations = rel.toLowerCase().split(/\s+/)
  const isFeed = relations.includes('feed') || (relations.includes('alternate') && feedType.test(type.trim()))
  // WordPress declares its programming interface and its embeds as alternates too.
  const target = absoluteUrl(href, base)
  if (isFeed && target !== undefined && !/\/wp-json\/|oembed/i.test(target)) {
    links.push({ url: target, title: title.trim(), kind: 'declared' })
  }
}

function addLinked(found: Found): void {
  const { open, links, base } = found
  found.open = undefined
  const target = absoluteUrl(open?.href ?? '', base)
  if (open === undefined || target === undefined) return
  const title = open.title.slice(0, maxTitleLength).replace(/\s+/g, ' ').trim()
  if (feedPath.test(new URL(target).pathname) || feedWords.test(title))
    links.push({ url: target, title, kind: 'linked' })
}

/** Beside the page ("/news/eels" may have "/news/eels/feed"), then at the top of the site. */
function commonLinks(url: string): readonly FeedLink[] {
  const { origin, pathname } = new URL(url)
  const folders = [...new Set(['/', `${pathname.replace(/\/[^/.]*\.[^/]*$/, '').replace(/\/$/, '')}/`])]
  return folders.flatMap((folder) =>
    commonPlaces.map((place): FeedLink => ({ url: `${origin}${folder}${place}`, title: '', kind: 'common' })),
  )
}
