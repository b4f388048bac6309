import { type Anchor, clauseTemplates as base, near, none } from './anchors.ts'
import { bucket, feature } from './features.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './units.ts'

/** Features of whether a word governs a reported clause on a side at all. */
export function anchorFeatures({ units, regions }: Reading, anchor: Anchor): number[] {
  const side = anchor.side === 'after' ? 0 : 100
  const list: number[] = []
  const add = (template: number, a = 0, b = 0) => list.push(feature(base + side + template, a, b))
  const unit = units[anchor.at] as Unit
  const word = (offset: number) => near(units, anchor, anchor.at + offset)?.wordHash ?? none
  const tag = (offset: number) => near(units, anchor, anchor.at + offset)?.tagHash ?? none
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
  add(12, unit.wordHash, bucket(anchor.at - anchor.from))
  add(13, unit.wordHash, bucket(anchor.to - anchor.at))
  add(14, tag(-1), bucket(anchor.to - anchor.at))
  add(15, word(1), bucket(anchor.to - anchor.at))
  add(16, word(-3), word(-2))
  add(17, unit.cue === undefined ? 0 : 1, unit.tagHash)
  const around = { fragments: 0, quotes: 0, cues: 0, that: 0 }
  const [from, to] = anchor.side === 'after' ? [anchor.at + 1, anchor.to] : [anchor.from, anchor.at]
  for (let index = from; index < to && index - from < 80; index++) {
    const other = units[index]
    if (other === undefined) break
    if (other.region >= 0) (regions[other.region]?.words ?? 0) < 3 ? around.fragments++ : around.quotes++
    if (other.cue !== undefined) around.cues++
    if (other.lower === 'that' && index - anchor.at < 8) around.that = 1
  }
  const region = Math.min(around.fragments, 2) * 3 + Math.min(around.quotes, 2)
  add(18, unit.wordHash, region)
  add(19, region, unit.cue === undefined ? 0 : 1)
  add(20, around.that, unit.wordHash)
  add(21, Math.min(around.cues, 3), unit.wordHash)
  const lemma = unit.lemmaHash
  add(23, lemma, tag(1))
  add(24, lemma, region)
  add(25, lemma, unit.tagHash)
  add(26, lemma, tag(-1))
  add(27, lemma, around.that)
  add(22, around.that * 4 + Math.min(around.cues, 3), tag(-1))
  return list
}
