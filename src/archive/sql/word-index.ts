import type { Expression, Phrase } from '../expression.ts'
import { always, type Condition } from './condition.ts'

/** The indexes of words, and their columns. */
export const wordTables = {
  /** An article's stems; rows are named by its `seq`. */
  article_words: ['title', 'standfirst', 'text'],
  /** A statement's stems and those of its article's title; rows are named by its `id`. */
  statement_words: ['words', 'title'],
  /** The folded words of an article's title. */
  title_words: ['words'],
  /** The folded words of a speaker's name. */
  speaker_words: ['words'],
} as const

/** One of the indexes. */
export type WordTable = keyof typeof wordTables

/** What rows are to hold. */
export interface Wanted {
  /** Over all columns; a phrase stands within one of them. */
  readonly expression: Expression
  /** Must stand besides in this one column. */
  readonly phrase?: { readonly column: string; readonly stems: Phrase }
}

/** Words that rows are found by. */
export type Sought =
  | Wanted
  | {
      /** Each of them must begin some word of the row. */
      readonly beginnings: readonly string[]
    }

/** Finding rows by words: what each database does in its own way. To be called within its transactions. */
export interface WordIndex {
  /** Makes a row findable by the terms of each column. */
  add(table: WordTable, id: number, terms: Readonly<Record<string, readonly string[]>>): void
  remove(table: WordTable, id: number): void
  /** Rows whose `column` names a row of the index that fits. */
  fit(table: WordTable, column: string, sought: Sought): Condition
  /**
   * SQL for the rows of the index that fit and came last, the last first, as rows of `id`: so many are read and no more. What is
   * sought must name something that must occur.
   */
  last(table: WordTable, sought: Sought, part: Part): Condition
  /** SQL for those of these rows of the index that fit, as rows of `id`: for a few. Sought as by `last`. */
  these(table: WordTable, sought: Sought, ids: readonly number[]): Condition
  /** SQL for the articles that fit an expression, as rows of `id`. It must name something that must occur. */
  articles(expression: Expression, where: Where): Condition
  /**
   * As `articles`, with their `rank`, which is least for the best: bm25 over their weighted columns, as FTS5 reckons it. What
   * `where` leaves out is no less counted for how rare a word is.
   */
  rank(expression: Expression, weights: Readonly<Record<string, number>>): (where: Where) => Condition
  /**
   * SQL for the statements that hold at least half of the stems, each stem counted once: rows of `id` and `weight`, the
   * sum over the found stems of how rare they are: "lighthouse" weighs more than "we", "have" and "to". Of many stems the
   * rarest decide (`decidingStems`).
   */
  near(stems: readonly string[], part: Part): Condition
}

/** An index whose new rows wait for the end of the transaction, or for the next question. */
export interface WaitingWords extends WordIndex {
  /** Writes the rows that wait. */
  readonly flush: () => void
  /** Forgets them: the transaction is undone. */
  readonly forget: () => void
}

/** Does a transaction's work, and writes the rows of the indexes that it left waiting. */
export function indexed<T>(words: WaitingWords, work: () => T): T {
  try {
    const result = work()
    words.flush()
    return result
  } finally {
    words.forget()
  }
}

/** What must hold besides where a column names a row of the index. */
export type Where = (column: string) => Condition

/** Nothing must. */
export const anywhere: Where = () => always

/** Which part of what is found is wanted. */
export interface Part {
  /** So many at most, the first of them; of near ones that weigh as much, the last that came. */
  readonly most: number
  readonly where: Where
}

/** A stem that more statements hold tells as little as one that so many hold: they need not be counted to the end. */
export const commonFrom = 10_000

/** How much a stem tells that so many statements hold, in millionths: whole numbers add up to the same in whatever order. */
export function rarity(statements: number): number {
  return Math.round(1e6 / Math.log2(2 + Math.min(statements, commonFrom)))
}

/** So many different stems are weighed, the first of them. More words than that say hardly anybody's statement. */
const mostWeighed = 400
/** So many decide. What it takes to look for them grows with their square. */
const mostDeciding = 64

/** The stems of what is asked for that are weighed, each once, in order. */
export function stemsToWeigh(stems: readonly string[]): readonly string[] {
  return [...new Set(stems)].slice(0, mostWeighed)
}

/** The rarest of these stems, which decide what is near; of stems as rare as each other those that come first. Rarest first. */
export function decidingStems<Stem extends { readonly weight: number }>(
  weighed: readonly Stem[],
): readonly Stem[] {
  return weighed.toSorted((one, other) => other.weight - one.weight).slice(0, mostDeciding)
}

/** How many of so many different stems make a statement near. */
export function nearEnough(stems: number): number {
  return Math.max(1, stems / 2)
}
