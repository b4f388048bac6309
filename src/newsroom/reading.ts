import { analyse } from '../analysis/analyse.ts'
import type { IndexTerms } from '../archive/archive.ts'
import type { Analysis, Draft } from '../article.ts'
import { indexTerms } from '../queries/index-terms.ts'

/** A draft with all that is understood of it: what the worker thread gives back. */
export interface Reading {
  readonly draft: Draft
  readonly analysis: Analysis
  readonly terms: IndexTerms
}

/** Understands a draft: its analysis, and the stems by which it is found again. Pure; takes milliseconds. */
export function understand(draft: Draft): Reading {
  const analysis = analyse(draft)
  return { draft, analysis, terms: indexTerms(draft, analysis) }
}
