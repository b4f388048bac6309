import { SourceError } from '../errors.ts'
import { showUrl } from '../sources/http/show-url.ts'
import type { Web, WebBody } from '../sources/http/web.ts'
import { troubles } from '../troubles.ts'
import type { Analyst } from './analyst.ts'
import type { Reading } from './reading.ts'

/** What pages are read with. */
export interface PageTools {
  readonly web: Web
  readonly analyst: Analyst
  readonly signal?: AbortSignal
}

/** Where a server names no media type, the page itself tells. */
const pageTypes: ReadonlySet<string | undefined> = new Set(['text/html', 'application/xhtml+xml', undefined])

/**
 * Reads a web page and understands it. Its address is where it was read, unless the page names another one of the same
 * host: what a page says of other hosts must not lend it their name.
 * @throws SourceError why there is no article; the signal's reason if it aborts
 */
export async function readPage(url: string, { web, analyst, signal }: PageTools): Promise<Reading> {
  const { url: found, body, charset } = await fetchPage(url, web, signal)
  const reading = await analyst.readPage({ url: found, bytes: body, charset })
  return { ...reading, draft: { ...reading.draft, url: ownAddress(reading.draft.url, found) } }
}

/** The page as it came. @throws SourceError if it cannot be had, or is something else than a page. */
export async function fetchPage(url: string, web: Web, signal?: AbortSignal): Promise<WebBody> {
  const answer = await web.get(url, { accept: 'text/html, application/xhtml+xml', signal })
  // Nothing was known before: "unchanged" is no answer to that.
  const what = answer.kind === 'unchanged' ? troubles.sendsNothing : whatElse(answer.contentType)
  if (answer.kind === 'read' && what === undefined) return answer
  throw new SourceError(`Cannot read page ${showUrl(url)}: ${what}`)
}

function whatElse(contentType: string | undefined): string | undefined {
  return pageTypes.has(contentType) ? undefined : `${troubles.noWebPage} (${contentType})`
}

function ownAddress(claimed: string | undefined, found: string): string {
  return claimed !== undefined && URL.parse(claimed)?.host === URL.parse(found)?.host ? claimed : found
}
