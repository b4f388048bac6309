import { saysWhen } from '../people/description-extent.ts'
import { isDayOrMonth } from '../tongues/calendar-words.ts'
import type { Anchor } from './anchors.ts'
import { endClass, endsInComma } from './end-class.ts'
import type { Reading } from './reading.ts'

/** Units of a clause; `end` is exclusive. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Where a clause that was found ends as a whole: behind its last quoted words where what follows tells how they were
 * said (called it “odd” in a tweet on Sunday), and where a name that is given is complete (called it “odd,” a word that …).
 */
export function wholeEnd(reading: Reading, anchor: Anchor, { start, end }: Stretch): number {
  const { units } = reading
  if (anchor.side === 'before') return end
  const early = endsEarly(reading, { start, end })
  if (early < end) return early
  let last = end - 1
  while (last >= start && (units[last]?.region ?? -1) < 0) last--
  if (last < start || last === end - 1) return end
  return (isNaming(reading, anchor) && endsName(reading, last)) || tellsHow(reading, { start: last + 1, end })
    ? last + 1
    : end
}

/** "Said it was “odd,” while others left": behind the comma something else begins. */
function endsEarly({ units, regions, text }: Reading, { start, end }: Stretch): number {
  for (let at = start; at < end - 1; at++) {
    const region = regions[units[at]?.region ?? -1]
    if (region === undefined || endClass(text, region.content.end, region.end) !== endsInComma) continue
    const next = units[at + 1]?.lower
    if (next === 'while' || next === 'whereas') return at + 1
  }
  return end
}

/** "Called him", "referred to him as"; but "called for". */
function isNaming({ units }: Reading, { at }: Anchor): boolean {
  const next = units[at + 1]?.lower ?? ''
  return units[at]?.cue?.group === 'name' && next !== 'for' && next !== 'on' && next !== 'upon'
}

/** Tags of words within a phrase that tells where and when. */
const insidePhrase = /^(?:DT|PRP\$|JJ|CD|NNS?|NNPS?|POS|IN|FW|VBG)$/

/** "In a tweet on Sunday", but "in November". */
function tellsHow({ units, tokens }: Reading, { start, end }: Stretch): boolean {
  const first = units[start]
  if (first === undefined || !saysWhen(tokens, first.token)) return false
  if (first.lower === 'in' && isDayOrMonth(units[start + 1]?.lower ?? '', 'en')) return false
  for (let at = start; at < end; at++) if (!insidePhrase.test(units[at]?.tag ?? '')) return false
  return true
}

/** Words with which something else begins behind a name that is given. */
const circumstances = new Set([
  '(',
  'during',
  'when',
  'while',
  'after',
  'before',
  'because',
  'last',
  'at',
  'on',
  'in',
])

/** Whether nothing behind quoted words belongs to the name that they give. */
function endsName({ units, regions, text }: Reading, at: number): boolean {
  const region = regions[units[at]?.region ?? -1]
  if (region === undefined) return false
  if (endClass(text, region.content.end, region.end) === endsInComma) return true
  const [next, second] = [units[at + 1], units[at + 2]]
  if (next?.tag === 'CC') return second?.tag === 'PRP'
  return circumstances.has(next?.lower ?? '')
}
