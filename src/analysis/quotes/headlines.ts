import type { Span } from '../../article.ts'

/** Headlines are short; what is longer is none. */
const mostWords = 40

/**
 * Whether the first paragraph is the article's own headline, or the first part of one that has two: texts often begin so. A
 * title that was made of the text's first sentence is no headline.
 */
export function beginsWithHeadline(text: string, paragraphs: readonly Span[], title: string): boolean {
  const [first, second] = paragraphs
  if (first === undefined || second === undefined) return false
  const written = text.slice(first.start, first.end)
  if (isSentence(written, title.trim())) return false
  const words = wordsOf(written)
  if (words.length === 0 || words.length > mostWords) return false
  const titled = wordsOf(title)
  return words.every((word, index) => word === titled[index])
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
