import type { Governing } from './asked.ts'
import type { Clause } from './clauses.ts'
import { endClass } from './end-class.ts'
import { bucket, feature, hashOf, secondTemplates } from './features.ts'
import type { Reading } from './reading.ts'
import type { Token } from './tokens.ts'
import type { Unit } from './units.ts'

/** First template number of this model; each model has its own thousand. */
const base = secondTemplates + 1000

/** Features that tell a quote from a title, a nickname or a word held at arm's length. */
export function keepFeatures(reading: Reading, regionIndex: number, governing: Governing): number[] {
  const { units, text, regions } = reading
  const region = regions[regionIndex]
  const at = reading.unitOfRegion[regionIndex]
  if (region === undefined || at === undefined) return []
  const size = bucket(region.words)
  const first = text.charAt(region.content.start)
  const capital = first === first.toLowerCase() ? 0 : 1
  const closing = endClass(text, region.content.end, region.end)
  const list: number[] = []
  const add = (template: number, a = 0, b = 0) => list.push(feature(base + template, a, b))
  add(0)
  add(1, size, capital)
  add(2, size, closing)
  add(3, capital, closing)
  addNeighbours(add, units, at, size)
  const cues = cueContext(reading, at)
  add(20, cues, size)
  add(21, cues, closing + 8 * capital)
  const whole = wholeSentence(reading, at)
  add(22, whole, capital)
  add(23, whole, size)
  const casing = titleCase(reading, regionIndex)
  add(24, casing, size)
  add(25, casing, units[at - 1]?.tagHash ?? 0)
  add(26, region.open ? 1 : 0, size)
  const inside = contentOf(reading, regionIndex)
  add(34, inside, size)
  add(35, inside, capital * 8 + closing)
  add(36, inside, units[at - 1]?.tagHash ?? 0)
  add(37, inside, whole)
  addGoverning(add, reading, { clause: governing.get(at), size, closing: closing + 8 * capital })
  const word = firstWord(reading, regionIndex)
  add(27, hashOf(word?.tag ?? ''), size)
  add(28, size, hashOf(word?.lower ?? ''))
  return list
}

/** Which reporting word governs the quote, and how surely. */
function addGoverning(
  add: Add,
  { units }: Reading,
  about: { clause: Clause | undefined; size: number; closing: number },
): void {
  const { clause, size, closing } = about
  const sure = clause === undefined ? 0 : 1 + Math.floor(clause.sure * 5)
  const cue = units[clause?.cue ?? -1]
  const alone = clause !== undefined && clause.end - clause.start === 1 ? 1 : 0
  add(29, sure, size)
  add(30, sure, closing)
  add(31, sure, cue?.wordHash ?? 0)
  add(32, sure, cue?.cue === undefined ? 0 : 1)
  add(33, alone * 8 + sure, size)
}

function firstWord({ tokens, units, unitOfRegion }: Reading, regionIndex: number): Token | undefined {
  let index = units[unitOfRegion[regionIndex] ?? 0]?.token ?? 0
  while (tokens[index]?.region === regionIndex && !/^\p{L}/u.test(tokens[index]?.text ?? '')) index++
  return tokens[index]
}

type Add = (template: number, a?: number, b?: number) => void

function addNeighbours(add: Add, units: readonly Unit[], at: number, size: number): void {
  const paragraph = units[at]?.paragraph
  const near = (offset: number) => {
    const unit = units[at + offset]
    return unit?.paragraph === paragraph ? unit : undefined
  }
  const small = Math.min(size, 5)
  for (const offset of [-3, -2, -1, 1, 2]) {
    const unit = near(offset)
    add(63 + offset, unit?.wordHash ?? 1, small)
    add(73 + offset, unit?.tagHash ?? 1, small)
  }
  add(14, near(-1)?.wordHash ?? 1, near(-2)?.wordHash ?? 1)
  add(15, near(1)?.wordHash ?? 1, near(2)?.wordHash ?? 1)
  add(16, near(-1)?.tagHash ?? 1, near(1)?.tagHash ?? 1)
  add(17, near(-1)?.cue === undefined ? 0 : 1, small)
  add(18, near(-2)?.cue === undefined ? 0 : 1, near(-1)?.wordHash ?? 1)
}

/** Where the nearest reporting verb of its sentence stands. */
function cueContext(reading: Reading, at: number): number {
  const { units } = reading
  const sentence = units[at]?.sentence
  let before = 0
  for (let index = at - 1; index >= 0 && at - index < 30 && units[index]?.sentence === sentence; index--) {
    if (units[index]?.cue === undefined) continue
    before = at - index
    break
  }
  let after = 0
  for (
    let index = at + 1;
    index < units.length && index - at < 12 && units[index]?.sentence === sentence;
    index++
  ) {
    if (units[index]?.cue === undefined) continue
    after = index - at
    break
  }
  return bucket(before) * 10 + bucket(after)
}

function wholeSentence(reading: Reading, at: number): number {
  const { units, sentenceStarts } = reading
  const sentence = units[at]?.sentence ?? 0
  const size = (sentenceStarts[sentence + 1] ?? 0) - (sentenceStarts[sentence] ?? 0)
  if (size > 2) return 0
  return units[at - 1]?.paragraph === units[at]?.paragraph ? 1 : 2
}

/** Share of capitalised words, in fifths: titles of works have many. */
function titleCase(reading: Reading, regionIndex: number): number {
  const { tokens, unitOfRegion, units } = reading
  let words = 0
  let capitals = 0
  let index = units[unitOfRegion[regionIndex] ?? 0]?.token ?? 0
  for (; tokens[index]?.region === regionIndex && words < 12; index++) {
    const token = tokens[index]
    if (token === undefined || !/^\p{L}/u.test(token.text)) continue
    words++
    if (token.capital) capitals++
  }
  return words === 0 ? 0 : Math.round((5 * capitals) / words)
}

/** Words of a quote that are looked at; what it is shows early. */
const mostLooked = 40
const speaking = new Set("i we you my our your me us i'm i've we're we've don't".split(' '))
const longWord = 4

/**
 * What the words are like: 1 somebody speaks of "I" or "we", 2 there is a verb, 4 every longer word has a capital, as
 * in titles.
 */
function contentOf({ tokens, unitOfRegion, units }: Reading, regionIndex: number): number {
  let person = 0
  let verb = 0
  let title = 4
  const first = units[unitOfRegion[regionIndex] ?? 0]?.token ?? 0
  for (let index = first; index < first + mostLooked && tokens[index]?.region === regionIndex; index++) {
    const token = tokens[index]
    if (token === undefined) break
    if (speaking.has(token.lower)) person = 1
    if (/^(?:VB[DPZ]?|MD)$/.test(token.tag)) verb = 2
    if (token.lower.length >= longWord && !token.capital && /^[a-z]/.test(token.lower)) title = 0
  }
  return person + verb + title
}
