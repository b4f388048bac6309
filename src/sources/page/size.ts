import { oneLine } from '../plain-text.ts'
import { isElement, isLink, isText, type PageElement, type PageNode } from './document.ts'
import { walk } from './walk.ts'

/** What an element holds, in characters. */
export interface Size {
  /** All text to read. */
  length: number
  /** Text outside of links, in pieces long enough to be a clause. */
  prose: number
  /** Whether it is or holds what the page itself marks as the text of its article. */
  marked: boolean
}

/** Shorter pieces of text are labels. */
const minClause = 40

const unread: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'select'])

/** The size of each element in a page's body, scripts and their like apart. */
export function measure(body: PageElement): ReadonlyMap<PageNode, Size> {
  const sizes = new Map<PageNode, Size>()
  const open: Size[] = []
  let links = 0
  walk(body, {
    enter(node) {
      if (isText(node)) addText(open.at(-1), oneLine(node.nodeValue ?? '').length, links > 0)
      if (!isElement(node) || unread.has(node.localName)) return false
      const size = { length: 0, prose: 0, marked: node.getAttribute('itemprop') === 'articleBody' }
      sizes.set(node, size)
      open.push(size)
      if (isLink(node)) links += 1
      return true
    },
    leave(node) {
      if (!isElement(node) || unread.has(node.localName)) return
      if (isLink(node)) links -= 1
      addTo(open.at(-2), open.pop())
    },
  })
  return sizes
}

function addText(size: Size | undefined, length: number, linked: boolean): void {
  if (size === undefined) return
  size.length += length
  if (!linked && length >= minClause) size.prose += length
}

function addTo(parent: Size | undefined, size: Size | undefined): void {
  if (parent === undefined || size === undefined) return
  parent.length += size.length
  parent.prose += size.prose
  parent.marked ||= size.marked
}
