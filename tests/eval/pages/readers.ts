import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { decodePage } from '../../../src/sources/decode.ts'
import { parsePage } from '../../../src/sources/page/document.ts'
import { elementParagraphs } from '../../../src/sources/page/paragraphs.ts'
import { readPage } from '../../../src/sources/page.ts'

/** Reads the text of a page's article. @throws whatever the reader throws where it finds none */
export type PageReader = (bytes: Uint8Array, url: string) => string | Promise<string>

/** The readers compared, by the name they have in tables. */
export const pageReaders: ReadonlyMap<string, PageReader> = new Map<string, PageReader>([
  ['ours', (bytes, url) => readPage(decodePage(bytes), url).text],
  ['Readability alone', readReadability],
  ['defuddle', readDefuddle],
])

/** Over the same DOM as ours, with its own settings. */
function readReadability(bytes: Uint8Array): string {
  const { document } = parseHTML(decodePage(bytes))
  return textOf(new Readability(document as never).parse()?.content ?? '')
}

/** Without its requests to other servers, and without the JSON-LD that it cannot read: it would print each error. */
async function readDefuddle(bytes: Uint8Array, url: string): Promise<string> {
  const { document } = parseHTML(decodePage(bytes))
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')]) {
    if (!isJson(script.textContent)) script.remove()
  }
  return textOf((await Defuddle(document as never, url, { useAsync: false })).content)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The text of the HTML that others give, by our own rules for paragraphs, without the names of pictures. */
export function textOf(html: string): string {
  const { body } = parsePage(`<html><body><div>${html.replace(/<img\b[^>]*>/gi, '')}</div></body></html>`)
  return body === null ? '' : elementParagraphs(body).join('\n\n')
}
