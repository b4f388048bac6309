import { oneLine } from '../plain-text.ts'
import { canonicalAddress } from './address.ts'
import { authorOf } from './author.ts'
import { bareWords } from './bare-words.ts'
import type { PageDocument } from './document.ts'
import { linkedData } from './linked-data.ts'
import { type MetaElements, metaElements } from './meta-elements.ts'
import { publishedAt } from './published.ts'
import { type Headlines, headlineOf, siteInTitle, withoutSite } from './title.ts'

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
  /** Whether it calls the page an article. */
  readonly isArticle?: boolean
  /** Whether it says that the article is not free to read. */
  readonly isLocked?: boolean
}

/** Longer ones are not what they claim to be: names, headlines and abstracts with keywords or whole texts in them. */
const maxNameLength = 80
const maxTitleLength = 300
const maxStandfirstLength = 1000

/**
 * Reads title, publisher, author, date, standfirst, canonical address and language from JSON-LD, Open Graph, plain `<meta>`
 * elements, microdata and what the page shows, in this order of trust; each only where it makes sense.
 * @param url where the page was found
 */
export function pageMetadata(page: PageDocument, url: string | undefined): PageMetadata {
  const meta = metaElements(page)
  const link = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined
  const shown = titlesOf(page, meta)
  const data = linkedData(page, [url, link, meta.get('og:url'), ...shown.given, ...shown.headings])
  const titles = { ...shown, given: [...fitting(data.titles ?? []), ...shown.given] }
  const siteName = siteNameOf(meta, data.publisher)
  const headline = headlineOf(titles)
  const publisher = siteName ?? siteInTitle(titles.title, headline)
  const title = headline && withoutSite(headline, [publisher, data.publisher, hostOf(url ?? link)])
  return present({
    title,
    publisher,
    author: authorOf(page, [data.author, ...authorNames.map((name) => meta.get(name))], publisher),
    publishedAt: publishedAt(page, meta, data.published),
    standfirst: first(
      [...descriptionsOf(meta), data.standfirst].filter((text) => !isSame(text, title)),
      maxStandfirstLength,
    ),
    url: canonicalAddress([link, meta.get('og:url')], url),
    body: data.body,
    isArticle: data.isArticle === true || callsArticle(meta),
    isLocked: data.isLocked === true || /^(?:locked|metered)$/.test(meta.get('article:content_tier') ?? ''),
    language: [page.documentElement?.getAttribute('lang'), data.language, ...localesOf(meta)]
      .map(languageOf)
      .find((tag) => tag !== undefined),
  })
}

function descriptionsOf(meta: MetaElements): readonly (string | undefined)[] {
  return ['og:description', 'description', 'twitter:description'].map((name) => meta.get(name))
}

function localesOf(meta: MetaElements): readonly (string | undefined)[] {
  return ['og:locale', 'content-language'].map((name) => meta.get(name))
}

function callsArticle(meta: MetaElements): boolean {
  return meta.has('article:published_time') || /^article\b/.test(meta.get('og:type') ?? '')
}

const authorNames = (
  'author article:author article:author_name dc.creator dcterms.creator parsely-author sailthru.author byl ' +
  'citation_author creator'
).split(' ')

/** The first that has text and is not too long. */
function first(written: readonly (string | undefined)[], maxLength: number): string | undefined {
  return written
    .map((value) => oneLine(value ?? ''))
    .find((value) => value !== '' && value.length <= maxLength)
}

/** Without the motto behind it: "The Courier | News from the coast". */
function siteNameOf(meta: MetaElements, linked: string | undefined): string | undefined {
  const written = [
    meta.get('og:site_name'),
    linked,
    ...['application-name', 'publisher', 'dc.publisher'].map((name) => meta.get(name)),
  ]
  return first(
    written.map((name) => notAddress(name)?.split(/ [|-] /)[0]),
    maxNameLength,
  )
}

const titleNames = 'og:title twitter:title dc.title dcterms.title citation_title'.split(' ')

function titlesOf(page: PageDocument, meta: MetaElements): Headlines {
  return {
    given: fitting(titleNames.map((name) => meta.get(name))),
    headings: fitting([...page.querySelectorAll('h1')].map((heading) => heading.textContent)),
    title: fitting([page.querySelector('title')?.textContent])[0],
  }
}

function fitting(written: readonly (string | undefined)[]): readonly string[] {
  return written
    .map((text) => oneLine(text ?? ''))
    .filter((text) => text !== '' && text.length <= maxTitleLength)
}

/** The name in a host: "courier" of "www.courier.example". */
function hostOf(url: string | undefined): string | undefined {
  return URL.parse(url ?? '')?.hostname.replace(/^www\./, '')
}

/** Undefined for the addresses and handles that sites put where names belong. */
function notAddress(name: string | undefined): string | undefined {
  return name === undefined || /^(?:https?:|www\.|@)/i.test(name.trim()) ? undefined : name
}

function isSame(text: string | undefined, other: string | undefined): boolean {
  return text !== undefined && other !== undefined && bareWords(text) === bareWords(other)
}

function languageOf(tag: string | null | undefined): string | undefined {
  try {
    const [known] = Intl.getCanonicalLocales(tag?.trim().replaceAll('_', '-') || 'und')
    return known === undefined || /^(?:und|mul|zxx|x)\b/.test(known) ? undefined : known
  } catch {
    return undefined
  }
}

function present(metadata: { [Name in keyof PageMetadata]: PageMetadata[Name] | undefined }): PageMetadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))
}
