/** A paragraph of a page, with what tells text from furniture. */
export interface PageParagraph {
  /** One line, never empty. */
  readonly text: string
  /** Name of the block element it stands in: "p", "h2", "li", "div". */
  readonly block: string
  /** Share of its characters that stand in links, 0 to 1. */
  readonly linked: number
}

/** Whether a paragraph ends as sentences do. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？؟।:：]["”’)»」』】]*$/.test(text)
}

/** Whether a paragraph of at least so many characters ends as sentences do: labels and headlines don't. */
export function isSentence(text: string, minLength = 40): boolean {
  return endsSentence(text) && (text.length >= minLength || text.length + denseOf(text) >= minLength)
}

/** Characters of scripts that say in one what others say in two and more. */
function denseOf(text: string): number {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
}

/** A paragraph of so many characters is text, whether it ends a sentence or not: verses, lists in one line. */
const minText = 150

/** Characters of all paragraphs. */
export function lengthOf(paragraphs: readonly PageParagraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}

/** Characters of running text in them: labels, headlines and links do not count. */
export function proseOf(paragraphs: readonly PageParagraph[]): number {
  return lengthOf(
    paragraphs.filter(({ text, linked }) => linked < 0.5 && (text.length >= minText || isSentence(text))),
  )
}
