import type { Span } from '../article.ts'
import { quotationMark } from './tongues/quotation-marks.ts'
import type { Tongue } from './tongues/tongue.ts'
import { isStopWord, type Word } from './words.ts'

/** What an article does with a word or with a pair of neighbouring words. */
export interface Usage {
  count: number
  /** Sentences that hold it. */
  sentences: number
  /** Place of the first sentence that holds it (see `placesOf`). */
  readonly first: number
  /** Place of the second sentence that holds it; -1 where there is none. */
  second: number
  /** Occurrences with a capital that is not a sentence's first word: names and acronyms. */
  capitalised: number
  /** Occurrences within quotation marks. */
  quoted: number
  /** Index of the latest sentence that was counted. */
  latest: number
}

/** What an article does with one stem, stop words included. */
export interface TermStatistics extends Usage {
  readonly stem: string
  /** Number within the article, in order of first occurrence. */
  readonly id: number
  readonly stop: boolean
}

/** What an article does with two words that follow each other in a sentence. */
export interface PairStatistics extends Usage {
  /** Number within the article, in order of first occurrence. */
  readonly id: number
  readonly left: TermStatistics
  readonly right: TermStatistics
}

/** Statistics of an article's words and pairs of words. */
export interface TermTable {
  /** By stem, in order of first occurrence. */
  readonly terms: ReadonlyMap<string, TermStatistics>
  /** By `pairKey`, in order of first occurrence. */
  readonly pairs: ReadonlyMap<number, PairStatistics>
}

/** More terms than an article can have: two ids make one key below 2^53. */
const mostTerms = 2 ** 26

/** The key of a pair in `TermTable.pairs`. */
export function pairKey(left: TermStatistics, right: TermStatistics): number {
  return left.id * mostTerms + right.id
}

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

/** Shorter "sentences" are datelines and headings; they do not push the news down. */
const fewestWords = 5

/** How many whole sentences stand before each sentence. */
export function placesOf(words: readonly (readonly Word[])[]): readonly number[] {
  let place = 0
  return words.map((sentence) => (sentence.length >= fewestWords ? place++ : place))
}

/** An article whose words are counted. */
interface Counted {
  readonly text: string
  readonly tongue: Tongue
  /** The words of each sentence. */
  readonly words: readonly (readonly Word[])[]
  /** `placesOf(words)`. */
  readonly places: readonly number[]
}

/** Counts the words and the pairs of words of an article. German writes all nouns with capitals: there they tell no names. */
export function countTerms({ text, tongue, words, places }: Counted): TermTable {
  const terms = new Map<string, TermStatistics>()
  const pairs = new Map<number, PairStatistics>()
  for (const [index, sentence] of words.entries()) {
    const first = places[index] ?? 0
    const isQuoted = quotationReader(text, sentence, quotationMark(tongue))
    let left: TermStatistics | undefined
    for (const [position, word] of sentence.entries()) {
      const occurrence = {
        sentence: index,
        place: first,
        capital: tongue !== 'de' && position > 0 && isCapital(text.charAt(word.start)),
        quoted: isQuoted(word),
      }
      const term =
        terms.get(word.stem) ?? newTerm(terms, { ...word, stop: isStopWord(word.lower, tongue) }, first)
      note(term, occurrence)
      if (left) note(pairs.get(pairKey(left, term)) ?? newPair(pairs, left, term, first), occurrence)
      left = term
    }
  }
  return { terms, pairs }
}

interface Occurrence {
  readonly sentence: number
  readonly place: number
  readonly capital: boolean
  readonly quoted: boolean
}

function note(usage: Usage, { sentence, place, capital, quoted }: Occurrence): void {
  usage.count += 1
  if (usage.latest !== sentence) {
    usage.sentences += 1
    if (usage.sentences === 2) usage.second = place
    usage.latest = sentence
  }
  if (capital) usage.capitalised += 1
  if (quoted) usage.quoted += 1
}

function newTerm(
  terms: Map<string, TermStatistics>,
  { stem, stop }: Pick<TermStatistics, 'stem' | 'stop'>,
  first: number,
): TermStatistics {
  const term = {
    stem,
    id: terms.size,
    stop,
    count: 0,
    sentences: 0,
    first,
    second: -1,
    capitalised: 0,
    quoted: 0,
    latest: -1,
  }
  terms.set(stem, term)
  return term
}

function newPair(
  pairs: Map<number, PairStatistics>,
  left: TermStatistics,
  right: TermStatistics,
  first: number,
): PairStatistics {
  const pair = {
    left,
    right,
    id: pairs.size,
    count: 0,
    sentences: 0,
    first,
    second: -1,
    capitalised: 0,
    quoted: 0,
    latest: -1,
  }
  pairs.set(pairKey(left, right), pair)
  return pair
}

/** Tells of each word of a sentence, asked in order, whether an odd number of quotation marks stands before it. */
function quotationReader(text: string, sentence: readonly Word[], mark: RegExp): (word: Word) => boolean {
  let read = sentence[0]?.start ?? 0
  // The mark before the first word is outside of its span.
  while (read > 0 && mark.test(text.charAt(read - 1))) read -= 1
  let open = false
  return ({ start }) => {
    for (; read < start; read += 1) if (mark.test(text.charAt(read))) open = !open
    return open
  }
}

/** Whether a word begins with a capital letter. */
export function isCapital(written: string): boolean {
  const first = written.charAt(0)
  return first !== first.toLowerCase()
}
