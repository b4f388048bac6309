/** Nobody wraps prose wider than this: a block with a longer line has one paragraph to a line. */
const maxWrapColumn = 140

/**
 * The paragraphs of a plain text, one line each. Blank lines part paragraphs; within a block, lines that
 * were wrapped at a column are joined, and lines that are paragraphs of their own are kept apart.
 */
export function textParagraphs(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  const blocks: string[][] = [[]]
  for (const line of lines) {
    if (line === '') blocks.push([])
    else blocks.at(-1)?.push(line)
  }
  return blocks.flatMap(blockParagraphs)
}

function blockParagraphs(lines: readonly string[]): readonly string[] {
  const width = lines.reduce((longest, line) => Math.max(longest, line.length), 0)
  const paragraphs: string[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before !== undefined && isWrapped(before, line, width)) paragraphs.push(`${paragraphs.pop()} ${line}`)
    else paragraphs.push(line)
  })
  return paragraphs
}

/**
 * Whether the break after `line` is there only because the next word did not fit into `width` columns.
 * A line that had room for it ends a paragraph if it ends a sentence, or is so short that it must be a label.
 */
function isWrapped(line: string, next: string, width: number): boolean {
  if (width > maxWrapColumn) return false
  const nextWord = next.split(' ', 1)[0] ?? ''
  const wordFits = line.length + 1 + nextWord.length <= width
  return !wordFits || (line.length > width / 2 && !/[.!?…:]["”’')\]]*$/.test(line))
}
