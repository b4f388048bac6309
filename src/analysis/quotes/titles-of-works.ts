import { notNames } from '../people/places.ts'
import { endClass, endsInComma } from './end-class.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './units.ts'

const works = new Set(
  `book memoir autobiography biography novel poem essay film movie documentary play opera song anthem album musical sitcom
  series episode podcast website blog newsletter exhibition`.split(/\s+/),
)
/** Words of a title that begin small; all shorter ones may. */
const small = new Set('with from into over upon'.split(' '))
const longWord = 4
const fewestWords = 2

/**
 * Whether the quoted words at a unit are the title of a work: its words have capitals, and before it stands what kind
 * of work it is (in his book, "A Time for Truth") or where it is shown (said on ABC's "This Week"); or who wrote it
 * stands behind ("Bridge to close," by Ann Roe).
 */
export function isTitleOfWork(reading: Reading, at: number): boolean {
  if (hasByline(reading, at)) return true
  return (isIntroduced(reading.units, at) || isExplained(reading, at)) && hasCapitals(reading, at)
}

/** So far behind a quote its reporting verb is looked for. */
const farthestVerb = 8

/** "Bridge to Close," which runs until May, …: a sentence begins with it, and what it is follows instead of who said it. */
function isExplained({ units, regions, text }: Reading, at: number): boolean {
  const unit = units[at]
  const region = regions[unit?.region ?? -1]
  const next = units[at + 1]
  if (region === undefined || next === undefined || next.sentence !== unit?.sentence) return false
  if (units[at - 1]?.sentence === unit.sentence || !/^(?:WDT|WP\$?|DT)$/.test(next.tag)) return false
  if (endClass(text, region.content.end, region.end) !== endsInComma) return false
  const behind = units.slice(at + 1, at + 1 + farthestVerb)
  return (
    next.tag !== 'DT' || !behind.some(({ cue, sentence }) => cue !== undefined && sentence === unit.sentence)
  )
}

/** Bylines have at most so many words: "by the Northern Gazette's Ann Roe". */
const longestByline = 10

/**
 * Whether the quoted words at a unit only repeat how a work begins whose title and author stand before them, as
 * digests do ("Bridge to close," by the Gazette's Ann Roe: "The old bridge …"): nobody said them.
 */
export function isExcerpt(reading: Reading, at: number): boolean {
  const { units } = reading
  if (units[at - 1]?.lower !== ':') return false
  for (let index = at - 2; index > at - 2 - longestByline; index--) {
    const unit = units[index]
    if (unit?.sentence !== units[at]?.sentence) return false
    if (unit?.lower === 'by') return hasByline(reading, index - 1)
  }
  return false
}

function hasByline({ units, regions, text }: Reading, at: number): boolean {
  const region = regions[units[at]?.region ?? -1]
  const by = units[at + 1]
  if (region === undefined || by?.lower !== 'by' || by.sentence !== units[at]?.sentence) return false
  const author = units[at + 2]?.lower === 'the' ? units[at + 3] : units[at + 2]
  if (author?.tag !== 'NNP' || notNames.has(author.lower)) return false
  return endClass(text, region.content.end, region.end) === endsInComma
}

function isIntroduced(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1]?.lower === ',' ? at - 2 : at - 1
  if (units[before]?.sentence !== units[at]?.sentence) return false
  if (works.has(units[before]?.lower ?? '')) return true
  return isShowing(units, before === at - 1 ? at : -1)
}

/** "On", "on ABC's", "with CNN's": farther back no preposition is looked for. */
const longestOwner = 4

function isShowing(units: readonly Unit[], at: number): boolean {
  if (units[at - 1]?.lower === 'on') return true
  if (units[at - 1]?.tag !== 'POS') return false
  for (let index = at - 2; index >= at - 2 - longestOwner; index--) {
    const unit = units[index]
    if (/^(?:on|with|to)$/.test(unit?.lower ?? '')) return true
    if (unit?.tag !== 'NNP') return false
  }
  return false
}

function hasCapitals({ tokens, units }: Reading, at: number): boolean {
  const unit = units[at]
  if (unit === undefined || unit.region < 0) return false
  let words = 0
  for (let index = unit.token; tokens[index]?.region === unit.region; index++) {
    const token = tokens[index]
    if (token === undefined || !/^[\p{L}\p{N}]/u.test(token.text)) continue
    words++
    const begins = words === 1 || (token.text.length >= longWord && !small.has(token.lower))
    if (begins && /^\p{Ll}/u.test(token.text)) return false
  }
  return words >= fewestWords
}
