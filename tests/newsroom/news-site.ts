import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a made-up publisher answers at one path. */
export type Page = (request: IncomingMessage, response: ServerResponse) => void

/** A publisher's server on this machine. */
export interface NewsSite {
  /** "http://127.0.0.1:…", without a slash at the end. */
  readonly origin: string
  readonly pages: Map<string, Page>
  /** Paths that were asked for, in order. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

/** Opens it; what has no page answers 404. */
export async function openNewsSite(): Promise<NewsSite> {
  const pages = new Map<string, Page>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const page = pages.get(path)
    if (page === undefined) response.writeHead(404).end()
    else page(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** One entry of a made-up feed. */
export interface Item {
  readonly title: string
  readonly guid?: string
  readonly link?: string
  /** Epoch milliseconds. */
  readonly date?: number
  /** Default: a text long enough to be the article. */
  readonly text?: string
}

/** A whole article about something, so that no page need be read. */
export function wholeText(about: string): string {
  return Array.from(
    { length: 12 },
    (_, n) =>
      `<p>${about} was what the harbour spoke of on day ${n}, when the ferries came in late and the eels were dear.</p>`,
  ).join('')
}

/** An RSS feed, newest entry first as feeds have it. */
export function rss(title: string, items: readonly Item[]): string {
  const entries = items.toReversed().map((item) => {
    const { guid, link, date, text = wholeText(item.title) } = item
    return [
      `<item><title>${item.title}</title>`,
      guid === undefined ? '' : `<guid isPermaLink="false">${guid}</guid>`,
      link === undefined ? '' : `<link>${link}</link>`,
      date === undefined ? '' : `<pubDate>${new Date(date).toUTCString()}</pubDate>`,
      `<description><![CDATA[${text}]]></description></item>`,
    ].join('')
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${entries.join('')}</channel></rss>`
}

/** Sends a text as it stands. */
export function sends(text: () => string, type = 'application/rss+xml'): Page {
  return (_, response) => void response.writeHead(200, { 'content-type': type }).end(text())
}
