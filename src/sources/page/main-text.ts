import { Readability } from '@mozilla/readability'
import { bareWords } from './bare-words.ts'
import { type PageDocument, type PageElement, parsePage } from './document.ts'
import { removeFurniture } from './furniture.ts'
import { withGapsFilled } from './gaps.ts'
import { isSentence, type PageParagraph, proseOf } from './paragraph.ts'
import { elementParagraphs, pageParagraphs } from './paragraphs.ts'

/** Readability tries again with fewer rules until it has found this many characters. */
const enoughCharacters = 250

/** JSON-LD must tell this many times as much prose as Readability found: Readability is right nearly always. */
const clearlyMore = 2

/**
 * The paragraphs of a page's article, with what may still stand above, between and under them. Takes the page apart.
 *
 * Readability decides where the article is, in the page without its furniture. It may be wrong: where JSON-LD tells more than
 * twice as much, that is taken; where Readability finds next to nothing, what the page marks as its article.
 * @param body the article's text as JSON-LD tells it: plain, or HTML
 */
export function mainText(page: PageDocument, body: string | undefined): readonly PageParagraph[] {
  if (page.body === null) return []
  removeFurniture(page.body)
  const all = pageParagraphs(page.body)
  // Readability moves elements about: what else there is must be read first.
  const [told, marked] = [toldText(body, all), markedText(page)]
  const found = withGapsFilled(all, readable(page))
  if (proseOf(told) > proseOf(found) * clearlyMore) return told
  return proseOf(found) < enoughCharacters && proseOf(marked) > proseOf(found) ? marked : found
}

function readable(page: PageDocument): readonly PageParagraph[] {
  const reader = new Readability<unknown>(page as never, {
    serializer: (node) => node,
    charThreshold: enoughCharacters,
  })
  const content = reader.parse()?.content as PageElement | null | undefined
  return content ? pageParagraphs(content) : []
}

/** What the page itself marks as its article, if it is one element. */
function markedText(page: PageDocument): readonly PageParagraph[] {
  const marked = ['[itemprop="articleBody"]', 'article', 'main'].map((selector) => [
    ...page.querySelectorAll(selector),
  ])
  const only = marked.find(({ length }) => length > 0)
  return only?.length === 1 && only[0] !== undefined ? pageParagraphs(only[0]) : []
}

/** Longer texts than this are no news. */
const maxTold = 200_000

/** The paragraphs that JSON-LD tells: as they stand in the page where most of them do. */
function toldText(body: string | undefined, page: readonly PageParagraph[]): readonly PageParagraph[] {
  if (body === undefined || body.length > maxTold) return []
  const paragraphs = toldParagraphs(body)
  const words = bareWords(paragraphs.join(' '))
  const isTold = occursIn(words)
  const shown = page.filter(({ text }) => isSentence(text) && isTold(bareWords(text)))
  if (bareWords(shown.map(({ text }) => text).join('')).length > words.length / 2) return shown
  return paragraphs.map((text) => ({ text, block: 'p', linked: 0 }))
}

/** Letters that say where in a text a piece is from. */
const telling = 16

/** Whether a text holds a piece, told by its beginning, its middle and its end: in time that grows with the lengths' sum. */
function occursIn(text: string): (piece: string) => boolean {
  const known = new Set<string>()
  for (let at = 0; at + telling <= text.length; at += 1) known.add(text.slice(at, at + telling))
  return (piece) => {
    const last = piece.length - telling
    return [0, Math.floor(last / 2), last].every((at) => known.has(piece.slice(at, at + telling)))
  }
}

function toldParagraphs(body: string): readonly string[] {
  const html = /<(?:p|br|div)\b/i.test(body) ? body : body.replaceAll('<', '&lt;').replace(/\n+/g, '<p>')
  const parsed = parsePage(`<html><body>${html}</body></html>`).body
  return parsed === null ? [] : elementParagraphs(parsed)
}
