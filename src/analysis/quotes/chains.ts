import type { Span } from '../../article.ts'
import type { Reading } from './reading.ts'
import type { Region } from './regions.ts'

/** Where a quote stands: with its marks, and without. */
export interface Piece {
  readonly span: Span
  readonly content: Span
}

/**
 * Regions that are one quote: a paragraph that ends with its quote open and the next one, which opens it anew with the
 * same mark.
 * Gives the first and last region of each.
 */
export function chainsOf({ regions, paragraphs, text }: Reading): readonly Chain[] {
  const chains: { first: number; last: number }[] = []
  regions.forEach((region, index) => {
    const before = regions[index - 1]
    const atStart = region.start === paragraphs[region.paragraph]?.start
    const sameMarks = text.charAt(region.start) === text.charAt(before?.start ?? -1)
    const chain = chains.at(-1)
    if (
      chain !== undefined &&
      before?.open &&
      atStart &&
      sameMarks &&
      region.paragraph === before.paragraph + 1
    )
      chain.last = index
    else chains.push({ first: index, last: index })
  })
  return chains
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
