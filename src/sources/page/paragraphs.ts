import { isElement, isText, type PageElement } from './document.ts'
import { ParagraphCollector } from './paragraph-collector.ts'
import { walk } from './walk.ts'

/** A paragraph of a page, with what tells text from furniture. */
export interface PageParagraph {
  /** One line, never empty. */
  readonly text: string
  /** Name of the block element it stands in: "p", "h2", "li", "div". */
  readonly block: string
  /** Share of its characters that stand in links, 0 to 1. */
  readonly linked: number
}

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

/** Whether a paragraph ends as sentences do. */
export function endsSentence(text: string): boolean {
  return /[.!?…。:]["”’)]*$/.test(text)
}

/** Whether a paragraph of at least so many characters ends as sentences do: labels and headlines don't. */
export function isSentence(text: string, minLength = 40): boolean {
  return text.length >= minLength && endsSentence(text)
}

/** Characters of all paragraphs. */
export function lengthOf(paragraphs: readonly PageParagraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}

/** Characters of running text in them: labels, headlines and links do not count. */
export function proseOf(paragraphs: readonly PageParagraph[]): number {
  return lengthOf(paragraphs.filter(({ text, linked }) => linked < 0.5 && isSentence(text)))
}
