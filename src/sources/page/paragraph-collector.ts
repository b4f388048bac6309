import { oneLine } from '../plain-text.ts'
import { isLink, type PageElement } from './document.ts'
import type { PageParagraph } from './paragraph.ts'

/** Elements that stand in a line of text; all others begin and end a paragraph. */
const inline: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark meter output ' +
    'q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
)

/**
 * Gathers the text of elements as they are opened and closed, until a paragraph ends. Elements must be closed in the order
 * in which they were opened, the outermost last.
 */
export class ParagraphCollector {
  readonly #found: PageParagraph[] = []
  /** The block elements that are open, the innermost last. */
  readonly #blocks: string[] = []
  /** Links that are open. */
  #links = 0
  /** The paragraph so far, its characters, and those of them in links. */
  #pieces: string[] = []
  #length = 0
  #linked = 0

  /** Begins an element; what is a block ends the paragraph before. */
  open(element: PageElement): void {
    if (element.localName === 'br') this.#breakLine()
    if (element.localName === 'img') this.text(element.getAttribute('alt') ?? '')
    if (isLink(element)) this.#links += 1
    if (inline.has(element.localName)) return
    this.#end()
    this.#blocks.push(element.localName)
  }

  /** Ends an element. */
  close(element: PageElement): void {
    if (isLink(element)) this.#links -= 1
    if (inline.has(element.localName)) return
    this.#end()
    this.#blocks.pop()
  }

  /** Adds text to the paragraph. */
  text(text: string): void {
    this.#pieces.push(text)
    const { length } = text.trim()
    this.#length += length
    if (this.#links > 0) this.#linked += length
  }

  /** What was found when all elements are closed. */
  paragraphs(): readonly PageParagraph[] {
    this.#end()
    return this.#found
  }

  /** The second of two breaks in a row ends the paragraph. */
  #breakLine(): void {
    if (/\n[^\S\n]*$/.test(this.#pieces.slice(-2).join(''))) this.#end()
    else this.#pieces.push('\n')
  }

  #end(): void {
    const text = oneLine(this.#pieces.join(''))
    const linked = this.#length === 0 ? 0 : this.#linked / this.#length
    if (text !== '') this.#found.push({ text, block: this.#blocks.at(-1) ?? '', linked })
    this.#pieces = []
    this.#length = 0
    this.#linked = 0
  }
}
