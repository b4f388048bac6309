import { saysWhen } from '../people/description-extent.ts'
import { isDayOrMonth } from '../tongues/calendar-words.ts'
import type { Anchor } from './anchors.ts'
import { endClass, endsInComma } from './end-class.ts'
import type { Reading } from './reading.ts'
import type { VerbGroup } from './reporting-verbs.ts'
import { finiteTag } from './tags.ts'
import type { Unit } from './units.ts'

/** Units of a clause; `end` is exclusive. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * Where a clause that was found ends as a whole: behind its last quoted words where what follows tells how they were
 * said (called it “odd” in a tweet on Sunday), where a name that is given is complete (called it “odd,” a word that …), before
 * another thing that the speaker did, and not right before its sentence's end.
 */
export function wholeEnd(reading: Reading, anchor: Anchor, { start, end }: Stretch): number {
  if (anchor.side === 'before') return end
  const last = lastQuoted(reading, { start, end })
  const early = Math.min(
    atComma(reading, { start, end }),
    beforeParallel(reading, anchor, { start, end }),
    last < start ? end : atDash(reading, { start: last + 1, end }),
    atSemicolon(reading, { start, end }),
  )
  if (early < end) return early
  if (leavesRemnant(reading, anchor, end)) return anchor.to
  if (last < start || last === end - 1) return end
  return (isNaming(reading, anchor) && endsName(reading, last)) || tellsHow(reading, { start: last + 1, end })
    ? last + 1
    : end
}

/** The last unit with quoted words; `start` - 1 where none has any. */
function lastQuoted({ units }: Reading, { start, end }: Stretch): number {
  let last = end - 1
  while (last >= start && (units[last]?.region ?? -1) < 0) last--
  return last
}

/** "Said it was “odd,” while others left", "“odd,” adding": behind the comma something else begins. */
function atComma({ units, regions, text }: Reading, { start, end }: Stretch): number {
  for (let at = start; at < end - 1; at++) {
    const region = regions[units[at]?.region ?? -1]
    if (region === undefined || endClass(text, region.content.end, region.end) !== endsInComma) continue
    const next = units[at + 1]
    if (next?.lower === 'while' || next?.lower === 'whereas' || next?.tag === 'VBG') return at + 1
    if (beginsSentence(units, { start: at + 1, end })) return at + 1
  }
  return end
}

/** "They left", "the mayor of Lowell left": a subject and its verb. */
function beginsSentence(units: readonly Unit[], { start, end }: Stretch): boolean {
  let verb = start
  while (verb < end && /^(?:DT|JJ|CD|NNS?|NNPS?|POS|PRP\$?|EX)$/.test(units[verb]?.tag ?? '')) verb++
  return verb > start && finiteTag.test(units[verb]?.tag ?? '')
}

/** Groups of verbs that do not report thoughts: "said he was ill and wanted to leave" is one statement. */
const outspoken: ReadonlySet<VerbGroup> = new Set<VerbGroup>(['say', 'tell', 'judge', 'promise', 'name'])

/** "Said it was late and criticised the board", "said it was late while asking why": another thing that the speaker said. */
function beforeParallel({ units }: Reading, { at }: Anchor, { start, end }: Stretch): number {
  const verb = units[at]
  if (verb?.cue === undefined || !/^VB[DZG]$/.test(verb.tag)) return end
  for (let index = start + 1; index < end - 1; index++) {
    const isWhile = /^whil(?:e|st)$/.test(units[index]?.lower ?? '')
    if (!isWhile && units[index]?.tag !== 'CC') continue
    let next = index + 1
    while (next < end && units[next]?.tag === 'RB') next++
    const other = units[next]
    if (next >= end || other?.cue === undefined) continue
    const isAlike = other.tag === verb.tag && (verb.tag === 'VBG' || outspoken.has(other.cue.group))
    if (isWhile ? other.cue.form === 'gerund' : isAlike) return index
  }
  return end
}

/** "Said it was “odd” — though few agreed": behind a dash the reporter speaks. */
function atDash({ units }: Reading, { start, end }: Stretch): number {
  for (let at = start; at < end; at++) if (/^(?:--?|[–—―])$/.test(units[at]?.lower ?? '')) return at
  return end
}

/** "Said it was late; nobody left", but "a bridge; a ferry; and boats". */
function atSemicolon({ units }: Reading, { start, end }: Stretch): number {
  let at = start
  while (at < end && units[at]?.lower !== ';') at++
  const rest = units.slice(at + 1, end)
  const isList = rest.some(({ lower }) => lower === ';') || rest[0]?.tag === 'CC'
  return !isList && rest.some(({ tag }) => finiteTag.test(tag)) ? at : end
}

/** Ends of sentences that no clause leaves out have at most so many words. */
const longestRemnant = 2

/** "Said it would close in || July", but "“Close it,” || Quill said". */
function leavesRemnant({ units, regions, text }: Reading, { to }: Anchor, end: number): boolean {
  if (end >= to || to - end > longestRemnant) return false
  const region = regions[units[end - 1]?.region ?? -1]
  if (region !== undefined && endClass(text, region.content.end, region.end) === endsInComma) return false
  return units.slice(end, to).every(({ lower, tag }) => /^[\p{L}\p{N}]/u.test(lower) && !finiteTag.test(tag))
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
