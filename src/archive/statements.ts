import type { QuoteKind } from '../article.ts'
import type { Head, Page } from './article-lists.ts'
import type { Expression } from './expression.ts'
import type { Viewer } from './viewer.ts'

/** One statement of one article: all pieces together. */
export interface Statement {
  readonly article: Head
  /** Number within the article. */
  readonly number: number
  /** Most direct kind among the pieces. */
  readonly kind: QuoteKind
  /** The pieces, verbatim, marks included, in reading order. */
  readonly pieces: readonly string[]
  /** The sentences in which the pieces stand, verbatim; " … " where sentences between them are left out. */
  readonly context: string
  readonly speaker?: {
    readonly name: string
    readonly role?: string
    readonly confidence: number
    /** Where the article gives only a surname: the one person of that name among all that the viewer sees. */
    readonly fullName?: string
  }
  /** Opens the article's page at the first piece; absent where the article has no address. */
  readonly link?: string
  /** Other articles that carry the same words; absent if there are none. */
  readonly alsoIn?: Carriers
}

/** Articles that carry a statement. */
export interface Carriers {
  /** The earliest, at most ten, the first to carry it first. */
  readonly first: readonly Carrier[]
  readonly total: number
}

/** An article that carries a statement, and whom it names as its speaker. */
export interface Carrier {
  readonly article: Head
  readonly speaker?: { readonly name: string; readonly confidence: number }
}

/**
 * Which statements: all conditions together. Newest article first, reading order within. Where one of speaker, about
 * and words is asked for, a statement that several articles carry is given once, from the first of those that fit.
 */
export interface StatementFilter {
  readonly viewer: Viewer
  /**
   * Words that must all begin words of the speaker's name: "rubio" finds "Marco Rubio". Case, diacritics and
   * initials beside other words don't count. Finds nothing if there is no letter or digit in it. Who is found by
   * a full name is also found where an article gives only the surname, if nobody else bears it.
   */
  readonly speaker?: string
  /** Over the statement's own words and those of the article's title. */
  readonly about?: Expression
  /**
   * Stems of the statement. `phrase`: in this very order. `near`: at least half of the different ones (of many, half of
   * the 64 rarest among the first 400), anywhere; best match first (rare stems count more than common ones) instead of
   * newest first, and no more than the best thousand.
   */
  readonly words?: { readonly stems: readonly string[]; readonly match: 'phrase' | 'near' }
  readonly publisher?: string
  readonly since?: number
  readonly kinds?: readonly QuoteKind[]
  /** Leave out speakers below this confidence. Means nothing where no `speaker` is asked for. */
  readonly minConfidence?: number
}

/** Whose statements make a timeline, and which of them: conditions as of `StatementFilter`. */
export type TimelineFilter = Omit<StatementFilter, 'words' | 'speaker'> & { readonly speaker: string }

/** What a speaker said on one day. */
export interface TimelineDay {
  /** Epoch milliseconds at which the UTC day begins. */
  readonly startsAt: number
  /** Statements that were first carried on this day. */
  readonly statements: number
  /** What the articles of its surest statements are about, what most share first; at most three, as they write it. */
  readonly topics: readonly string[]
  /** The surest of those that are quoted and long enough to tell something; else the longest. */
  readonly quote: Statement
}

/** A page of days, the newest first. */
export interface Timeline extends Page<TimelineDay> {
  /** Statements of all days together that are told of. */
  readonly statements: number
}
