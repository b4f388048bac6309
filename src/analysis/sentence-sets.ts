import type { ExpectedWords } from './expected-words.ts'
import type { Reading } from './reading.ts'
import { pairKey, type TermStatistics } from './term-statistics.ts'

/**
 * A human summary has about this many words for each sentence of ours. Makes the value of a set a balance: a long
 * sentence must bring words that the summary is likely to use.
 */
const expectedWordsPerSentence = 15

/** A sentence as the search for a summary sees it. */
export interface WeighedSentence {
  readonly index: number
  /** Ids of its words, in order. */
  readonly terms: readonly number[]
  /** Ids of its pairs of neighbouring words. */
  readonly pairs: readonly number[]
}

/** Takes a sentence apart for a `SentenceSet`. */
export function weighSentence({ words, table }: Reading, index: number): WeighedSentence {
  const terms: number[] = []
  const pairs: number[] = []
  let left: TermStatistics | undefined
  for (const { stem } of words[index] ?? []) {
    const term = table.terms.get(stem)
    if (term === undefined) continue
    terms.push(term.id)
    const pair = left && table.pairs.get(pairKey(left, term))
    if (pair) pairs.push(pair.id)
    left = term
  }
  return { index, terms, pairs }
}

/** A set of sentences that grows and shrinks at its end while the best is sought. */
export interface SentenceSet {
  /** The members' indexes, in the order in which they came. */
  readonly indexes: readonly number[]
  has(index: number): boolean
  push(sentence: WeighedSentence): void
  pop(): void
  /**
   * What the set is worth as a summary: the expected agreement with a human summary in words and in pairs of words,
   * each as the harmonic mean of precision and recall, added. 0 for no sentences.
   */
  value(): number
}

/** Makes an empty set, valued by the words that are expected of a human summary. */
export function emptySet(expected: ExpectedWords): SentenceSet {
  const terms = new Uint16Array(expected.terms.length)
  const pairs = new Uint16Array(expected.pairs.length)
  const members: WeighedSentence[] = []
  const indexes: number[] = []
  /** After each member. Numbers in a list take no room of their own, those in variables that functions share do. */
  const agreements: number[] = []
  let length = 0
  return {
    indexes,
    has: (index) => indexes.includes(index),
    push(sentence) {
      let agreement = agreements.at(-1) ?? 0
      for (const term of sentence.terms) agreement += repeated(expected.terms[term] ?? 0, count(terms, term))
      for (const pair of sentence.pairs) if (count(pairs, pair) === 0) agreement += expected.pairs[pair] ?? 0
      agreements.push(agreement)
      members.push(sentence)
      indexes.push(sentence.index)
      length += sentence.terms.length
    },
    pop() {
      const last = members.pop()
      if (!last) return
      agreements.pop()
      indexes.pop()
      length -= last.terms.length
      for (const term of last.terms) terms[term] = (terms[term] ?? 1) - 1
      for (const pair of last.pairs) pairs[pair] = (pairs[pair] ?? 1) - 1
    },
    value: () =>
      (2 * (agreements.at(-1) ?? 0)) / Math.max(1, length + expectedWordsPerSentence * indexes.length),
  }
}

/** Counts one more and gives the number before. */
function count(numbers: Uint16Array, id: number): number {
  const before = numbers[id] ?? 0
  numbers[id] = before + 1
  return before
}

/**
 * How far a word is expected again that stands `times` times in the set already: saying the same again is worth
 * little, after three times nothing.
 */
function repeated(probability: number, times: number): number {
  if (times === 0) return probability
  if (times === 1) return probability * probability
  return times === 2 ? probability * probability * probability : 0
}
