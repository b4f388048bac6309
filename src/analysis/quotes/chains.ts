import type { Span } from '../../article.ts'
import { endClass, endsInComma, endsInQuestion } from './end-class.ts'
import { fillsParagraph, pullQuotes } from './pull-quotes.ts'
import type { Reading } from './reading.ts'
import type { Region } from './regions.ts'
import type { Unit } from './units.ts'

/** Where a quote stands: with its marks, and without. */
export interface Piece {
  readonly span: Span
  readonly content: Span
}

/**
 * Regions that are one quote: a paragraph that ends with its quote open and the next one, which opens it anew with the
 * same mark; paragraphs that are nothing but quoted words. Where both have a reporting verb of their own ("…," Roe said. "… ¶
 * "…," he added.) they are two. Gives the first and last region of each.
 */
export function chainsOf(reading: Reading): readonly Chain[] {
  const chains: { first: number; last: number }[] = []
  let pulled: ReadonlySet<Region> | undefined
  const isPulled = (region: Region) => {
    pulled ??= pullQuotes(reading)
    return pulled.has(region)
  }
  reading.regions.forEach((_, index) => {
    const chain = chains.at(-1)
    if (chain !== undefined && continues(reading, index, isPulled) && !isReportedAnew(reading, index))
      chain.last = index
    else chains.push({ first: index, last: index })
  })
  return chains
}

type Is = (region: Region) => boolean

function continues(reading: Reading, index: number, isPulled: Is): boolean {
  const { regions, paragraphs, text } = reading
  const region = regions[index] as Region
  const before = regions[index - 1]
  return (
    before !== undefined &&
    region.start === paragraphs[region.paragraph]?.start &&
    text.charAt(region.start) === text.charAt(before.start) &&
    region.paragraph === before.paragraph + 1 &&
    (before.open ||
      (saysAll(reading, before) && saysAll(reading, region) && !isPulled(before) && !isPulled(region)))
  )
}

/** Whether a paragraph is nothing but quoted words that ask nobody for an answer. */
function saysAll(reading: Reading, region: Region): boolean {
  const { content, end } = region
  return fillsParagraph(reading, region) && endClass(reading.text, content.end, end) !== endsInQuestion
}

/** So many units behind a quote its reporting verb stands at the latest: "…," the mayor of Lowell said. */
const cueReach = 6

/** Whether quoted words or a reporting verb stand before those that stay open, and such a verb behind those that go on. */
function isReportedAnew(reading: Reading, index: number): boolean {
  const { regions, units, unitOfRegion, sentenceStarts, text } = reading
  const region = regions[index] as Region
  if (endClass(text, region.content.end, region.end) !== endsInComma) return false
  const [open, at] = [unitOfRegion[index - 1] ?? 0, unitOfRegion[index] ?? 0]
  const sentence = sentenceStarts[units[open]?.sentence ?? 0] ?? open
  const isOpenReported =
    regions[index - 2]?.paragraph === regions[index - 1]?.paragraph || hasCue(units, sentence, open)
  return isOpenReported && hasCue(units, at + 1, at + 1 + cueReach)
}

function hasCue(units: readonly Unit[], from: number, to: number): boolean {
  const sentence = units[from]?.sentence
  return units.slice(from, to).some((unit) => unit.cue !== undefined && unit.sentence === sentence)
}

/** First and last region of one quote. */
export interface Chain {
  readonly first: number
  readonly last: number
}

/** The quote that a chain of regions would be. */
export function pieceOf(regions: readonly Region[], chain: Chain): Piece {
  const first = regions[chain.first] as Region
  const last = regions[chain.last] as Region
  return {
    span: { start: first.start, end: last.open ? last.content.end : last.end },
    content: { start: first.content.start, end: last.content.end },
  }
}
