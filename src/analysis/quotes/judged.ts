import { acceptFeatures } from './accept-features.ts'
import { type Governing, governingClauses } from './asked.ts'
import { type Chain, chainsOf } from './chains.ts'
import { type Clause, findClauses } from './clauses.ts'
import { keepFeatures } from './keep-features.ts'
import { probability, scoreOf, type Weights } from './model.ts'
import type { Reading } from './reading.ts'

/** A chain of quoted words with the first look's opinion. */
export interface JudgedChain {
  readonly chain: Chain
  /** Its first unit. */
  readonly at: number
  /** The likelihood that it is a quote, on a logarithmic scale and as a chance. */
  readonly score: number
  readonly chance: number
}

/** A reported clause with the first look's opinion. */
export interface JudgedClause {
  readonly clause: Clause
  /** The likelihood that it is a statement, rightly cut, on a logarithmic scale and as a chance. */
  readonly score: number
  readonly chance: number
}

/** All that may be a quote or a reported statement, in reading order, each judged by itself. */
export interface Judged {
  readonly chains: readonly JudgedChain[]
  readonly clauses: readonly JudgedClause[]
  readonly governing: Governing
}

/** Finds what may be quoted or reported, and judges each by the words in and around it. */
export function judge(reading: Reading, weights: Weights): Judged {
  const found = findClauses(reading, weights)
  const governing = governingClauses(reading, found)
  const chains = chainsOf(reading).map((chain) => {
    const score = scoreOf(weights, keepFeatures(reading, chain.first, governing))
    return { chain, at: reading.unitOfRegion[chain.first] ?? 0, score, chance: probability(score) }
  })
  const clauses = found.map((clause) => {
    const score = scoreOf(weights, acceptFeatures(reading, clause))
    return { clause, score, chance: probability(score) }
  })
  return { chains, clauses, governing }
}
