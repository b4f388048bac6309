import { isElement, isText, type PageElement } from './document.ts'
import type { PageParagraph } from './paragraph.ts'
import { ParagraphCollector } from './paragraph-collector.ts'
import { walk } from './walk.ts'

/** Elements whose content is no reading text. */
const unread: ReadonlySet<string> = new Set(
  'title script style noscript template svg iframe object video audio canvas button select input form nav'.split(
    ' ',
  ),
)

/**
 * The paragraphs of an element in reading order, each one line, none empty. Block elements and double
 * line breaks end a paragraph, a single `<br>` is a space, an image counts as its alternative text.
 */
export function elementParagraphs(root: PageElement): readonly string[] {
  return pageParagraphs(root).map(({ text }) => text)
}

/** As `elementParagraphs`, with where each paragraph stands and how it is set. */
export function pageParagraphs(root: PageElement): readonly PageParagraph[] {
  const collector = new ParagraphCollector()
  walk(root, {
    enter(node) {
      if (isText(node)) collector.text((node.nodeValue ?? '').replace(/\s+/g, ' '))
      if (!isElement(node) || unread.has(node.localName)) return false
      collector.open(node)
      return true
    },
    leave(node) {
      if (isElement(node) && !unread.has(node.localName)) collector.close(node)
    },
  })
  return collector.paragraphs()
}
