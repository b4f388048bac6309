import type { SentenceRules } from './tongues/sentence-rules.ts'

/** How far back a decision looks: the longest address or word it must see. Keeps it constant. */
const reach = 80

/** The longest dateline: "FORT LAUDERDALE, Florida (CNN) -- ". */
const longestDateline = 70

/** A small word, a point, perhaps a closing mark, then at once a capitalised word: "said.The". */
const glued = /(?<=\p{Ll}{2}\.[”’"')\]]?)(?=["“‘(]?\p{Lu}\p{Ll}*(?:[\s,'’]|\p{Ll}\s))/gu

/** What few segments have, and all with a glued sentence. */
const pointWithin = /\.\S/

/** References and stray closing marks stand between the point and the next sentence: "in 1971. [1] He". ICU puts them after the end. */
const leadingReference = /^(?:(?:\[[^\]\s]{1,4}\]\.?|["”’»)\]]{1,2})\s+){1,4}(?=["“‘(«¿¡]?\s?[\p{Lu}\p{N}])/u

/** A bracketed remark of its own: "the number of days. (credit: Jane Doe)". */
const bracketed = /(?<=\p{Ll}{3}[.!?]["”’)]?\s)(?=\([^)]{8})/gu

/** Datelines are not part of the sentence: "(CNN)Kids like", "LIMA, Peru (CNN) -- The", "PARIS (Reuters) - The", "ROME, Italy -- The". */
const dateline =
  /^(?:(?:\p{Lu}[\p{L}.' ]{0,25},?\s?[\p{L}\p{N}., ]{0,30}\s)?\((?:[A-Z]|dpa|epd|sda|apa)[\w.&/]*(?:\s(?:[A-Z]|dpa|epd|sda|apa)[\w.&/]*){0,2}\s?\)(?:\s{0,2}[-–—]{1,2}\s+|(?=["“]?\p{Lu}))|\p{Lu}{2}[\p{Lu} .]{1,25}(?:,[\p{L}. ]{2,25})?\s{1,2}[-–—]{1,2}\s+)/u

/** A weekday with its date at the very end, after a headline without a full stop. */
const trailingDate =
  /(?<=[^\s.,;:]\s)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:\p{Lu}\p{Ll}{2,8} \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8}),? \d{4}$/u

const address = /(?<!\S)(?=\S*$)\S*?(?:https?:|www\.|@|\/)/i
const plainWordAtEnd = /(?:^|[\s"“‘'«([{—–])(\p{Ll}[\p{Ll}'’-]+\.)[\])}"'”’»]*$/u

/** Where a segment stands, and by which rules it is read. */
interface Place {
  /** Whether it opens its paragraph. */
  readonly isFirst: boolean
  readonly rules: SentenceRules
}

/**
 * Offsets within one of ICU's segments at which a sentence ends that ICU's rules cannot see: where no white space
 * follows the point ("he said.The"), after references ("in 1971. [1] He"), before a bracketed remark, before a date
 * under a headline. Ascending. Addresses are left whole.
 */
export function missedEnds(segment: string, { isFirst, rules }: Place): readonly number[] {
  const ends = pointWithin.test(segment)
    ? offsets(segment, glued).filter((offset) => followsPlainWord(segment, offset, rules))
    : []
  if (segment.includes('(')) for (const offset of offsets(segment, bracketed)) ends.push(offset)
  const reference = isFirst ? null : leadingReference.exec(segment.slice(0, longestDateline))
  if (reference) ends.push(reference[0].length)
  const date = trailingDate.exec(segment.slice(-longestDateline))
  if (date) ends.push(Math.max(0, segment.length - longestDateline) + date.index)
  return ends.length < 2 ? ends : [...new Set(ends)].sort((a, b) => a - b)
}

/** How much of a paragraph's beginning is an agency's dateline: the offset after it, 0 where there is none. */
export function datelineEnd(paragraph: string): number {
  return dateline.exec(paragraph.slice(0, longestDateline))?.[0].length ?? 0
}

function offsets(segment: string, pattern: RegExp): number[] {
  const found: number[] = []
  for (const { index } of segment.matchAll(pattern)) found.push(index)
  return found
}

/** Names with a point inside keep it: "Node.js", "Booking.Com", "St.Petersburg", "www.Example.com". */
function followsPlainWord(segment: string, offset: number, rules: SentenceRules): boolean {
  const before = segment.slice(Math.max(0, offset - reach), offset)
  const word = plainWordAtEnd.exec(before)?.[1]
  return word !== undefined && !rules.leadIns.has(word) && !address.test(before)
}
