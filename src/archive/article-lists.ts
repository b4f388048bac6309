import type { Analysis, Article } from '../article.ts'
import type { Expression } from './expression.ts'
import type { Viewer } from './viewer.ts'

/** One line of a list of articles. */
export interface Head {
  readonly id: string
  readonly url?: string
  readonly title: string
  readonly publisher: string
  readonly author?: string
  readonly publishedAt: number
  readonly firstSeenAt: number
  /** The best sentence, verbatim; absent where no sentence is fit. */
  readonly gist?: string
  /** Epoch milliseconds at which title or text last changed; absent while they never did. */
  readonly correctedAt?: number
}

/** An article with everything that is known of it. */
export interface StoredArticle {
  readonly article: Article
  readonly analysis: Analysis
  readonly correctedAt?: number
}

/** What is left to say of an article that was withdrawn. */
export interface WithdrawnArticle extends Head {
  /** Epoch milliseconds at which it lost its last origin. */
  readonly withdrawnAt: number
}

/** A page of a list, and how many there are in all. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  /** There are more than `total`: they are not counted, so that an answer takes no longer the larger the archive is. */
  readonly isMore?: true
}

/**
 * Lists that come newest first are counted so far, and no further than the page that is asked for; the days of a speaker are made
 * of so many statements, or a few times as many.
 */
export const mostCounted = 200

/** Which part of a list is wanted. */
export interface Window {
  /** How many to pass over. */
  readonly offset: number
  /** How many at most. */
  readonly limit: number
}

/** Which articles: all conditions together. */
export interface ArticleFilter {
  readonly viewer: Viewer
  /** Over title, standfirst and text; a phrase stands within one of them. */
  readonly about?: Expression
  /** Name of the publisher, compared without case and diacritics. */
  readonly publisher?: string
  /** Published at or after, epoch milliseconds. */
  readonly since?: number
  /** Published before, epoch milliseconds. */
  readonly before?: number
  /** With a statement by somebody who is called so (as `StatementFilter.speaker`) and surely made it. */
  readonly speaker?: string
}

/** Which articles, and how they are ranked. */
export interface SearchFilter extends ArticleFilter {
  readonly about: Expression
  /**
   * Epoch milliseconds. A match counts for more the newer the article is at this moment: half as much again for what is
   * published now, a quarter after a half-life of 90 days, and so on. Absent: words alone count.
   */
  readonly now?: number
}
