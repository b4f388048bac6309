import { oneLine } from '../plain-text.ts'
import { parsePublished } from '../published-date.ts'
import type { PageDocument } from './document.ts'
import { linkedData } from './linked-data.ts'

/** What a page's metadata says about its article; only what makes sense is there. */
export interface PageMetadata {
  readonly title?: string
  readonly publisher?: string
  readonly author?: string
  /** Epoch milliseconds. */
  readonly publishedAt?: number
  readonly standfirst?: string
  readonly url?: string
  readonly language?: string
  /** The article's text as JSON-LD tells it, plain or HTML; not where it says that it is not free to read. */
  readonly body?: string
}

/** Longer ones are not what they claim to be: names, headlines and abstracts with keywords or whole texts in them. */
const maxNameLength = 80
const maxTitleLength = 300
const maxStandfirstLength = 1000

/**
 * Reads title, publisher, author, date, standfirst, canonical address and language from JSON-LD, Open Graph
 * and plain `<meta>` elements, in this order of trust.
 * @param url where the page was found
 */
export function pageMetadata(page: PageDocument, url: string | undefined): PageMetadata {
  const meta = metaElements(page)
  const data = linkedData(page)
  const first = (written: readonly (string | undefined)[], maxLength: number) =>
    written.map((value) => oneLine(value ?? '')).find((value) => value !== '' && value.length <= maxLength)
  const publisher = first(
    [meta.get('og:site_name'), data.publisher, meta.get('application-name')].map(nameOnly),
    maxNameLength,
  )
  const title = first(
    [data.title, meta.get('og:title'), onlyHeading(page), meta.get('twitter:title')],
    maxTitleLength,
  )
  const dates = [
    data.published,
    meta.get('article:published_time'),
    meta.get('date'),
    meta.get('dc.date'),
    timeElement(page),
  ]
  return present({
    title: title === undefined ? undefined : withoutSuffix(title, publisher),
    publisher,
    author: first([data.author, meta.get('author'), meta.get('article:author')].map(nameOnly), maxNameLength),
    publishedAt: dates.map((written) => parsePublished(written ?? '')).find((time) => time !== undefined),
    standfirst: first(
      [meta.get('og:description'), meta.get('description'), data.standfirst],
      maxStandfirstLength,
    ),
    url: canonicalUrl(
      [page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined, meta.get('og:url')],
      url,
    ),
    body: data.body,
    language: languageOf(page.documentElement?.getAttribute('lang') ?? meta.get('og:locale')),
  })
}

function metaElements(page: PageDocument): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const element of page.querySelectorAll('meta')) {
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? '').toLowerCase()
    const content = element.getAttribute('content')
    if (name !== '' && content !== null && !found.has(name)) found.set(name, content)
  }
  return found
}

function onlyHeading(page: PageDocument): string | undefined {
  const headings = [...page.querySelectorAll('h1')]
  return headings.length === 1 ? headings[0]?.textContent : undefined
}

function timeElement(page: PageDocument): string | undefined {
  return page.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined
}

/** A name without "By"; undefined for the addresses and handles that sites put where names belong. */
export function nameOnly(name: string | undefined): string | undefined {
  return name === undefined || /^(?:https?:|www\.|@)/i.test(name.trim())
    ? undefined
    : name.trim().replace(/^by\s+/i, '')
}

function withoutSuffix(title: string, publisher: string | undefined): string {
  const suffix =
    publisher === undefined ? undefined : [' | ', ' - ', ' – ', ' — '].map((mark) => mark + publisher)
  const found = suffix?.find((end) => title.toLowerCase().endsWith(end.toLowerCase()))
  return found === undefined ? title : title.slice(0, -found.length)
}

/** The first address that is absolute http(s) and leads to an article: a site's front page is nobody's canonical page. */
function canonicalUrl(written: readonly (string | undefined)[], url: string | undefined): string | undefined {
  const addresses = written
    .map((address) => webAddress(address, url))
    .filter((address) => address !== undefined)
  const found = webAddress(url, undefined)
  const isArticle = (address: URL) => address.pathname !== '/' || found?.pathname === '/'
  return (addresses.find(isArticle) ?? found)?.href
}

function webAddress(address: string | undefined, base: string | undefined): URL | undefined {
  const parsed = address === undefined || address === '' ? null : URL.parse(address, base)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed : undefined
}

function languageOf(tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

function present(metadata: { [Name in keyof PageMetadata]: PageMetadata[Name] | undefined }): PageMetadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))
}
