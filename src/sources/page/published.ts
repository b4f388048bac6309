import { parseFeedDate } from '../feed-dates.ts'
import type { PageDocument } from './document.ts'
import type { MetaElements } from './meta-elements.ts'

/** Where pages say when they were published, the surest first. */
const names =
  'article:published_time og:article:published_time og:published_time datepublished parsely-pub-date sailthru.date ' +
  'article.published publish-date publishdate publication_date published_time pubdate ptime cxenseparse:recs:publishtime ' +
  'citation_publication_date dcterms.created dcterms.date dcterms.issued dc.date.issued dc.date dc.date.created date pdate'

/** And where they show it. */
const shown = [
  '[itemprop~="datePublished"]',
  'time[pubdate]',
  'article time[datetime]',
  'main time[datetime]',
  'time[datetime]',
]

/**
 * When the article was published, in epoch milliseconds: of JSON-LD, `<meta>` elements, microdata and `<time>` the first that is
 * a date. Dates that may be read two ways ("05/10/2018") are none.
 */
export function publishedAt(
  page: PageDocument,
  meta: MetaElements,
  linked: string | undefined,
): number | undefined {
  const written = [
    linked,
    ...names.split(' ').map((name) => meta.get(name)),
    ...shown.map((place) => shownDate(page, place)),
  ]
  return written.map(readDate).find((time) => time !== undefined)
}

function readDate(written: string | undefined): number | undefined {
  return written === undefined || /^\s*\d{1,2}[/-]\d{1,2}[/-]/.test(written)
    ? undefined
    : parseFeedDate(written)
}

function shownDate(page: PageDocument, selector: string): string | undefined {
  const element = page.querySelector(selector)
  return element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? element?.textContent
}
