import type { Token } from '../quotes/tokens.ts'
import { wordList } from '../tongues/word-list.ts'
import { numberWords } from './peoples.ts'

/** Say how exact a number is: "about four", "more than half", "at least 200". */
const hedges = wordList(
  'about around nearly almost roughly approximately only just over under than more less fewer least at some',
)
/** Those that lead up to a noun as well. */
const placing = new Set(['about', 'around', 'over', 'under'])
const shares = wordList('third thirds quarter quarters fifth fifths majority percent')

/** Where a phrase that begins with a number really begins: "about 80 pilots" with "about", "least 80" with "at". Others are left. */
export function startOfQuantity(tokens: readonly Token[], start: number): number {
  const isHedged = hedges.has(tokens[start]?.lower ?? '')
  if (!isNumber(tokens[isHedged ? start + 1 : start])) return start
  let at = start
  while (hedges.has(tokens[at - 1]?.lower ?? '') && isBeside(tokens[at - 1], tokens[start])) at--
  while (at < start && isPreposition(tokens, at)) at++
  return at
}

/** "Looked at 80 pilots", "the song about one pilot", "talked about two pilots"; but "at least 80", "said about 80 pilots". */
function isPreposition(tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]]
  if (token?.lower === 'at') return after?.lower !== 'least' && after?.lower !== 'most'
  if (!placing.has(token?.lower ?? '') || !isBeside(before, token)) return false
  return before !== undefined && /^[NV]/.test(before.tag) && before.lower !== 'said'
}

/** Past "in 10" or "out of five" at `index`, where a number stands before it; `index` itself where there is none. */
export function endOfRatio(tokens: readonly Token[], index: number): number {
  const out = tokens[index]?.lower === 'out' && tokens[index + 1]?.lower === 'of'
  if (!out && tokens[index]?.lower !== 'in') return index
  const whole = out ? index + 2 : index + 1
  const isRatio = isNumber(tokens[index - 1]) && isNumber(tokens[whole])
  return isRatio && isBeside(tokens[index - 1], tokens[whole]) ? whole + 1 : index
}

function isNumber(token: Token | undefined): boolean {
  if (token === undefined) return false
  return token.tag === 'CD' || numberWords.has(token.lower.replace(/-.*/, '')) || shares.has(token.lower)
}

function isBeside(token: Token | undefined, other: Token | undefined): boolean {
  return token?.paragraph === other?.paragraph && token?.region === other?.region
}
