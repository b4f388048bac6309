import type { Draft, StorySignature } from '../article.ts'
import { textHash } from '../text-hash.ts'
import { inverseFrequency } from './document-frequencies.ts'
import { minHash, wordingKeys } from './min-hash.ts'
import { isDayOrMonth } from './tongues/calendar-words.ts'
import { type Tongue, tongueOf } from './tongues/tongue.ts'
import { findWords, isStopWord, type Word } from './words.ts'

/** So many words of a text are looked at: outlets cut agency texts at the end, and what happened stands at the beginning. */
const mostWords = 1000
/** Characters that a word and what follows it may take on average. */
const longestWord = 20
/** Words of the text that stand for its beginning, which says what happened. */
const openingWords = 60
/** How often a word of headline, opening and standfirst counts. */
const titleCount = 3
const openingCount = 2
/** Terms that are compared, and those of them by which an article is found. */
const mostTerms = 48
const keyTerms = 12

/** What other articles about the same event know an article by. Pure; bounded in time and size whatever the text's length. */
export function storySignature({ title, standfirst = '', text, language }: Draft): StorySignature {
  const tongue = tongueOf(language)
  const [headline, abstract, body] = [
    firstWords(title, tongue),
    firstWords(standfirst, tongue),
    firstWords(text, tongue),
  ]
  const wording = minHash(body.map(({ stem }) => stem))
  const opening = [...abstract, ...body.slice(0, openingWords)]
  const terms = weigh(countTerms({ headline, opening, body }, tongue))
  return {
    wording,
    terms,
    particulars: particularsOf([...headline, ...abstract, ...body], tongue),
    keys: [...wordingKeys(wording), ...terms.slice(0, keyTerms).map(([stem]) => textHash(`term ${stem}`))],
  }
}

/** An endless text is not taken apart for its first words. */
function firstWords(text: string, tongue: Tongue): readonly Word[] {
  return findWords(text.slice(0, mostWords * longestWord), tongue).slice(0, mostWords)
}

interface Parts {
  readonly headline: readonly Word[]
  readonly opening: readonly Word[]
  readonly body: readonly Word[]
}

function countTerms({ headline, opening, body }: Parts, tongue: Tongue): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (words: readonly Word[], count: number): void => {
    for (const word of words) {
      const { stem } = word
      if (isTelling(word, tongue)) counts.set(stem, (counts.get(stem) ?? 0) + count)
    }
  }
  add(headline, titleCount)
  add(opening, openingCount - 1)
  add(body, 1)
  return counts
}

function isTelling({ lower, stem }: Word, tongue: Tongue): boolean {
  return stem.length > 1 && !/\d/.test(stem) && !isStopWord(lower, tongue)
}

/** tf-idf, the heaviest as a vector of length 1. */
function weigh(counts: ReadonlyMap<string, number>): StorySignature['terms'] {
  const weighed = Array.from(
    counts,
    ([stem, count]) => [stem, (1 + Math.log(count)) * inverseFrequency(stem)] as const,
  )
    .filter(([, weight]) => weight > 0)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .slice(0, mostTerms)
  const length = Math.hypot(...weighed.map(([, weight]) => weight))
  return weighed.map(([stem, weight]) => [stem, rounded(weight / length)] as const)
}

/** Four digits are enough and small to keep. */
function rounded(weight: number): number {
  return Math.round(weight * 1e4) / 1e4
}

function particularsOf(words: readonly Word[], tongue: Tongue): readonly string[] {
  const telling = words.filter(({ lower, stem }) => /\d/.test(stem) || isDayOrMonth(lower, tongue))
  return [...new Set(telling.map(({ stem }) => stem))]
}
