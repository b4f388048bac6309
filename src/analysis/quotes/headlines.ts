import type { Span } from '../../article.ts'

/** Headlines are short; what is longer is none. */
const mostWords = 40

/**
 * The paragraph that is the article's own headline, as an index; -1 where there is none. Texts often begin with it, or
 * with its first part where the title has a second. A title that was made of the text's first sentence is no headline.
 */
export function headlineParagraph(text: string, paragraphs: readonly Span[], title: string): number {
  const [first, second] = paragraphs
  if (first === undefined || second === undefined) return -1
  const written = text.slice(first.start, first.end)
  if (isSentence(written, title.trim())) return -1
  const words = wordsOf(written)
  if (words.length === 0 || words.length > mostWords) return -1
  const titled = wordsOf(title)
  return words.every((word, index) => word === titled[index]) ? 0 : -1
}

/**
 * Whether a title may have been made of a paragraph that is one sentence: of such a sentence, a point at the end is left out.
 * Headlines have single marks, sentences double ones.
 */
function isSentence(written: string, title: string): boolean {
  if (!/["“]/.test(written)) return false
  return written === `${title}.` || (written === title && /\.$|[.!?]["”]$/.test(written))
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
