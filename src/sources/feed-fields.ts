/** A text as a feed gives it, entities of the XML decoded. */
export interface FeedText {
  readonly value: string
  /** Whether it is HTML; where the feed does not tell, it may be. */
  readonly isHtml: boolean
}

/** What the forms of feeds have in common, before texts are cleaned, addresses resolved and dates read. */
export interface EntryFields {
  readonly title?: FeedText | undefined
  /** Addresses of the article, best first, as written. */
  readonly links: readonly (string | undefined)[]
  readonly id?: string | undefined
  /** As written, best first. */
  readonly published: readonly (string | undefined)[]
  readonly updated: readonly (string | undefined)[]
  readonly authors: readonly (string | undefined)[]
  readonly summary?: FeedText | undefined
  readonly content?: FeedText | undefined
  readonly categories: readonly (string | undefined)[]
  readonly base?: string | undefined
}

/** As `EntryFields`, for the feed itself. */
export interface FeedFields {
  readonly title?: FeedText | undefined
  readonly links: readonly (string | undefined)[]
  readonly id?: string | undefined
  readonly published: readonly (string | undefined)[]
  readonly updated: readonly (string | undefined)[]
  readonly description?: FeedText | undefined
  readonly language?: string | undefined
  readonly base?: string | undefined
  readonly hints: FeedHints
  readonly entries: readonly EntryFields[]
}

/** How often the publisher wishes to be asked. */
export interface FeedHints {
  /** Milliseconds that a copy stays good: RSS's `ttl`, or the period of the syndication module. */
  readonly ttlMs?: number
  /** Hours of the day, UTC, in which nothing new comes: 0–23. */
  readonly skipHours?: readonly number[]
  /** Days in which nothing new comes: 0 is Sunday. */
  readonly skipDays?: readonly number[]
}

/** A text of which the feed does not say whether it is HTML: titles and descriptions of RSS. */
export function maybeHtml(value: string | undefined): FeedText | undefined {
  return value === undefined ? undefined : { value, isHtml: true }
}

/** An id that is an address: only what looks like one. Feeds call plain numbers permanent links too. */
export function urlIn(id: string | undefined): string | undefined {
  return id !== undefined && /^https?:\/\//i.test(id.trim()) ? id : undefined
}

type Names = readonly (string | undefined)[]

/** The first list that names somebody: feeds give the same people in several vocabularies, each in its own form. */
export function firstNamed(...lists: readonly Names[]): Names {
  return lists.find((names) => names.some((name) => name !== undefined)) ?? []
}
