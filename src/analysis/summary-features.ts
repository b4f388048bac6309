import { inverseFrequency } from './document-frequencies.ts'
import type { PairStatistics, TermStatistics, Usage } from './term-statistics.ts'

/*
 * What tells whether a human summary would use a word, or a pair of neighbouring words, of its article. Each feature
 * chooses one of a few buckets; the buckets of all features lie one after the other in one list of weights. The sizes
 * here fix the order of the shipped weights: who changes a bucket trains anew (tests/eval/summaries/train.ts).
 */

const kinds = 4
const pairKinds = 8
const places = 11
const counts = 9
const rarities = 13
const lengths = 16
const shares = 11
const certainties = 27
const leastCertain = 20

const termSizes = [
  1,
  kinds,
  places * kinds,
  counts * kinds,
  counts * kinds,
  rarities * kinds,
  3 * kinds,
  (places + 1) * kinds,
  shares * kinds,
  places * 5,
  counts * lengths,
  places * lengths,
]
const termOffsets = offsetsOf(termSizes)

const pairSizes = [
  1,
  pairKinds,
  places * pairKinds,
  counts * pairKinds,
  certainties * pairKinds,
  certainties * pairKinds,
  9 * 9,
  3,
  lengths,
  places * 5,
  places * lengths,
]
const pairOffsets = offsetsOf(pairSizes)

/** How many weights the features of words choose among. */
export const termWeightCount = sum(termSizes)

/** How many weights the features of pairs choose among. */
export const pairWeightCount = sum(pairSizes)

/** The features of a word in an article of `length` whole sentences, as indexes into the weights of words. */
export function termFeatures(term: TermStatistics, length: number): readonly number[] {
  const kind = kindOf(term)
  const first = placeBucket(term.first)
  const count = countBucket(term.count)
  const share = Math.floor((30 * term.sentences) / Math.max(1, length))
  return shift(termOffsets, [
    0,
    kind,
    first * kinds + kind,
    count * kinds + kind,
    countBucket(term.sentences) * kinds + kind,
    Math.min(rarities - 1, Math.floor(inverseFrequency(term.stem) * 1.5)) * kinds + kind,
    quotedBucket(term) * kinds + kind,
    (term.second < 0 ? places : placeBucket(term.second)) * kinds + kind,
    Math.min(shares - 1, share) * kinds + kind,
    first * 5 + Math.min(4, term.count),
    count * lengths + lengthBucket(length),
    first * lengths + lengthBucket(length),
  ])
}

/**
 * The features of a pair, as indexes into the weights of pairs. `left` and `right` are the log odds that the summary
 * uses its words.
 */
export function pairFeatures(
  pair: PairStatistics,
  length: number,
  odds: { left: number; right: number },
): readonly number[] {
  const named = pair.capitalised * 2 > pair.count
  const kind = (pair.left.stop ? 1 : 0) + (pair.right.stop ? 2 : 0) + (named ? 4 : 0)
  const first = placeBucket(pair.first)
  const [low, high] = odds.left < odds.right ? [odds.left, odds.right] : [odds.right, odds.left]
  return shift(pairOffsets, [
    0,
    kind,
    first * pairKinds + kind,
    countBucket(pair.count) * pairKinds + kind,
    certainty(odds.left) * pairKinds + kind,
    certainty(odds.right) * pairKinds + kind,
    coarseCertainty(low) * 9 + coarseCertainty(high),
    quotedBucket(pair),
    lengthBucket(length),
    first * 5 + Math.min(4, pair.count),
    first * lengths + lengthBucket(length),
  ])
}

/** 0: stop word; 1: begins with a digit; 2: mostly written as a name; 3: any other. */
function kindOf({ stem, stop, capitalised, count }: TermStatistics): number {
  if (stop) return 0
  if (/^\p{N}/u.test(stem)) return 1
  return capitalised * 2 > count ? 2 : 3
}

function placeBucket(place: number): number {
  if (place < 6) return place
  if (place < 9) return 6
  if (place < 13) return 7
  if (place < 20) return 8
  return place < 30 ? 9 : 10
}

function countBucket(count: number): number {
  if (count < 6) return count
  if (count < 9) return 6
  return count < 13 ? 7 : 8
}

function lengthBucket(length: number): number {
  return Math.min(lengths - 1, 31 - Math.clz32(length + 1))
}

/** 0: never quoted; 1: sometimes; 2: always. */
function quotedBucket({ quoted, count }: Usage): number {
  if (quoted === 0) return 0
  return quoted < count ? 1 : 2
}

function certainty(odds: number): number {
  return Math.max(0, Math.min(certainties - 1, Math.floor(odds * 2) + leastCertain))
}

function coarseCertainty(odds: number): number {
  return Math.max(0, Math.min(8, Math.floor(odds * 1.5) + 6))
}

function shift(offsets: readonly number[], values: number[]): readonly number[] {
  // No iterator: this runs for every pair of words.
  for (let index = 0; index < values.length; index += 1)
    values[index] = (values[index] ?? 0) + (offsets[index] ?? 0)
  return values
}

function offsetsOf(sizes: readonly number[]): readonly number[] {
  let offset = 0
  return sizes.map((size) => {
    offset += size
    return offset - size
  })
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}
