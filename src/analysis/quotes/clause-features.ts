import { type Anchor, clauseTemplates as base, near, none } from './anchors.ts'
import { bucket, feature } from './features.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './units.ts'

/** Features of a clause that begins with a unit. */
export function startFeatures({ units }: Reading, anchor: Anchor, start: number): number[] {
  const side = anchor.side === 'after' ? 200 : 300
  const list: number[] = []
  const add = (template: number, a = 0, b = 0) => list.push(feature(base + side + template, a, b))
  const word = (offset: number) => near(units, anchor, start + offset)?.wordHash ?? none
  const tag = (offset: number) => near(units, anchor, start + offset)?.tagHash ?? none
  const cue = (units[anchor.at] as Unit).lemmaHash
  const distance = bucket(start - anchor.at)
  const [from, to] = start > anchor.at ? [anchor.at + 1, start] : [start, anchor.at]
  const path = pathOf(units, from, to)
  const first = start === anchor.from ? 1 : 0
  add(0, distance, first)
  add(1, distance, cue)
  add(2, word(0), distance)
  add(3, tag(0), distance)
  add(4, word(-1), distance)
  add(5, word(-1), tag(0))
  add(6, tag(-1), tag(0))
  add(7, word(-1), word(0))
  add(8, tag(0), tag(1))
  add(9, cue, word(-1))
  add(10, cue, tag(0))
  add(11, path.tags, anchor.side === 'after' ? 1 : 0)
  add(12, path.that * 8 + path.commas, word(-1))
  add(13, path.that * 8 + path.commas, tag(0))
  add(14, tag(-2), tag(-1))
  add(15, first, word(0))
  add(16, first * 8 + path.commas, tag(0))
  add(17, cue, path.tags)
  return list
}

interface Path {
  /** Hash of all tags on the way, if it is short. */
  readonly tags: number
  readonly that: number
  readonly commas: number
}

function pathOf(units: readonly Unit[], from: number, to: number): Path {
  let tags = 31
  let that = 0
  let commas = 0
  for (let index = from; index < to; index++) {
    const unit = units[index]
    if (unit === undefined) break
    if (index - from < 6) tags = Math.imul(tags, 33) + unit.tagHash
    if (unit.lower === 'that') that = 1
    if (unit.tag === ',') commas++
  }
  return { tags: to - from > 5 ? 0 : tags, that, commas: Math.min(commas, 5) }
}

/** Features of a clause that ends before a unit. */
export function endFeatures({ units }: Reading, anchor: Anchor, end: number): number[] {
  const side = anchor.side === 'after' ? 400 : 500
  const list: number[] = []
  const add = (template: number, a = 0, b = 0) => list.push(feature(base + side + template, a, b))
  const word = (offset: number) => near(units, anchor, end + offset)?.wordHash ?? none
  const tag = (offset: number) => near(units, anchor, end + offset)?.tagHash ?? none
  const cue = units[anchor.at] as Unit
  const lemma = cue.lemmaHash
  const last = end === anchor.to ? 1 : 0
  const distance = bucket(end - anchor.at)
  const [from, to] = end > anchor.at ? [anchor.at + 1, end] : [end, anchor.at]
  const path = pathOf(units, from, to)
  const rest = bucket(anchor.to - end)
  add(0, last, distance)
  add(1, word(0), last)
  add(2, word(0), tag(1))
  add(3, word(0), word(1))
  add(4, tag(0), tag(1))
  add(5, tag(-1), tag(0))
  add(6, word(0), distance)
  add(7, tag(0), path.commas)
  add(8, word(0), rest)
  add(9, tag(1), tag(2))
  add(10, lemma, last)
  add(11, cue.tagHash, word(0))
  add(12, lemma, word(0))
  add(13, path.commas * 2 + last, rest)
  add(14, nextVerb(units, anchor, end), word(0))
  add(15, nextVerb(units, anchor, end), cue.tagHash)
  add(16, word(1), word(2))
  add(17, tag(-1), last)
  add(18, path.that, last * 8 + path.commas)
  add(19, near(units, anchor, end + 1)?.cue === undefined ? 0 : 1, word(0))
  add(20, commaBefore(units, anchor), last)
  add(21, distance, tag(0))
  add(22, tag(0), (tag(1) ^ Math.imul(tag(2), 7)) | 0)
  add(23, path.tags, anchor.side === 'after' ? 1 : 0)
  const around = regionsAround(units, anchor, end)
  add(24, word(-1), word(0))
  add(25, word(-1), last)
  add(26, around.between * 3 + around.beyond, last)
  add(27, around.between * 3 + around.beyond, word(0))
  add(28, around.sinceLast, word(0))
  add(29, around.sinceLast, tag(0))
  add(30, around.nextCue, word(0))
  add(31, around.nextCue, word(1))
  add(32, around.cues, around.nextCue)
  add(33, lemma, tag(0))
  add(34, word(0), nextVerb(units, anchor, end) ^ word(1))
  return list
}

interface Around {
  /** Regions from the anchor to the end, and from there to the end of the sentence; at most 2 each. */
  readonly between: number
  readonly beyond: number
  /** Units since the last of them, in steps; 9 where there is none. */
  readonly sinceLast: number
  /** Units to the next reporting word, in steps; 9 where there is none. */
  readonly nextCue: number
  /** Reporting words in between, at most 3. */
  readonly cues: number
}

function regionsAround(units: readonly Unit[], anchor: Anchor, end: number): Around {
  let between = 0
  let beyond = 0
  let sinceLast = 9
  let nextCue = 9
  let cues = 0
  for (let index = anchor.at + 1; index < anchor.to; index++) {
    const unit = units[index]
    if (unit === undefined) break
    const inside = index < end
    if (unit.region >= 0) {
      if (inside) {
        between++
        sinceLast = bucket(end - 1 - index)
      } else beyond++
    }
    if (unit.cue === undefined) continue
    if (inside) cues++
    else if (nextCue === 9) nextCue = bucket(index - end)
  }
  return {
    between: Math.min(between, 2),
    beyond: Math.min(beyond, 2),
    sinceLast,
    nextCue,
    cues: Math.min(cues, 3),
  }
}

/** The tag of the first verb within the next units: what follows the end may be another statement. */
function nextVerb(units: readonly Unit[], anchor: Anchor, end: number): number {
  for (let index = end; index < Math.min(end + 5, anchor.to); index++) {
    const unit = units[index]
    if (unit !== undefined && /^(?:V|MD)/.test(unit.tag)) return unit.tagHash ^ (index - end)
  }
  return 0
}

/** Whether the anchor belongs to an insertion: “Rates, he said, will rise”. */
function commaBefore(units: readonly Unit[], anchor: Anchor): number {
  for (let index = anchor.at - 1; index >= Math.max(anchor.from, anchor.at - 6); index--) {
    if (units[index]?.tag === ',') return anchor.at - index
  }
  return 0
}

/** Features of a clause as a whole. */
export function pairFeatures(
  { units, regions }: Reading,
  anchor: Anchor,
  clause: { start: number; end: number },
): number[] {
  const side = anchor.side === 'after' ? 600 : 700
  let fragments = 0
  let quotes = 0
  for (let index = clause.start; index < clause.end; index++) {
    const region = units[index]?.region ?? -1
    if (region >= 0) (regions[region]?.words ?? 0) < 3 ? fragments++ : quotes++
  }
  const region = Math.min(fragments, 2) * 3 + Math.min(quotes, 2)
  const length = bucket(clause.end - clause.start)
  const cue = (units[anchor.at] as Unit).lemmaHash
  const make = (template: number, a: number, b: number) => feature(base + side + template, a, b)
  return [
    make(0, length, region),
    make(1, length, cue),
    make(2, region, cue),
    make(3, units[clause.start]?.tagHash ?? 0, units[clause.end]?.tagHash ?? 0),
    make(4, units[clause.start]?.tagHash ?? 0, length),
    make(5, clause.end === anchor.to ? 1 : 0, length),
  ]
}
