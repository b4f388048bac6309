import { type Anchor, clauseTemplates as base, near, none } from './anchors.ts'
import { pathOf } from './clause-path.ts'
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
