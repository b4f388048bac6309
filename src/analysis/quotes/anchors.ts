import type { Unit } from './units.ts'

/** Where a reported clause stands to its reporting word. */
export type Side = 'before' | 'after'

/** A reporting word, and the sentence it may govern a part of: units from `from` to `to` (exclusive). */
export interface Anchor {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly side: Side
}

/** Steps around a unit, without leaving the anchor's sentence. */
export function near(units: readonly Unit[], anchor: Anchor, index: number): Unit | undefined {
  return index >= anchor.from && index < anchor.to ? units[index] : undefined
}

/** First template of the models of anchors and clauses. */
export const clauseTemplates = 4000
/** Stands for what lies outside the sentence. */
export const none = 1
