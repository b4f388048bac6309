import type { Span } from '../../article.ts'
import type { Reading } from './reading.ts'
import type { Region } from './regions.ts'

/** Shorter ones may be said anew by chance, longer ones are statements that stand in a paragraph of their own. */
const fewestWords = 3
const mostWords = 25
/** Articles have fewer; the rest are kept, so that hostile texts stay cheap. */
const mostSought = 40

/**
 * The regions that only repeat, as a heading or in large type, what the text quotes within its sentences: a paragraph
 * that is nothing but the quoted words, which stand in a paragraph that says more as well.
 */
export function pullQuotes(reading: Reading): ReadonlySet<Region> {
  const alone = reading.regions.filter((region) => standsAlone(reading, region)).slice(0, mostSought)
  if (alone.length === 0) return new Set()
  const told = reading.regions.filter((region) => !fillsParagraph(reading, region))
  const all = told.map(({ content }) => wordsOf(reading.text, content)).join('\n')
  return new Set(alone.filter(({ content }) => all.includes(wordsOf(reading.text, content))))
}

function standsAlone(reading: Reading, region: Region): boolean {
  const { words, open } = region
  return !open && words >= fewestWords && words <= mostWords && fillsParagraph(reading, region)
}

/** Whether a paragraph is nothing but the quoted words. */
export function fillsParagraph({ text, paragraphs }: Reading, region: Region): boolean {
  const paragraph = paragraphs[region.paragraph]
  if (paragraph === undefined || region.start > paragraph.start) return false
  return !/[\p{L}\p{N}]/u.test(text.slice(region.end, paragraph.end))
}

/** Lower case, each word between blanks, so that only whole words are found. */
function wordsOf(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).toLowerCase().replace(/['’]/g, '')
  return ` ${(words.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `
}
