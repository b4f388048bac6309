import type { Analysis, Article, StorySignature } from '../article.ts'
import type { FeedItem } from './feeds.ts'
import type { WrittenWord } from './vocabulary.ts'

/** Where an article came from. An article has one or more origins; without any it is withdrawn. */
export interface Origin {
  /** "file:<path>" or "ingest": unique per way in. */
  readonly key: string
  /** The one server that sees what came this way; absent: the origin is open to everybody. */
  readonly server?: string
}

/** An entry of a feed. As an origin it is one for each owner of the feed, as they are when the article is written. */
export interface FeedOrigin {
  /** Id of the feed. */
  readonly feed: string
  /** Written with the article, so that a killed process neither loses nor repeats it. */
  readonly item: Omit<FeedItem, 'articleId'>
}

/** What the archive remembers of a file, so that an unchanged file is not read again. */
export interface FileRecord {
  /** Relative to the articles folder, '/' between the parts. */
  readonly path: string
  /** In bytes. */
  readonly size: number
  /** Epoch milliseconds, fractions kept as the file system gives them. */
  readonly modifiedAt: number
  /** Hash of the bytes. */
  readonly hash: string
  /** Absent where the file could not be read as an article. */
  readonly articleId?: string
}

/**
 * The stems by which an article is found again, in reading order, each one token of [\p{L}\p{N}]. Stop words
 * are included, so that phrases match.
 */
export interface IndexTerms {
  readonly title: readonly string[]
  readonly standfirst: readonly string[]
  readonly text: readonly string[]
  /** One list for each statement number of the analysis: the stems of all its pieces. */
  readonly statements: readonly (readonly string[])[]
  /** Its different words as they are written, for suggestions of spelling. */
  readonly words: readonly WrittenWord[]
}

/** A post that an article causes. Several of one channel make one delivery: the one that comes first. */
export interface NewDelivery {
  readonly channel: string
  readonly follows: readonly string[]
  /** Absent: at once. */
  readonly plan?: Plan
}

/** When an article is posted. */
export interface Plan {
  /** Epoch milliseconds; absent: at once. */
  readonly at?: number
  /** Together with the others of the channel that are planned for the same moment. */
  readonly isDigest: boolean
  /** So many posts outside of digests at most for each of the follows since a moment; beyond, it waits for a digest. */
  readonly limit?: { readonly most: number; readonly since: number; readonly digestAt: number }
}

/** All that is written, in one transaction, when an article arrives. */
export interface Entry {
  readonly article: Article
  readonly analysis: Analysis
  readonly terms: IndexTerms
  /** By what it finds the others that tell of the same event; absent: it is told alone. */
  readonly story?: StorySignature
  readonly origin: Origin | FeedOrigin
  /** Written with the article, so that a killed process neither loses nor repeats it. */
  readonly file?: FileRecord
  /**
   * Posts to make where the follow's server sees the article and did not before; the others are left out, as are
   * follows that no longer exist or are paused. A delivery of which none is left is not made, nor one into a channel
   * where its story was told already: that message is edited instead (see Edits).
   */
  readonly deliveries: readonly NewDelivery[]
  /** Epoch milliseconds of this keeping. */
  readonly at: number
}

/**
 * What `keep` did. Only `new` causes deliveries. `updated`: title, text, standfirst, publisher, url, author or
 * language differ from before, or the article was withdrawn; `publishedAt` and `firstSeenAt` stay.
 * `unchanged`: none of these, though its origin, file or analysis may have been written anew.
 */
export type Kept = 'new' | 'updated' | 'unchanged'
