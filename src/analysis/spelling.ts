import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import levenshtein from 'natural/lib/natural/distance/levenshtein_distance.js'

/** A word that may have been meant. */
export interface SpellingCandidate {
  /** In lower case. */
  readonly word: string
  /** How many articles hold it. */
  readonly articles: number
}

/** Letters that a typed word of so many may differ in: one up to five letters, two up to nine, then three. */
const allowances = [
  [5, 1],
  [9, 2],
  [Number.POSITIVE_INFINITY, 3],
] as const

/**
 * The candidate that was most likely meant by a word as typed: fewest letters wrong, missing, too many or swapped
 * (Damerau and Levenshtein), then the same first letter, then the one in most articles, then the nearest by Jaro and
 * Winkler. Undefined if none is near enough.
 * @example closestSpelling('hrabour', [{ word: 'harbour', articles: 3 }])  // => 'harbour'
 */
export function closestSpelling(typed: string, candidates: readonly SpellingCandidate[]): string | undefined {
  const most = allowances.find(([letters]) => typed.length <= letters)?.[1] ?? 0
  const [closest] = candidates
    .filter(({ word }) => Math.abs(word.length - typed.length) <= most)
    .map(({ word, articles }) => ({
      word,
      articles,
      distance: levenshtein.DamerauLevenshteinDistance(typed, word, { restricted: true }),
      begins: word[0] === typed[0] ? 0 : 1,
      nearness: jaroWinkler(typed, word, {}),
    }))
    .filter(({ distance }) => distance > 0 && distance <= most)
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        a.begins - b.begins ||
        b.articles - a.articles ||
        b.nearness - a.nearness ||
        (a.word < b.word ? -1 : 1),
    )
  return closest?.word
}
