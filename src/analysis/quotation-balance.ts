import { type Balance, balanceMarks } from './tongues/quotation-marks.ts'
import type { Tongue } from './tongues/tongue.ts'

const singleMarks = "'‘’"
const anyMark = /["“”«»'‘’]/
const quotationMark = /["“”«»]|''|(?<![\p{L}\p{N}])[‘']|['’](?![\p{L}\p{N}])/gu

/**
 * Pairs the quotation marks of one sentence by the side on which they stand. Apostrophes inside words are none, and
 * one after a word's end is taken as one unless a single quotation is open: "the workers' party". Outside of English, double
 * marks alone are read.
 */
export function quotationBalance(sentence: string, tongue: Tongue = 'en'): Balance {
  if (tongue !== 'en') return balanceMarks(sentence).balance
  if (!anyMark.test(sentence)) return 'whole'
  let double = 0
  let single = 0
  for (const { 0: mark, index } of sentence.matchAll(quotationMark)) {
    const opens = isOpening(sentence, mark, index)
    if (singleMarks.includes(mark)) {
      if (!opens && single === 0 && /[.,!?]/.test(sentence.charAt(index - 1))) return 'closing'
      single = opens ? 1 : 0
    } else if (opens && double === 0) double = 1
    else if (double === 1) double = 0
    else return 'closing'
  }
  return double + single > 0 ? 'open' : 'whole'
}

const bracket = /[()[\]]/

function isOpening(sentence: string, mark: string, index: number): boolean {
  if (mark === '“' || mark === '‘' || mark === '«') return true
  if (mark === '”' || mark === '’' || mark === '»') return false
  const after = sentence.charAt(index + mark.length)
  const before = sentence.charAt(index - 1)
  if (mark === "'" && /\p{N}/u.test(after)) return false
  return /[\p{L}\p{N}$£€([.…]/u.test(after) && !/[\p{L}\p{N}.,!?%)]/u.test(before)
}

/** How many brackets a sentence opens and does not close; less than 0 where it closes one that it did not open. */
export function bracketBalance(sentence: string): number {
  if (!bracket.test(sentence)) return 0
  let open = 0
  for (const character of sentence) {
    if (character === '(' || character === '[') open += 1
    else if (character === ')' || character === ']') open -= 1
    if (open < 0) return open
  }
  return open
}
