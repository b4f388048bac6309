import { oneLine } from '../plain-text.ts'
import { isElement, isText, type PageElement } from './document.ts'
import { walk } from './walk.ts'

/** A paragraph of a page, with what tells text from furniture. */
export interface PageParagraph {
  /** One line, never empty. */
  readonly text: string
  /** Name of the block element it stands in: "p", "h2", "li", "div". */
  readonly block: string
  /** Share of its characters that stand in links, 0 to 1. */
  readonly linked: number
  /** Share of its characters that are emphasised as notes and labels are (em, i, strong, b, small), 0 to 1. */
  readonly emphasised: number
}

/** Elements whose content is no reading text. */
const unread: ReadonlySet<string> = new Set(
  'title script style noscript template svg iframe object video audio canvas button select input form nav'.split(
    ' ',
  ),
)

/** Elements that stand in a line of text; all others begin and end a paragraph. */
const inline: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark meter output ' +
    'q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
)

const emphasis: ReadonlySet<string> = new Set(['em', 'i', 'strong', 'b', 'small'])

/**
 * The paragraphs of an element in reading order, each one line, none empty. Block elements and double
 * line breaks end a paragraph, a single `<br>` is a space, an image counts as its alternative text.
 */
export function elementParagraphs(root: PageElement): readonly string[] {
  return pageParagraphs(root).map(({ text }) => text)
}

/** As `elementParagraphs`, with where each paragraph stands and how it is set. */
export function pageParagraphs(root: PageElement): readonly PageParagraph[] {
  const collector = createCollector(root)
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

interface Collector {
  readonly text: (text: string) => void
  readonly open: (element: PageElement) => void
  readonly close: (element: PageElement) => void
  readonly paragraphs: () => readonly PageParagraph[]
}

/** Gathers text until a paragraph ends. */
function createCollector(root: PageElement): Collector {
  const found: PageParagraph[] = []
  const blocks: string[] = [root.localName]
  const depth = { link: 0, emphasis: 0 }
  let line = newLine()
  const end = (): void => {
    const text = oneLine(line.pieces.join(''))
    const share = (part: number): number => (line.length === 0 ? 0 : part / line.length)
    if (text !== '')
      found.push({
        text,
        block: blocks.at(-1) ?? '',
        linked: share(line.linked),
        emphasised: share(line.emphasised),
      })
    line = newLine()
  }
  const add = (text: string): void => {
    line.pieces.push(text)
    const length = text.trim().length
    line.length += length
    if (depth.link > 0) line.linked += length
    if (depth.emphasis > 0) line.emphasised += length
  }
  const breakLine = (): void => {
    // The second of two breaks in a row ends the paragraph.
    if (/\n\s*$/.test(line.pieces.slice(-2).join(''))) end()
    else line.pieces.push('\n')
  }
  const count = (element: PageElement, by: number): void => {
    if (element.localName === 'a') depth.link += by
    if (emphasis.has(element.localName)) depth.emphasis += by
  }
  return {
    text: add,
    open(element) {
      if (element.localName === 'br') breakLine()
      if (element.localName === 'img') add(element.getAttribute('alt') ?? '')
      if (inline.has(element.localName)) return count(element, 1)
      if (element !== root) {
        end()
        blocks.push(element.localName)
      }
    },
    close(element) {
      if (inline.has(element.localName)) return count(element, -1)
      end()
      if (element !== root) blocks.pop()
    },
    paragraphs: () => found,
  }
}

interface Line {
  readonly pieces: string[]
  length: number
  linked: number
  emphasised: number
}

function newLine(): Line {
  return { pieces: [], length: 0, linked: 0, emphasised: 0 }
}
