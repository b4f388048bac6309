import { balanceMarks } from './quotation-marks.ts'

/** How the sentences of a language point back at what stands before them. All in lower case. */
export interface Dangling {
  /** Pronouns, possessives and demonstratives, where they stand first. */
  readonly pointers: ReadonlySet<string>
  /** What ties a sentence to the one before wherever it stands first. */
  readonly connectives: ReadonlySet<string>
  /** After a demonstrative these point at the calendar: "this week". */
  readonly calendar: ReadonlySet<string>
  /** Beginnings that point back. */
  readonly phrases: readonly RegExp[]
  /** A preposition with something that points back; its first group is the word after. */
  readonly preposition: RegExp
  /** Beginnings that look like one of these and say themselves what they mean. */
  readonly completed: RegExp
  /** A quotation whose speaker is a pronoun, or left out. */
  readonly namelessReporter: RegExp
}

/** Words after which a sentence has told what its beginning points at, if anything does. */
const longestBeginning = 80

const openingMarks = /^["'“‘„‚«»‹›¿¡([{—–\-\s]+/
const firstWords = /^([\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}]+)?)(?:,)?\s*(\p{L}*)/u
const quotation = /^["“„«»]/

/** Whether a sentence begins with something that is understood only after its predecessor. */
export function pointsBackIn(dangling: Dangling, sentence: string): boolean {
  const written = sentence.slice(0, longestBeginning).replace(openingMarks, '')
  const beginning = written.toLowerCase()
  if (dangling.completed.test(beginning)) return false
  const [, first = '', second = ''] = firstWords.exec(beginning) ?? []
  if (dangling.connectives.has(first)) return true
  if (dangling.pointers.has(first)) return !dangling.calendar.has(second)
  if (dangling.phrases.some((phrase) => phrase.test(beginning))) return true
  const found = dangling.preposition.exec(beginning)
  return found !== null && !dangling.calendar.has(found[1] ?? '')
}

/** Whether a sentence is a quotation whose speaker another sentence names. */
export function lacksSpeakerIn(dangling: Dangling, sentence: string): boolean {
  if (!quotation.test(sentence)) return false
  return dangling.namelessReporter.test(sentence) || balanceMarks(sentence).isAllQuoted
}
