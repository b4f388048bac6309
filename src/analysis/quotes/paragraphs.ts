import type { Span } from '../../article.ts'

/** Characters after which a single line break ends a paragraph rather than wrapping a line. */
const lineEnders = new Set('.!?…:;"”’\'»«“)]'.split(''))

/**
 * Splits a text into its paragraphs, without the white space around them. A blank line always separates; a
 * single line break does so only after closing punctuation, so that hard-wrapped text stays whole.
 */
export function findParagraphs(text: string): readonly Span[] {
  const paragraphs: Span[] = []
  let start = -1
  let end = 0
  for (const line of linesOf(text)) {
    if (line.start === line.end) {
      if (start >= 0) paragraphs.push({ start, end })
      start = -1
      continue
    }
    if (start >= 0 && lineEnders.has(text.charAt(end - 1))) {
      paragraphs.push({ start, end })
      start = -1
    }
    if (start < 0) start = line.start
    end = line.end
  }
  if (start >= 0) paragraphs.push({ start, end })
  return paragraphs
}

/** Every line without its outer white space; blank lines come back empty. */
function* linesOf(text: string): Generator<Span> {
  let from = 0
  while (from <= text.length) {
    const newline = text.indexOf('\n', from)
    const until = newline < 0 ? text.length : newline
    const line = text.slice(from, until)
    const start = from + line.length - line.trimStart().length
    yield { start, end: Math.max(start, from + line.trimEnd().length) }
    from = until + 1
  }
}
