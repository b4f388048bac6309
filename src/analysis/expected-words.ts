import type { Reading } from './reading.ts'
import { pairFeatures, termFeatures } from './summary-features.ts'
import weights from './summary-weights.json' with { type: 'json' }
import type { TermStatistics } from './term-statistics.ts'

/** Weights that tell how a human summary uses its article's words. */
export interface SummaryModel {
  /** By index of a word's feature. */
  readonly terms: ArrayLike<number>
  /** By index of a pair's feature. */
  readonly pairs: ArrayLike<number>
  /** What common words add, by stem: some ("said") are used less in summaries than their use in articles suggests. */
  readonly common: ReadonlyMap<string, number>
}

/** The model learnt from articles with human summaries; summary-weights.json tells from which, and how. */
export const shippedModel: SummaryModel = { ...weights, common: new Map(Object.entries(weights.common)) }

/** How likely a human summary of the article uses its words. */
export interface ExpectedWords {
  /** Probability by `TermStatistics.id`. */
  readonly terms: Float64Array
  /** Probability by `PairStatistics.id`. */
  readonly pairs: Float64Array
}

/** What standing in the headline adds to a word's log odds. The articles trained on have none: chosen by hand. */
const titleOdds = 1.5

/** The standfirst is longer and says less of each of its words. */
const standfirstOdds = 0.5

/** Estimates which words and pairs of words of an article a human summary would use. */
export function expectWords(reading: Reading, model: SummaryModel): ExpectedWords {
  const { terms: table, pairs: pairTable } = reading.table
  const evidence = evidenceOf(reading)
  const odds = new Float64Array(table.size)
  for (const term of table.values())
    odds[term.id] = termOdds(term, reading.length, model) + (evidence.get(term.stem) ?? 0)
  const pairs = new Float64Array(pairTable.size)
  for (const pair of pairTable.values()) {
    const ofWords = { left: odds[pair.left.id] ?? 0, right: odds[pair.right.id] ?? 0 }
    const found = pairFeatures(pair, reading.length, ofWords)
    pairs[pair.id] = probability(total(model.pairs, found))
  }
  return { terms: odds.map(probability), pairs }
}

/** The log odds that a human summary of an article of `length` sentences uses the word. */
export function termOdds(term: TermStatistics, length: number, model: SummaryModel): number {
  return total(model.terms, termFeatures(term, length)) + (model.common.get(term.stem) ?? 0)
}

function evidenceOf({ title, standfirst }: Reading): ReadonlyMap<string, number> {
  const evidence = new Map<string, number>()
  for (const { stem } of standfirst) evidence.set(stem, standfirstOdds)
  for (const { stem } of title)
    evidence.set(stem, (evidence.get(stem) === standfirstOdds ? standfirstOdds : 0) + titleOdds)
  return evidence
}

function total(list: ArrayLike<number>, indexes: readonly number[]): number {
  let sum = 0
  for (const index of indexes) sum += list[index] ?? 0
  return sum
}

function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
