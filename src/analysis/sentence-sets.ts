import type { ExpectedWords } from './expected-words.ts'
import type { CountedSentence } from './term-statistics.ts'

/**
 * A human summary has about this many words for each sentence of ours. Makes the value of a set a balance: a long
 * sentence must bring words that the summary is likely to use.
 */
const expectedWordsPerSentence = 15

/** A set of sentences that grows and shrinks at its end while the best is sought. */
export interface SentenceSet {
  /** The members' indexes, in the order in which they came. */
  readonly indexes: readonly number[]
  has(index: number): boolean
  push(sentence: CountedSentence): void
  pop(): void
  /**
   * What the set is worth as a summary: the expected agreement with a human summary in words and in pairs of words,
   * each as the harmonic mean of precision and recall, added. 0 for no sentences.
   */
  value(): number
  /** The set is worth no more than this with these sentences besides: words that it has already count as if they were new. */
  mostWith(sentences: readonly CountedSentence[]): number
}

/** Sums of fractions differ by less than this, whatever their order. */
const rounding = 1e-9

/** Makes an empty set, valued by the words that are expected of a human summary. */
export function emptySet(expected: ExpectedWords): SentenceSet {
  const terms = new Uint16Array(expected.terms.length)
  const pairs = new Uint16Array(expected.pairs.length)
  const members: CountedSentence[] = []
  const agreements: number[] = []
  const indexes: number[] = []
  const alone = agreementsAlone(expected)
  let agreement = 0
  let length = 0
  return {
    indexes,
    has: (index) => indexes.includes(index),
    push(sentence) {
      members.push(sentence)
      agreements.push(agreement)
      indexes.push(sentence.index)
      length += sentence.terms.length
      for (const term of sentence.terms) agreement += repeated(expected.terms[term] ?? 0, count(terms, term))
      for (const pair of sentence.pairs) if (count(pairs, pair) === 0) agreement += expected.pairs[pair] ?? 0
    },
    pop() {
      const last = members.pop()
      if (!last) return
      indexes.pop()
      agreement = agreements.pop() ?? 0
      length -= last.terms.length
      for (const term of last.terms) terms[term] = (terms[term] ?? 1) - 1
      for (const pair of last.pairs) pairs[pair] = (pairs[pair] ?? 1) - 1
    },
    value: () => worth(agreement, length, indexes.length),
    mostWith(sentences) {
      const more = sentences.filter(({ index }) => !indexes.includes(index))
      const agreed = more.reduce((sum, sentence) => sum + alone(sentence), agreement)
      const words = more.reduce((sum, sentence) => sum + sentence.terms.length, length)
      return worth(agreed, words, indexes.length + more.length) + rounding
    },
  }
}

function worth(agreement: number, words: number, sentences: number): number {
  return (2 * agreement) / Math.max(1, words + expectedWordsPerSentence * sentences)
}

/** What a sentence adds at most; reckoned once for each. */
function agreementsAlone({ terms, pairs }: ExpectedWords): (sentence: CountedSentence) => number {
  const known = new Map<number, number>()
  return (sentence) => {
    const before = known.get(sentence.index)
    if (before !== undefined) return before
    let agreement = 0
    for (const term of sentence.terms) agreement += terms[term] ?? 0
    for (const pair of sentence.pairs) agreement += pairs[pair] ?? 0
    known.set(sentence.index, agreement)
    return agreement
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
