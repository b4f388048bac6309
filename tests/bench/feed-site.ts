import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { madeUpArticle } from './made-up-articles.ts'

/*
 * The publishers of the feeds benchmark, in a process of their own: node tests/bench/feed-site.ts ITEMS. Prints its
 * port; /N is a feed with so many whole articles, which does not change and says so when it is asked again.
 */

const items = Number(process.argv[2] ?? 50)
const words = 300

const server = createServer((request, response) => {
  const number = Number((request.url ?? '/0').slice(1))
  const etag = `"${createHash('sha256').update(String(number)).digest('hex')}"`
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(feed(number))
})
// All of 127.0.0.0/8: each address is a host of its own.
server.listen(0, () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))

function feed(number: number): string {
  const entries = Array.from({ length: items }, (_, index) => {
    const { title, text } = madeUpArticle(number * items + index, words)
    const paragraphs = text
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;')}</p>`)
      .join('')
    const date = new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toUTCString()
    const id = `${number}-${index}`
    return `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><pubDate>${date}</pubDate><link>https://feed${number}.test/${id}</link><description><![CDATA[${paragraphs}]]></description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${number}</title>${entries.join('')}</channel></rss>`
}
