import { Parser } from 'htmlparser2'
import { parseHTML } from 'linkedom'

/** The part of the DOM that page reading uses. Declared here so that the rest of the project has no browser types. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
}

const elementNode = 1
const textNode = 3

/** Whether the node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === elementNode
}

/** Whether the node is text. */
export function isText(node: PageNode): boolean {
  return node.nodeType === textNode
}

/** Whether an element leads to another page. Old pages name places with `<a>` too, and lead to places within themselves. */
export function isLink(element: PageElement): boolean {
  return element.localName === 'a' && /^(?!\s*(?:#|$))/.test(element.getAttribute('href') ?? '')
}

/** An element of a page. */
export interface PageElement extends PageNode {
  readonly localName: string
  readonly textContent: string
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  remove(): void
}

/** A parsed page. */
export interface PageDocument {
  readonly documentElement: PageElement | null
  readonly body: PageElement | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

/** Characters of the longest page read. News pages have 0.1 to 1 million, most of it scripts. */
const maxPageLength = 5_000_000

/** Real pages nest 30 deep. Readability's time grows with the cube of it: 0.3 s at 200, 8 s at 1,000. */
const maxNesting = 200

/**
 * Elements, attributes of one element, and pieces of text (escaped characters count as one each) of the largest
 * page read. Real pages have up to 5,000 elements; the DOM's look-ups take the square of these numbers.
 */
const maxElements = 20_000
const maxAttributes = 200
const maxTexts = 100_000

/** And all attributes, and the levels of all elements together: real pages have up to 10,000 and 50,000. */
const maxAllAttributes = 60_000
const maxAllLevels = 800_000

/** Stretches in which a page is measured, so that measuring stops soon after a limit is passed. */
const measuredChunk = 64 * 1024

/**
 * Parses a page whose size, nesting and number of elements are bounded, so that the time it takes is too.
 * @throws Error that says which bound the page breaks
 */
export function parsePage(html: string): PageDocument {
  if (html.length > maxPageLength) throw new Error(`the page is too long (over ${maxPageLength} characters)`)
  const broken = brokenLimit(html)
  if (broken !== undefined) throw new Error(broken)
  return parseHTML(wholePage(html)).document as unknown as PageDocument
}

/** Measures with the same parser that builds the DOM, so that it counts what would be built. */
function brokenLimit(html: string): string | undefined {
  const size = { depth: 0, deepest: 0, levels: 0, elements: 0, attributes: 0, allAttributes: 0, texts: 0 }
  const parser = new Parser({
    onopentag(_name, attributes) {
      const count = Object.keys(attributes).length
      size.attributes = Math.max(size.attributes, count)
      size.allAttributes += count
      size.elements += 1
      size.depth += 1
      size.levels += size.depth
      size.deepest = Math.max(size.deepest, size.depth)
    },
    onclosetag() {
      size.depth -= 1
    },
    ontext(text) {
      size.texts += 1 + (text.match(/[&<>]/g)?.length ?? 0)
    },
  })
  for (let start = 0; start < html.length; start += measuredChunk) {
    parser.write(html.slice(start, start + measuredChunk))
    const broken = brokenBy(size)
    if (broken !== undefined) return broken
  }
  parser.end()
  return brokenBy(size)
}

interface PageSize {
  readonly deepest: number
  readonly levels: number
  readonly elements: number
  readonly attributes: number
  readonly allAttributes: number
  readonly texts: number
}

function brokenBy(size: PageSize): string | undefined {
  const { deepest, levels, elements, attributes, allAttributes, texts } = size
  if (deepest > maxNesting) return `its elements are nested too deep (over ${maxNesting})`
  if (elements > maxElements) return `it has too many elements (over ${maxElements})`
  if (attributes > maxAttributes) return `one of its elements has too many attributes (over ${maxAttributes})`
  if (levels > maxAllLevels)
    return `too many of its elements are nested deep (over ${maxAllLevels} levels in all)`
  if (allAttributes > maxAllAttributes)
    return `its elements have too many attributes (over ${maxAllAttributes})`
  if (texts > maxTexts) return `it has too many pieces of text (over ${maxTexts})`
  return undefined
}

/** The DOM library puts a fragment beside an empty body; a fragment is given a body of its own. */
function wholePage(html: string): string {
  return /<(?:html|body|head)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
}
