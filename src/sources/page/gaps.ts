import { isSentence, lengthOf, type PageParagraph } from './paragraph.ts'

/** A gap that holds more than this share of what was found is another text, not a piece that was lost. */
const maxGapShare = 0.5

/**
 * Puts back what was lost within the article: paragraphs of the page that stand between two that were found, and read
 * like text. Readability takes out lists, tables and boxes that hold many links or few commas, and with them news.
 * @param found in the order of the page, as `page` is
 */
export function withGapsFilled(
  page: readonly PageParagraph[],
  found: readonly PageParagraph[],
): readonly PageParagraph[] {
  const places = placesOf(page, found)
  const limit = lengthOf(found) * maxGapShare
  return found.flatMap((paragraph, index) => {
    const [from, to] = [places[index], places[index + 1]]
    if (from === undefined || to === undefined) return [paragraph]
    const gap = page.slice(from + 1, to)
    return [paragraph, ...(lengthOf(gap) <= limit ? gap.filter(isText) : [])]
  })
}

/** Where each found paragraph stands in the page; undefined where it stands nowhere after the one before. */
function placesOf(
  page: readonly PageParagraph[],
  found: readonly PageParagraph[],
): readonly (number | undefined)[] {
  const places = new Map<string, number[]>()
  for (const [index, { text }] of page.entries()) {
    const known = places.get(text)
    if (known === undefined) places.set(text, [index])
    else known.push(index)
  }
  let after = -1
  return found.map(({ text }) => {
    const waiting = places.get(text) ?? []
    // Each place is passed once: a page of one word a thousand times over costs no more than another.
    while ((waiting[0] ?? after + 1) <= after) waiting.shift()
    const place = waiting[0]
    if (place !== undefined) after = place
    return place
  })
}

/** A sentence, or an item of a list. */
function isText({ text, linked, block }: PageParagraph): boolean {
  return linked <= 0.5 && (/^(?:li|dt|dd)$/.test(block) || isSentence(text))
}
