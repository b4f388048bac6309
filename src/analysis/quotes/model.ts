import type { Tree } from './trees.ts'

/** Scores of features: the sum of their weights says how likely a choice is, on a logarithmic scale. */
export interface Weights {
  readonly table: Float32Array
  /** For the second look at speakers; empty while they are not learnt. */
  readonly trees: readonly Tree[]
  /** For the second look at reported clauses; empty while they are not learnt. */
  readonly clauseTrees: readonly Tree[]
}

/** The sum of the features' weights. */
export function scoreOf(weights: Weights, features: readonly number[]): number {
  const { table } = weights
  let sum = 0
  for (const feature of features) sum += table[feature] ?? 0
  return sum
}

/** Turns scores of alternatives into probabilities that sum to 1 (softmax). */
export function probabilities(scores: readonly number[]): number[] {
  const highest = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

/** Probability of yes against no (logistic function). */
export function probability(score: number): number {
  return 1 / (1 + Math.exp(-score))
}
