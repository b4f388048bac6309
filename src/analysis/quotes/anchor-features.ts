import { type Anchor, clauseTemplates as base, near, none } from './anchors.ts'
import { bucket, feature } from './features.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './units.ts'

type Add = (template: number, a?: number, b?: number) => void
type Look = (offset: number) => number

/** Features of whether a word governs a reported clause on a side at all. */
export function anchorFeatures(reading: Reading, anchor: Anchor): number[] {
  const { units } = reading
  const side = anchor.side === 'after' ? 0 : 100
  const list: number[] = []
  const add: Add = (template, a = 0, b = 0) => list.push(feature(base + side + template, a, b))
  const word: Look = (offset) => near(units, anchor, anchor.at + offset)?.wordHash ?? none
  const tag: Look = (offset) => near(units, anchor, anchor.at + offset)?.tagHash ?? none
  addNeighbours(add, units[anchor.at] as Unit, { word, tag })
  addPlace(add, units[anchor.at] as Unit, { anchor, word, tag })
  addSurroundings(add, reading, { anchor, tag })
  return list
}

function addNeighbours(add: Add, unit: Unit, { word, tag }: { word: Look; tag: Look }): void {
  add(0)
  add(1, unit.wordHash)
  add(2, unit.tagHash, tag(-1))
  add(3, unit.wordHash, tag(-1))
  add(4, unit.wordHash, word(1))
  add(5, unit.wordHash, tag(1))
  add(6, tag(1), tag(2))
  add(7, word(1), word(2))
  add(8, tag(-1), tag(1))
  add(9, word(-1), unit.tagHash)
  add(10, tag(-1), tag(-2))
  add(11, word(-1), word(-2))
  add(16, word(-3), word(-2))
  add(17, unit.cue === undefined ? 0 : 1, unit.tagHash)
  add(23, unit.lemmaHash, tag(1))
  add(25, unit.lemmaHash, unit.tagHash)
  add(26, unit.lemmaHash, tag(-1))
}

function addPlace(add: Add, unit: Unit, about: { anchor: Anchor; word: Look; tag: Look }): void {
  const { anchor, word, tag } = about
  const rest = bucket(anchor.to - anchor.at)
  add(12, unit.wordHash, bucket(anchor.at - anchor.from))
  add(13, unit.wordHash, rest)
  add(14, tag(-1), rest)
  add(15, word(1), rest)
}

function addSurroundings(add: Add, reading: Reading, { anchor, tag }: { anchor: Anchor; tag: Look }): void {
  const unit = reading.units[anchor.at] as Unit
  const { region, cues, that } = surroundings(reading, anchor)
  add(18, unit.wordHash, region)
  add(19, region, unit.cue === undefined ? 0 : 1)
  add(20, that, unit.wordHash)
  add(21, cues, unit.wordHash)
  add(22, that * 4 + cues, tag(-1))
  add(24, unit.lemmaHash, region)
  add(27, unit.lemmaHash, that)
}

interface Surroundings {
  /** Quoted words on the anchor's side: short ones times 3 plus long ones, at most 2 each. */
  readonly region: number
  /** Other reporting words there, at most 3. */
  readonly cues: number
  /** Whether "that" follows soon. */
  readonly that: number
}

/** Farther from the anchor nothing is looked at. */
const farthest = 80
const soon = 8

function surroundings({ units, regions }: Reading, anchor: Anchor): Surroundings {
  let fragments = 0
  let quotes = 0
  let cues = 0
  let that = 0
  const [from, to] = anchor.side === 'after' ? [anchor.at + 1, anchor.to] : [anchor.from, anchor.at]
  for (let index = from; index < Math.min(to, from + farthest); index++) {
    const unit = units[index]
    if (unit === undefined) break
    if (unit.region >= 0) (regions[unit.region]?.words ?? 0) < 3 ? fragments++ : quotes++
    if (unit.cue !== undefined) cues++
    if (unit.lower === 'that' && index - anchor.at < soon) that = 1
  }
  return { region: Math.min(fragments, 2) * 3 + Math.min(quotes, 2), cues: Math.min(cues, 3), that }
}
