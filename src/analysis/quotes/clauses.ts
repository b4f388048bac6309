import { anchorFeatures } from './anchor-features.ts'
import type { Anchor, Side } from './anchors.ts'
import { pairFeatures, startFeatures } from './clause-features.ts'
import { endFeatures } from './end-features.ts'
import { probabilities, probability, scoreOf, type Weights } from './model.ts'
import type { Reading } from './reading.ts'
import { wholeEnd } from './whole-ends.ts'
import { isAside, saysHow, wholeStart } from './whole-starts.ts'

/** A reported clause: units from `start` to `end` (exclusive), governed by the word at `cue`. */
export interface Clause {
  readonly start: number
  readonly end: number
  readonly cue: number
  readonly side: Side
  /** How likely its word governs a clause on this side at all. */
  readonly governs: number
  /** How likely it is that this, by and large, is what is reported. */
  readonly sure: number
}

/** Statements are not followed farther from their reporting word than this many units. */
const farthest = 70
const farthestStart = 13
const mostEnds = 22
/** No sentence of prose has more verbs to follow; the rest of such a one is not read. */
const mostInSentence = 60
const endTags = /^(?:,|:|\.|CC|IN|WP|WDT|WRB|VBG|TO|RB)$/

/**
 * Words that may govern a reported clause: reporting verbs, and other verbs in sentences with words in quotation
 * marks ("vowed", but also "made it clear"). One by one, since most of them govern nothing and are not kept.
 */
export function* findAnchors(reading: Reading): Generator<Anchor> {
  const { units, regions, sentenceStarts } = reading
  for (let sentence = 0; sentence + 1 < sentenceStarts.length; sentence++) {
    const from = sentenceStarts[sentence] ?? 0
    let to = sentenceStarts[sentence + 1] ?? from
    let quoting = false
    for (let index = from; index < to; index++) {
      const region = regions[units[index]?.region ?? -1]
      if (region !== undefined && region.words < 3) quoting = true
    }
    if (units[to - 1]?.tag === '.') to--
    let found = 0
    for (let at = from; at < to && found < mostInSentence; at++) {
      const unit = units[at]
      if (unit === undefined || !(unit.cue !== undefined || (quoting && /^V/.test(unit.tag)))) continue
      found++
      const bounds = { at, from: Math.max(from, at - farthest), to: Math.min(to, at + farthest) }
      yield { ...bounds, side: 'after' }
      yield { ...bounds, side: 'before' }
    }
  }
}

/** Units with which a clause of this anchor may begin. */
export function startsOf({ units }: Reading, anchor: Anchor): readonly number[] {
  const starts: number[] = []
  if (anchor.side === 'after') {
    for (let index = anchor.at + 1; index < Math.min(anchor.to, anchor.at + farthestStart); index++) {
      if (units[index]?.tag !== ',') starts.push(index)
    }
    return starts
  }
  starts.push(anchor.from)
  for (let index = anchor.at - 1; index > anchor.from && starts.length < farthestStart; index--) {
    const tag = units[index - 1]?.tag ?? ''
    if (
      (tag === ',' || tag === ':' || tag === 'CC' || tag === 'IN' || tag === 'WRB') &&
      units[index]?.tag !== ','
    )
      starts.push(index)
  }
  return starts
}

/** Units before which a clause of this anchor may end. */
export function endsOf({ units }: Reading, anchor: Anchor): readonly number[] {
  const ends: number[] = []
  if (anchor.side === 'before') {
    for (let index = anchor.at; index > anchor.from && ends.length < 8; index--) {
      const unit = units[index]
      if (
        unit?.tag === ',' ||
        unit?.tag === ':' ||
        index === anchor.at ||
        (units[index - 1]?.region ?? -1) >= 0
      )
        ends.push(index)
    }
    return ends
  }
  for (let index = anchor.at + 2; index < anchor.to && ends.length < mostEnds; index++) {
    const tag = units[index]?.tag ?? ''
    if (endTags.test(tag) || (units[index - 1]?.region ?? -1) >= 0) ends.push(index)
  }
  ends.push(anchor.to)
  return ends
}

/** Only the likeliest starts and ends are combined: the others change nothing. */
const bestStarts = 5
const bestEnds = 7
/** Anchors less likely than this to govern anything are not followed. */
const leastGoverning = 0.12

/** Finds what each anchor reports, if anything: the clause with the highest expected overlap. */
export function findClauses(reading: Reading, weights: Weights): readonly Clause[] {
  const clauses: Clause[] = []
  for (const anchor of findAnchors(reading)) {
    const clause = clauseOf(reading, weights, anchor)
    if (clause !== undefined) clauses.push(clause)
  }
  return clauses
}

function clauseOf(reading: Reading, weights: Weights, anchor: Anchor): Clause | undefined {
  const governs = probability(scoreOf(weights, anchorFeatures(reading, anchor)))
  if (governs < leastGoverning) return undefined
  const found = bestClause(reading, weights, anchor)
  if (found === undefined) return undefined
  const start = wholeStart(reading, anchor, found)
  if (saysHow(reading, { ...found, start }) || isAside(reading, anchor, start)) return undefined
  const end = wholeEnd(reading, anchor, { ...found, start })
  return { start, end, cue: anchor.at, side: anchor.side, governs, sure: found.sure * governs }
}

interface Scored {
  readonly at: number
  readonly score: number
}

function bestClause(
  reading: Reading,
  weights: Weights,
  anchor: Anchor,
): { start: number; end: number; sure: number } | undefined {
  const starts = likeliest(startsOf(reading, anchor), bestStarts, (at) =>
    scoreOf(weights, startFeatures(reading, anchor, at)),
  )
  const ends = likeliest(endsOf(reading, anchor), bestEnds, (at) =>
    scoreOf(weights, endFeatures(reading, anchor, at)),
  )
  const pairs = starts.flatMap((start) =>
    ends
      .filter((end) => end.at > start.at)
      .map((end) => {
        const clause = { start: start.at, end: end.at }
        return {
          ...clause,
          score: start.score + end.score + scoreOf(weights, pairFeatures(reading, anchor, clause)),
        }
      }),
  )
  const chances = probabilities(pairs.map((pair) => pair.score))
  return mostOverlap(pairs, chances, wordsUpTo(reading, anchor))
}

function likeliest(
  places: readonly number[],
  most: number,
  score: (at: number) => number,
): readonly Scored[] {
  return places
    .map((at) => ({ at, score: score(at) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}

/** Number of words before each unit of the anchor's sentence; a quoted region counts with all its words. */
function wordsUpTo({ units, regions }: Reading, anchor: Anchor): (unit: number) => number {
  const sums = [0]
  for (let index = anchor.from; index < anchor.to; index++) {
    const unit = units[index]
    const region = regions[unit?.region ?? -1]
    const words = region?.words ?? (unit !== undefined && /[\p{L}\p{N}]/u.test(unit.lower) ? 1 : 0)
    sums.push((sums.at(-1) ?? 0) + words)
  }
  return (unit) => sums[unit - anchor.from] ?? 0
}

/** Of clauses that overlap equally well the likeliest by itself is taken. */
const exactness = 0.1

/** Two clauses are by and large the same if this share of their words is common. */
export const sameShare = 0.8

function mostOverlap(
  pairs: readonly { start: number; end: number }[],
  chances: readonly number[],
  words: (unit: number) => number,
): { start: number; end: number; sure: number } | undefined {
  let best: { start: number; end: number; sure: number } | undefined
  let most = -1
  for (const [at, pair] of pairs.entries()) {
    let sure = 0
    pairs.forEach((other, index) => {
      const common = words(Math.min(pair.end, other.end)) - words(Math.max(pair.start, other.start))
      const all = words(Math.max(pair.end, other.end)) - words(Math.min(pair.start, other.start))
      if (common >= sameShare * all) sure += chances[index] ?? 0
    })
    const worth = sure + exactness * (chances[at] ?? 0)
    if (worth > most) {
      most = worth
      best = { start: pair.start, end: pair.end, sure }
    }
  }
  return best
}
