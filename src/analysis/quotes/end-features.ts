import { type Anchor, clauseTemplates as base, near, none } from './anchors.ts'
import { pathOf } from './clause-path.ts'
import { bucket, feature } from './features.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './units.ts'

type Add = (template: number, a?: number, b?: number) => void
type Look = (offset: number) => number

/** Features of a clause that ends before a unit. */
export function endFeatures({ units }: Reading, anchor: Anchor, end: number): number[] {
  const side = anchor.side === 'after' ? 400 : 500
  const list: number[] = []
  const add: Add = (template, a = 0, b = 0) => list.push(feature(base + side + template, a, b))
  const word: Look = (offset) => near(units, anchor, end + offset)?.wordHash ?? none
  const tag: Look = (offset) => near(units, anchor, end + offset)?.tagHash ?? none
  const place = { anchor, end, word, tag, last: end === anchor.to ? 1 : 0 }
  addEndWords(add, place)
  addEndPath(add, units, place)
  addEndVerbs(add, units, place)
  addEndRegions(add, units, place)
  return list
}

interface EndPlace {
  readonly anchor: Anchor
  readonly end: number
  readonly word: Look
  readonly tag: Look
  /** Whether the sentence ends here, too. */
  readonly last: number
}

function addEndWords(add: Add, { word, tag, last }: EndPlace): void {
  add(1, word(0), last)
  add(2, word(0), tag(1))
  add(3, word(0), word(1))
  add(4, tag(0), tag(1))
  add(5, tag(-1), tag(0))
  add(9, tag(1), tag(2))
  add(16, word(1), word(2))
  add(17, tag(-1), last)
  add(22, tag(0), (tag(1) ^ Math.imul(tag(2), 7)) | 0)
  add(24, word(-1), word(0))
  add(25, word(-1), last)
}

function addEndPath(add: Add, units: readonly Unit[], { anchor, end, word, tag, last }: EndPlace): void {
  const distance = bucket(end - anchor.at)
  const [from, to] = end > anchor.at ? [anchor.at + 1, end] : [end, anchor.at]
  const path = pathOf(units, from, to)
  const rest = bucket(anchor.to - end)
  add(0, last, distance)
  add(6, word(0), distance)
  add(7, tag(0), path.commas)
  add(8, word(0), rest)
  add(13, path.commas * 2 + last, rest)
  add(18, path.that, last * 8 + path.commas)
  add(20, commaBefore(units, anchor), last)
  add(21, distance, tag(0))
  add(23, path.tags, anchor.side === 'after' ? 1 : 0)
}

function addEndVerbs(add: Add, units: readonly Unit[], { anchor, end, word, tag, last }: EndPlace): void {
  const cue = units[anchor.at] as Unit
  const next = nextVerb(units, anchor, end)
  add(10, cue.lemmaHash, last)
  add(11, cue.tagHash, word(0))
  add(12, cue.lemmaHash, word(0))
  add(14, next, word(0))
  add(15, next, cue.tagHash)
  add(19, near(units, anchor, end + 1)?.cue === undefined ? 0 : 1, word(0))
  add(33, cue.lemmaHash, tag(0))
  add(34, word(0), next ^ word(1))
}

function addEndRegions(add: Add, units: readonly Unit[], { anchor, end, word, tag, last }: EndPlace): void {
  const around = regionsAround(units, anchor, end)
  const regions = around.between * 3 + around.beyond
  add(26, regions, last)
  add(27, regions, word(0))
  add(28, around.sinceLast, word(0))
  add(29, around.sinceLast, tag(0))
  add(30, around.nextCue, word(0))
  add(31, around.nextCue, word(1))
  add(32, around.cues, around.nextCue)
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
