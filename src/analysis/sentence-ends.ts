import { afterTimes } from './abbreviations.ts'
import type { SentenceRules } from './tongues/sentence-rules.ts'

/** How far a decision looks back and ahead: the longest word, name or tail of a quotation it must see. Keeps it constant. */
const reach = 80

const lowerStart = /^\p{Ll}/u
/** "iPhone", "eBay" begin sentences in spite of their small letter. */
const brandStart = /^[a-z]{1,2}[A-Z]/
const firstWord = /^["'“‘„‚«»¿¡([{]*\s?([\p{L}\p{N}][\p{L}\p{N}'’-]*)/u
const quotedCry = /[?!…][”’'"»]+$/
/** `"Really?" John Smith asked`: up to four words of a name, then a verb of reporting. */
const namedReporter =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}?(?:said|says|asked|asks|added|replied|shouted|cried|wrote|told|answered|exclaimed|joked|tweeted|demanded|recalled|yelled|quipped|responded|remarked)\b/u
const pronounReporter = /^(?:He|She|It|They|We|I|You|This|That|But|And)\b/
const initial = /^\p{Lu}\.$/u
const initials = /^(?:\p{Lu}\.-?)+$/u
const capital = /^\p{Lu}/u
const digit = /^\p{N}/u
const ordinal = /^(?:\d{1,3}|[IVX]{1,5})\.$/
/** References belong to what they prove: "in 1971. [1]", "he said. (2)". */
const reference = /^(?:\[[^\]\s]{1,4}\]\.?(?:\s+|$))/
/** The number of a heading, list item or figure at the start of its paragraph: "4.", "2.1.", "Figure 2.". */
const itemNumber = /(?:^|\n)[^\S\n]*(?:(?:Figure|Fig\.|Table|Listing|Chapter|Part|Step)\s)?\d[\d.]{0,6}\.$/
const closingAlone = /^[\])}”’»]+(?:\s|$)|^["']+(?:\s|$)/
const address = /(?<!\S)(?=\S*$)\S*?(?:https?:|www\.|@|\/)/i
const lineBreakBefore = /\n[^\S\n]*$/

/**
 * Whether a sentence ends at `end`, one of ICU's candidates (which lie after the white space that follows a mark), by the rules
 * of its language.
 * Looks at most 80 characters to each side.
 */
export function endsSentence(text: string, end: number, rules: SentenceRules): boolean {
  const left = text.slice(Math.max(0, end - reach), end)
  const before = left.trimEnd()
  const after = text.slice(end, end + reach)
  if (before === '' || lineBreakBefore.test(left)) return true
  if (before === left && !gluedStart(before, after)) return false
  if (closingAlone.test(after) || reference.test(after) || itemNumber.test(before)) return false
  if (lowerStart.test(after) && !brandStart.test(after)) return false
  if (quotedCry.test(before) && namedReporter.test(after) && !pronounReporter.test(after)) return false
  const last = lastWord(before)
  if (!last.endsWith('.') || last.endsWith('..')) return true
  const next = firstWord.exec(after)?.[1] ?? ''
  const begins = rules.starters.has(next.toLowerCase())
  if (rules.spaced?.test(before)) return begins
  if (rules.hasOrdinals && ordinal.test(last)) return begins
  return pointEnds(last, { next, begins, isQuotation: startsQuotation(after) }, rules)
}

/** What comes after a point. */
interface Following {
  /** The first word. */
  readonly next: string
  /** Whether it is a word that begins sentences. */
  readonly begins: boolean
  readonly isQuotation: boolean
}

/** Whether the point of the word `last` ends its sentence, given what comes after it. */
function pointEnds(last: string, { next, begins, isQuotation }: Following, rules: SentenceRules): boolean {
  const lower = last.toLowerCase()
  if (rules.leadIns.has(lower) && (capital.test(next) || lower.length <= 3)) return false
  if (digit.test(next) && (rules.introducers.has(lower) || rules.introducing?.test(lower))) return false
  if (rules.timesOfDay.has(lower)) return !afterTimes.has(next.toLowerCase())
  if (rules.sometimesLast.has(lower)) return begins || isQuotation
  if (initial.test(last) || initials.test(last)) return begins && next.length > 1
  return true
}

function startsQuotation(after: string): boolean {
  return /^["“‘„«¿¡]/.test(after)
}

/** Whether a mark with no white space after it ends a sentence: "Why?The" does, an address's "?id=" does not. */
function gluedStart(before: string, after: string): boolean {
  return (
    !address.test(before) &&
    /^["'“‘«([]*\p{Lu}\p{Ll}|^["“]?(?:I|A)\s/u.test(after) &&
    !/\p{Lu}[?!]$/u.test(before)
  )
}

const closingMarks = '])}"\'”’“»'
const beforeWord = ' \t\n\u00a0\u202f"“‘„‚«([{—–'

/** The last word with its point, without closing marks. By hand: a pattern anchored at the end would try every start. */
function lastWord(before: string): string {
  let end = before.length
  while (end > 0 && closingMarks.includes(before.charAt(end - 1))) end -= 1
  let start = end
  while (start > 0 && !beforeWord.includes(before.charAt(start - 1))) start -= 1
  return before.slice(start, end)
}
