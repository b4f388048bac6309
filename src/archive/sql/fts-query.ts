import type { Expression, Phrase } from '../expression.ts'

/** Private-use characters stand for the ASCII characters that the tokenizer would split at or change. */
const privateUse = 0xe000
/** Stands for a term without any characters. */
const emptyToken = '\ue0ff'
/** MATCH text that finds no row: this token is never written. */
const nothing = '"\ue0fe"'

/**
 * A term as one FTS token, whatever characters it holds: a-z, 0-9 and everything beyond ASCII stand for
 * themselves, all else becomes a private-use character. So no term can end a phrase or say an operator.
 */
export function ftsToken(term: string): string {
  if (term === '') return emptyToken
  return term.replace(/[\0-/:-`{-\x7f]/g, (character) =>
    String.fromCharCode(privateUse + character.charCodeAt(0)),
  )
}

/** The terms as they are given to an FTS table. */
export function ftsText(terms: readonly string[]): string {
  return terms.map(ftsToken).join(' ')
}

/** MATCH text for these very terms in this order. */
export function phraseMatch(phrase: Phrase): string {
  return phrase.length === 0 ? nothing : `"${ftsText(phrase)}"`
}

/** MATCH text for rows in which each of the words begins some word. */
export function prefixMatch(words: readonly string[]): string {
  return words.map((word) => `"${ftsToken(word)}"*`).join(' AND ')
}

/** MATCH text for rows with at least one of the phrases. */
export function anyMatch(phrases: readonly Phrase[]): string {
  return phrases.map(phraseMatch).join(' OR ')
}

/**
 * An expression in FTS words: rows must be found by `match`, or, where the expression names nothing that must
 * occur, must not be found by `unlike`. Both are absent if it matches everything.
 */
export interface FtsCondition {
  readonly match?: string
  readonly unlike?: string
}

/** `extra` is MATCH text that must hold besides. A group without phrases can never hold: nothing matches. */
export function ftsCondition(expression: Expression, extra?: string): FtsCondition {
  const groups = expression.all.map((group) => (group.length === 0 ? nothing : `(${anyMatch(group)})`))
  const wanted = [...groups, ...(extra === undefined ? [] : [`(${extra})`])].join(' AND ')
  const unwanted = anyMatch(expression.none)
  if (wanted === '') return unwanted === '' ? {} : { unlike: unwanted }
  return { match: unwanted === '' ? wanted : `(${wanted}) NOT (${unwanted})` }
}
