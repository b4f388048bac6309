import type { Span } from '../article.ts'
import { isStopWord, type Word } from './words.ts'

/** What an article does with one stem. */
export interface TermStatistics {
  readonly stem: string
  /** Occurrences in the text. */
  count: number
  /** Sentences that hold it. */
  sentences: number
  /** Index of the first sentence that holds it. */
  readonly firstSentence: number
  /** Occurrences with a capital that is not a sentence's first word: names and acronyms. */
  capitalised: number
  /** Index of the latest sentence that was counted. */
  lastSentence: number
}

/** Statistics of an article's content words, by stem, in order of first occurrence. */
export type TermTable = ReadonlyMap<string, TermStatistics>

/**
 * Words of each sentence, in order. Words outside of every sentence do not occur. Linear: both lists are in order.
 */
export function wordsBySentence(
  words: readonly Word[],
  sentences: readonly Span[],
): readonly (readonly Word[])[] {
  let next = 0
  return sentences.map(({ start, end }) => {
    while (next < words.length && (words[next]?.start ?? end) < start) next += 1
    const first = next
    while (next < words.length && (words[next]?.start ?? end) < end) next += 1
    return words.slice(first, next)
  })
}

/** Counts the content words of an article: those that are no stop words. */
export function countTerms(text: string, sentences: readonly (readonly Word[])[]): TermTable {
  const table = new Map<string, TermStatistics>()
  for (const [index, words] of sentences.entries()) {
    for (const [place, word] of words.entries()) {
      if (isStopWord(word.lower)) continue
      const term = table.get(word.stem) ?? newTerm(table, word.stem, index)
      term.count += 1
      if (term.lastSentence !== index) term.sentences += 1
      term.lastSentence = index
      if (place > 0 && isCapital(text.charAt(word.start))) term.capitalised += 1
    }
  }
  return table
}

function newTerm(table: Map<string, TermStatistics>, stem: string, firstSentence: number): TermStatistics {
  const term = {
    stem,
    count: 0,
    sentences: 0,
    firstSentence,
    capitalised: 0,
    lastSentence: -1,
  }
  table.set(stem, term)
  return term
}

/** Whether a word begins with a capital letter. */
export function isCapital(written: string): boolean {
  const first = written.charAt(0)
  return first !== first.toLowerCase()
}
