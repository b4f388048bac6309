import type { Span } from '../article.ts'
import { quotationMarksIn } from './tongues/quotation-marks.ts'
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

/** A sentence as numbers, as the search for a summary sees it. */
export interface CountedSentence {
  readonly index: number
  /** Ids of its words, in order. */
  readonly terms: readonly number[]
  /** Ids of its pairs of neighbouring words, in order. */
  readonly pairs: readonly number[]
}

/** Statistics of an article's words and pairs of words. */
export interface TermTable {
  /** By stem, in order of first occurrence. */
  readonly terms: ReadonlyMap<string, TermStatistics>
  /** By `pairKey`, in order of first occurrence. */
  readonly pairs: ReadonlyMap<number, PairStatistics>
  readonly sentences: readonly CountedSentence[]
}

/**
 * The key of a pair in `TermTable.pairs`: another for each, and small for small ids (Szudzik's pairing), since maps are slow
 * with numbers of more than 31 bits.
 */
export function pairKey({ id: left }: TermStatistics, { id: right }: TermStatistics): number {
  return left < right ? right * right + left : left * left + left + right
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
  const quotations = quotationReader(text, tongue)
  const sentences = words.map((sentence, index): CountedSentence => {
    const first = places[index] ?? 0
    quotations.begin(sentence)
    // One object for all words of the sentence, since this is what runs most often.
    const occurrence = { sentence: index, place: first, capital: false, quoted: false }
    const ids: number[] = []
    const pairIds: number[] = []
    let left: TermStatistics | undefined
    for (const word of sentence) {
      occurrence.capital = tongue !== 'de' && left !== undefined && isCapital(text.charAt(word.start))
      occurrence.quoted = quotations.holds(word)
      const term = terms.get(word.stem) ?? newTerm(terms, word, { first, tongue })
      note(term, occurrence)
      ids.push(term.id)
      if (left) {
        const pair = pairs.get(pairKey(left, term)) ?? newPair(pairs, left, term, first)
        note(pair, occurrence)
        pairIds.push(pair.id)
      }
      left = term
    }
    // Copies have no room to grow, which would take as much again.
    return { index, terms: ids.slice(), pairs: pairIds.slice() }
  })
  return { terms, pairs, sentences }
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
  { stem, lower }: Word,
  { first, tongue }: { readonly first: number; readonly tongue: Tongue },
): TermStatistics {
  const term = {
    stem,
    id: terms.size,
    stop: isStopWord(lower, tongue),
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

/** Reads the quotation marks of a text, whose sentences and words are asked for in order. */
interface QuotationReader {
  readonly begin: (sentence: readonly Word[]) => void
  /** Whether an odd number of the sentence's marks stands before the word. */
  readonly holds: (word: Word) => boolean
}

function quotationReader(text: string, tongue: Tongue): QuotationReader {
  const marks = quotationMarksIn(text, tongue)
  let next = 0
  let open = false
  return {
    begin: ([first]) => {
      let from = first?.start ?? 0
      while ((marks[next] ?? from) < from) next += 1
      // The marks before the first word are outside of its span.
      for (; next > 0 && marks[next - 1] === from - 1; from -= 1) next -= 1
      open = false
    },
    holds: ({ start }) => {
      for (; (marks[next] ?? start) < start; next += 1) open = !open
      return open
    },
  }
}

/** Whether a word begins with a capital letter. */
export function isCapital(written: string): boolean {
  const first = written.charAt(0)
  return first !== first.toLowerCase()
}
