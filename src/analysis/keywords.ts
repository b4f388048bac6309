import type { Keyword } from '../article.ts'
import { commonestForms } from './commonest-forms.ts'
import { findPhrases, type Phrase } from './phrases.ts'
import type { Reading } from './reading.ts'
import { type KeywordModel, scoreTerms, shippedKeywordModel } from './term-scores.ts'
import { subjectTest } from './tongues/nouns.ts'

/** As many as a card has room for, and as the readers of a card take in. */
export const mostKeywords = 12

/** What weighs less than this share of the heaviest is chance. */
const leastOfHeaviest = 0.1

/** In other languages than that of the weights, what stands in the headline weighs too much beside the rest. */
const leastOfHeaviestElsewhere = 0.06

/** Of the words of a phrase, one that stands alone this much of the time is a keyword of its own. */
const aloneShare = 0.5

interface Weighed {
  readonly stem: string
  readonly weight: number
}

/**
 * Finds what an article is about: single words and terms of up to four words in their commonest written form
 * ("corruption scandal"), heaviest first, at most 12. No stop words, weekdays, numbers or single letters; no word
 * twice, alone and within a term, unless it stands alone more often than not.
 */
export function findKeywords(
  reading: Reading,
  model: KeywordModel = shippedKeywordModel,
): readonly Keyword[] {
  const scores = scoreTerms(reading, model)
  const isSubject = subjectTest(reading)
  const phrases = findPhrases(reading, scores).filter(({ stem }) => isSubject(stem))
  const covered = coveredByPhrases(phrases)
  const words = [...reading.table.terms.values()]
    .filter(
      ({ stem, count, stop }) =>
        !stop && isTermLike(stem) && isSubject(stem) && (covered.get(stem) ?? 0) < count * aloneShare,
    )
    .map(({ stem }) => ({ stem, weight: scores.get(stem) ?? 0 }))
  const heaviestFirst = [...phrases, ...words].sort(
    (a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1),
  )
  const share = reading.tongue === 'en' ? leastOfHeaviest : leastOfHeaviestElsewhere
  const least = share * (heaviestFirst[0]?.weight ?? 0)
  return written(
    reading,
    heaviestFirst.slice(0, mostKeywords).filter(({ weight }) => weight >= least),
  )
}

/** How many of each stem's occurrences lie within one of the phrases; all where it is part of a name. */
function coveredByPhrases(phrases: readonly Phrase[]): ReadonlyMap<string, number> {
  const covered = new Map<string, number>()
  for (const { stem, count, named } of phrases) {
    const all = named ? Number.POSITIVE_INFINITY : count
    for (const part of new Set(stem.split(' '))) covered.set(part, (covered.get(part) ?? 0) + all)
  }
  return covered
}

/** At least two characters, not only digits. */
function isTermLike(stem: string): boolean {
  return stem.length > 1 && /\p{L}/u.test(stem)
}

/** Gives each its commonest written form and its weight relative to the heaviest. */
function written(reading: Reading, chosen: readonly Weighed[]): readonly Keyword[] {
  const forms = commonestForms(reading, new Set(chosen.map(({ stem }) => stem)))
  const heaviest = chosen[0]?.weight ?? 0
  return chosen.map(({ stem, weight }) => ({
    term: forms.get(stem) ?? stem,
    stem,
    weight: heaviest > 0 ? weight / heaviest : 1,
  }))
}
