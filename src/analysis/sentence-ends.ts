import {
  afterTimes,
  introducers,
  leadIns,
  sentenceStarters,
  sometimesLast,
  timesOfDay,
} from './abbreviations.ts'

/** How far a decision looks back and ahead: the longest word, name or tail of a quotation it must see. Keeps it constant. */
const reach = 80

const lowerStart = /^\p{Ll}/u
/** "iPhone", "eBay" begin sentences in spite of their small letter. */
const brandStart = /^[a-z]{1,2}[A-Z]/
const firstWord = /^["'“‘«([{]*([\p{L}\p{N}][\p{L}\p{N}'’-]*)/u
const quotedCry = /[?!…][”’'"»]+$/
/** `"Really?" John Smith asked`: up to four words of a name, then a verb of reporting. */
const namedReporter =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}?(?:said|says|asked|asks|added|replied|shouted|cried|wrote|told|answered|exclaimed|joked|tweeted|demanded|recalled|yelled|quipped|responded|remarked)\b/u
const pronounReporter = /^(?:He|She|It|They|We|I|You|This|That|But|And)\b/
const initial = /^\p{Lu}\.$/u
const initials = /^(?:\p{Lu}\.-?)+$/u
const capital = /^\p{Lu}/u
const digit = /^\p{N}/u
/** References belong to what they prove: "in 1971. [1]", "he said. (2)". */
const reference = /^(?:\[[^\]\s]{1,4}\]\.?(?:\s+|$))/
/** The number of a heading, list item or figure at the start of its paragraph: "4.", "2.1.", "Figure 2.". */
const itemNumber = /(?:^|\n)[^\S\n]*(?:(?:Figure|Fig\.|Table|Listing|Chapter|Part|Step)\s)?\d[\d.]{0,6}\.$/
const closingAlone = /^[\])}”’»]+(?:\s|$)|^["']+(?:\s|$)/
const address = /(?<!\S)(?=\S*$)\S*?(?:https?:|www\.|@|\/)/i
const lineBreakBefore = /\n[^\S\n]*$/

/**
 * Whether a sentence ends at `end`, one of ICU's candidates (which lie after the white space that follows a mark).
 * Looks at most 80 characters to each side.
 */
export function endsSentence(text: string, end: number): boolean {
  const left = text.slice(Math.max(0, end - reach), end)
  const before = left.trimEnd()
  const after = text.slice(end, end + reach)
  if (before === '' || lineBreakBefore.test(left)) return true
  if (before === left && !gluedStart(before, after)) return false
  if (closingAlone.test(after) || reference.test(after) || itemNumber.test(before)) return false
  if (lowerStart.test(after) && !brandStart.test(after)) return false
  if (quotedCry.test(before) && namedReporter.test(after) && !pronounReporter.test(after)) return false
  const last = lastWord(before)
  return !last.endsWith('.') || last.endsWith('..') || pointEnds(last.toLowerCase(), last, after)
}

/** Whether the point of the word `last` ends its sentence, given what comes after it. */
function pointEnds(lower: string, last: string, after: string): boolean {
  const next = firstWord.exec(after)?.[1] ?? ''
  if (leadIns.has(lower) && (capital.test(next) || lower.length <= 3)) return false
  if (introducers.has(lower) && digit.test(next)) return false
  if (timesOfDay.has(lower)) return !afterTimes.has(next.toLowerCase())
  const starts = sentenceStarters.has(next.toLowerCase())
  if (sometimesLast.has(lower)) return starts || startsQuotation(after)
  if (initial.test(last) || initials.test(last)) return starts && next.length > 1
  return true
}

function startsQuotation(after: string): boolean {
  return /^["“‘]/.test(after)
}

/** Whether a mark with no white space after it ends a sentence: "Why?The" does, an address's "?id=" does not. */
function gluedStart(before: string, after: string): boolean {
  return (
    !address.test(before) &&
    /^["'“‘«([]*\p{Lu}\p{Ll}|^["“]?(?:I|A)\s/u.test(after) &&
    !/\p{Lu}[?!]$/u.test(before)
  )
}

const closingMarks = '])}"\'”’»'
const beforeWord = ' \t\n\u00a0"“‘«([{—–'

/** The last word with its point, without closing marks. By hand: a pattern anchored at the end would try every start. */
function lastWord(before: string): string {
  let end = before.length
  while (end > 0 && closingMarks.includes(before.charAt(end - 1))) end -= 1
  let start = end
  while (start > 0 && !beforeWord.includes(before.charAt(start - 1))) start -= 1
  return before.slice(start, end)
}
