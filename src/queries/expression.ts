import { allTongues, type Tongue } from '../analysis/tongues/tongue.ts'
import { stemsInAll } from '../analysis/words.ts'
import type { Expression, Phrase } from '../archive/expression.ts'
import { UserError } from '../errors.ts'

/** Longest expression that is read; a longer one is refused, so that no query costs more than a query should. */
const maxExpressionLength = 300

interface Term {
  /** As articles of each language hold it. */
  readonly phrases: readonly Phrase[]
  readonly negated: boolean
  /** "OR" stood before it: it joins the group of the term before. */
  readonly alternative: boolean
}

/**
 * Reads the language that searches and follows share: words (all must occur), "exact phrases", -not, and OR
 * (in capitals) between neighbours. Words are compared by their stems, so "talks" finds "talk", and are looked for in articles
 * of each of the languages by the stems that they have there: stems of different languages are never equal. Marks that
 * are not closed run to the end; a word without letters or digits is passed over.
 * @throws UserError if nothing is left to look for, or the text is longer than 300 characters.
 * @example parseExpression('rates OR interest -gold', ['en']) // => { all: [[['rate'], ['interest']]], none: [['gold']] }
 */
export function parseExpression(text: string, tongues: readonly Tongue[] = allTongues): Expression {
  if (text.length > maxExpressionLength) {
    throw new UserError({ kind: 'expressionTooLong', length: text.length, most: maxExpressionLength })
  }
  const all: Phrase[][] = []
  const none: Phrase[] = []
  for (const term of readTerms(text, tongues)) {
    const group = all.at(-1)
    if (term.negated) none.push(...term.phrases)
    else if (term.alternative && group !== undefined) group.push(...term.phrases)
    else all.push([...term.phrases])
  }
  if (all.length + none.length === 0) throw new UserError({ kind: 'noWord', text })
  return { all, none }
}

// An optional minus, then a phrase in marks of any style or a run without white space. No two branches can
// begin alike, so that matching never goes back.
const termPattern = /(-?)(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))/gu

function* readTerms(text: string, tongues: readonly Tongue[]): Generator<Term> {
  let alternative = false
  for (const [, minus, quoted, bare] of text.matchAll(termPattern)) {
    if (bare === 'OR' && minus === '') {
      alternative = true
      continue
    }
    const phrases = stemsInAll(quoted ?? bare ?? '', tongues)
    if (phrases.length > 0) yield { phrases, negated: minus === '-', alternative }
    alternative = false
  }
}

/**
 * Whether texts, given as their stems in reading order, fulfil an expression: each phrase may stand in any one
 * of them, as in the archive's index.
 */
export function fulfils(expression: Expression, texts: readonly (readonly string[])[]): boolean {
  const occurs = (phrase: Phrase): boolean => texts.some((text) => findPhrase(text, phrase) >= 0)
  return expression.all.every((group) => group.some(occurs)) && !expression.none.some(occurs)
}

/** Index at which a phrase first begins in a list of stems, -1 if it does not occur. */
export function findPhrase(text: readonly string[], phrase: Phrase): number {
  const [first] = phrase
  if (first === undefined) return -1
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (phrase.every((stem, offset) => text[at + offset] === stem)) return at
  }
  return -1
}

/** Every stem that an expression asks for, without repetition; what it excludes is left out. */
export function wantedStems(expression: Expression): ReadonlySet<string> {
  return new Set(expression.all.flat(2))
}
