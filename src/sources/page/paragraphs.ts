import { oneLine } from '../plain-text.ts'
import type { PageElement, PageNode } from './document.ts'

/** Elements whose content is no reading text. */
const unread: ReadonlySet<string> = new Set(
  'script style noscript template svg iframe object video audio canvas button select input form nav'.split(
    ' ',
  ),
)

/** Elements that stand in a line of text; all others begin and end a paragraph. */
const inline: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter output ' +
    'q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
)

const elementNode = 1
const textNode = 3

/**
 * The paragraphs of an element in reading order, each one line, none empty. Block elements and double
 * line breaks end a paragraph, a single `<br>` is a space, an image counts as its alternative text.
 * Walks without recursion, so that deep nesting cannot overflow the stack.
 */
export function elementParagraphs(root: PageElement): readonly string[] {
  const pieces: string[] = []
  walk(root, {
    enter(node) {
      if (node.nodeType === textNode) pieces.push((node.nodeValue ?? '').replace(/\s+/g, ' '))
      if (node.nodeType !== elementNode) return node.nodeType !== textNode
      const element = node as PageElement
      if (unread.has(element.localName)) return false
      pieces.push(markOf(element))
      return true
    },
    leave(node) {
      if (node.nodeType === elementNode && !isInline(node as PageElement)) pieces.push('\n\n')
    },
  })
  return pieces
    .join('')
    .split(/\n[\n ]*\n/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '')
}

function markOf(element: PageElement): string {
  if (element.localName === 'br') return '\n'
  if (element.localName === 'img') return element.getAttribute('alt') ?? ''
  return isInline(element) ? '' : '\n\n'
}

function isInline(element: PageElement): boolean {
  return element.localName === 'br' || inline.has(element.localName)
}

interface Visitor {
  /** Whether to go into the node's children. */
  enter(node: PageNode): boolean
  leave(node: PageNode): void
}

function walk(root: PageNode, visitor: Visitor): void {
  let node: PageNode | null = root
  while (node !== null) {
    const child: PageNode | null = visitor.enter(node) ? node.firstChild : null
    if (child !== null) {
      node = child
      continue
    }
    visitor.leave(node)
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null) visitor.leave(node)
    }
    node = node === root || node === null ? null : node.nextSibling
  }
}
