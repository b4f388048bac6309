import weights from './keyword-weights.json' with { type: 'json' }
import type { Reading } from './reading.ts'
import { termFeatures } from './summary-features.ts'

/** Weights that tell which of an article's words its headline uses. */
export interface KeywordModel {
  /** By index of a word's feature. */
  readonly terms: ArrayLike<number>
  /** What common words add, by stem: "report" stands in many articles and few headlines. */
  readonly common: ReadonlyMap<string, number>
}

/** The model learnt from articles with headlines; keyword-weights.json tells from which, and how. */
export const shippedKeywordModel: KeywordModel = {
  ...weights,
  common: new Map(Object.entries(weights.common)),
}

/** What standing in the headline adds to the log odds of a word: editors chose it, but not as a list of subjects. */
const titleOdds = 1.5

/** The standfirst is longer and says less of each of its words. */
const standfirstOdds = 0.7

/**
 * How much each content word of an article says about it, by stem: the probability that a headline which the model
 * has not seen uses it. Stop words are left out.
 *
 * Frequency here against frequency in news is the strongest of its features, as in `natural`'s TfIdf; that one needs
 * the other documents in memory and knows nothing of where and how a word stands.
 */
export function scoreTerms(
  { table, title, standfirst, length }: Reading,
  model: KeywordModel,
): ReadonlyMap<string, number> {
  const inTitle = new Set(title.map((word) => word.stem))
  const inStandfirst = new Set(standfirst.map((word) => word.stem))
  const scores = new Map<string, number>()
  for (const term of table.terms.values()) {
    if (term.stop) continue
    let odds = model.common.get(term.stem) ?? 0
    if (inTitle.has(term.stem)) odds += titleOdds
    if (inStandfirst.has(term.stem)) odds += standfirstOdds
    for (const index of termFeatures(term, length)) odds += model.terms[index] ?? 0
    scores.set(term.stem, 1 / (1 + Math.exp(-odds)))
  }
  return scores
}
