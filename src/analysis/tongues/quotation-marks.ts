import type { Tongue } from './tongue.ts'

const english = /["“”]/
/** Those of all languages besides English. */
const elsewhere = /["“”„«»]/
const marks = new RegExp(elsewhere, 'g')
const englishMarks = new RegExp(english, 'g')

/** What matches one double quotation mark of a language; single ones are apostrophes more often. */
export function quotationMark(tongue: Tongue): RegExp {
  return tongue === 'en' ? english : elsewhere
}

/** Where the double quotation marks of a language stand in a text, in order. */
export function quotationMarksIn(text: string, tongue: Tongue): readonly number[] {
  const found: number[] = []
  for (const { index } of text.matchAll(tongue === 'en' ? englishMarks : marks)) found.push(index)
  return found
}

/** How a sentence's quotation marks pair: all of them, one still open at its end, or one closed that it did not open. */
export type Balance = 'whole' | 'open' | 'closing'

/** How the quotation marks of a sentence pair. */
interface Marks {
  readonly balance: Balance
  /** Whether all of the sentence stands between its first mark and its last. */
  readonly isAllQuoted: boolean
}

/**
 * Pairs the quotation marks of one sentence as they come: „ opens always; of the others each may open in one language and
 * close in another (“ « »), so that the first opens and the second closes. A mark at the end that nothing opened closes.
 */
export function balanceMarks(sentence: string): Marks {
  const found = [...sentence.matchAll(marks)]
  let isOpen = false
  for (const { 0: mark } of found) isOpen = mark === '„' || !isOpen
  const isAllQuoted = found.length === 2 && isAt(sentence, found, 0) && isAt(sentence, found, 1)
  if (!isOpen) return { balance: 'whole', isAllQuoted }
  const last = found.at(-1)?.index ?? 0
  const closes =
    found.length === 1 && last > 0 && !/\S/.test(sentence.slice(last + 1)) && found[0]?.[0] !== '„'
  return { balance: closes ? 'closing' : 'open', isAllQuoted: false }
}

/** Whether the first mark opens the sentence, or the second one ends it. */
function isAt(sentence: string, found: readonly RegExpExecArray[], which: 0 | 1): boolean {
  const index = found[which]?.index ?? -1
  return which === 0 ? index === 0 : /^[.,!?…\s]*$/.test(sentence.slice(index + 1))
}
