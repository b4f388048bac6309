import { analyse } from '../analysis/analyse.ts'
import { storySignature } from '../analysis/story-signature.ts'
import { articleLanguage } from '../analysis/tongues/article-language.ts'
import type { IndexTerms } from '../archive/entry.ts'
import type { Analysis, Draft, StorySignature } from '../article.ts'
import { indexTerms } from '../queries/index-terms.ts'

/** A draft with all that is understood of it: what the worker thread gives back. */
export interface Reading {
  readonly draft: Draft
  readonly analysis: Analysis
  readonly terms: IndexTerms
  readonly story: StorySignature
}

/**
 * Understands a draft: its language, its analysis, the stems by which it is found again, and by what it finds its story. Pure;
 * takes milliseconds.
 */
export function understand(read: Draft): Reading {
  const draft = { ...read, language: articleLanguage(read) }
  const analysis = analyse(draft)
  return { draft, analysis, terms: indexTerms(draft, analysis), story: storySignature(draft) }
}
