/** Who reads a feed: one server, or everybody where it stands in the operator's list of feeds. */
export interface FeedOwner {
  /** The server that added it; absent: it is open to all. */
  readonly server?: string
}

/** How often a publisher wishes to be asked. */
export interface FeedWishes {
  /** Milliseconds that a copy stays good. */
  readonly ttlMs?: number
  /** Hours of the day, UTC, in which nothing new comes: 0–23. */
  readonly skipHours?: readonly number[]
  /** Days in which nothing new comes: 0 is Sunday. */
  readonly skipDays?: readonly number[]
}

/** A feed as it is read: once for all its owners. */
export interface Feed {
  /** Short and URL-safe, unique in the archive. */
  readonly id: string
  /** Where it is asked for. May hold credentials: never to be shown as it stands. */
  readonly url: string
  /** Where its server said the last time that it has moved for good; it is believed when it says so again. */
  readonly movedTo?: string
  /** As the feed calls itself, or the list it came from; absent until it was read once. */
  readonly title?: string
  /** As the server sent them with the last answer; sent back verbatim. */
  readonly etag?: string
  readonly lastModified?: string
  /** As the feed said when it was last read whole: an "unchanged" brings none. */
  readonly wishes?: FeedWishes
  /** Epoch milliseconds before which it is not asked again. */
  readonly nextReadAt: number
  /** Epoch milliseconds of the last answer that could be read, "unchanged" included; absent if there was none yet. */
  readonly readAt?: number
  /** Epoch milliseconds of the newest thing in it that was kept; absent while there is nothing. */
  readonly newsAt?: number
  /** Failures since it was last read. */
  readonly failures: number
  /** Epoch milliseconds of the first of these failures. */
  readonly failingSince?: number
  /** The last failure in plain words; absent after a success. */
  readonly error?: string
  /** Epoch milliseconds until which its server has asked to be left alone; absent where it has not, or did answer since. */
  readonly heldUntil?: number
  /** Why it is asked no longer, in plain words; absent while it is. */
  readonly disabled?: string
  /** Whether its first sight is over: what was in it then is no news. */
  readonly loaded: boolean
}

/** What reading a feed changes. Absent fields stay; null empties. */
export interface FeedChange {
  readonly url?: string
  readonly movedTo?: string | null
  readonly title?: string
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly wishes?: FeedWishes
  readonly nextReadAt?: number
  readonly readAt?: number
  readonly newsAt?: number
  readonly failures?: number
  readonly failingSince?: number | null
  readonly error?: string | null
  readonly heldUntil?: number | null
  readonly disabled?: string | null
  readonly loaded?: boolean
}

/** An entry of a feed as it is remembered, so that it is not taken for news again. */
export interface FeedItem extends KnownItem {
  /** What it is known by: an entry that shares any key with this one is the same. Never empty. */
  readonly keys: readonly string[]
}

/** What is known of an entry by one of its keys. */
export interface KnownItem {
  /** Hash of what the feed says of it: where it differs, the entry was updated. */
  readonly hash: string
  /** Absent where the entry never became an article: an old one at the first sight, or one without words. */
  readonly articleId?: string
}

/** Where feeds are kept. Every method is one transaction. */
export interface Feeds {
  /**
   * Adds a feed for an owner, due at once if nobody had it; a disabled one is asked again, with patience
   * as if it were new. Where others had it, its
   * articles are the new owner's, too.
   * @returns false if this owner has it already: nothing changes then.
   */
  addFeed(feed: Pick<Feed, 'id' | 'url' | 'title'>, owner: FeedOwner, at: number): Promise<boolean>
  /**
   * Takes a feed from an owner: articles that came through nothing else are withdrawn from it. Without owners the feed
   * is forgotten, its entries too.
   * @returns false if the owner did not have it.
   */
  removeFeed(id: string, owner: FeedOwner, at: number): Promise<boolean>
  /** Feeds of one owner, or all of them, in order of their titles. */
  feeds(owner?: FeedOwner): Promise<readonly Feed[]>
  /** One feed; undefined if unknown, or not this owner's where one is named. */
  feed(id: string, owner?: FeedOwner): Promise<Feed | undefined>
  /** Who has a feed, everybody first, then the servers in the order in which they added it; empty if it is unknown. */
  feedOwners(id: string): Promise<readonly FeedOwner[]>
  /**
   * Feeds to be asked now, longest due first; disabled ones never. One that was read later than now is due: the clock was put
   * back, and by it the next reading may be far away.
   */
  dueFeeds(now: number, limit: number): Promise<readonly Feed[]>
  /** Epoch milliseconds at which the next feed is due; undefined if none ever is. */
  nextFeedAt(): Promise<number | undefined>
  /** Writes what reading a feed has changed; nothing if it is known no longer. */
  changeFeed(id: string, change: FeedChange): Promise<void>
  /** What is remembered of the entries with any of these keys, by key. */
  feedItems(feed: string, keys: readonly string[]): Promise<ReadonlyMap<string, KnownItem>>
  /** Remembers entries without keeping an article: those that become none, and those seen again at `at`. */
  recordItems(feed: string, items: readonly FeedItem[], at: number): Promise<void>
  /** Forgets entries last seen before `before` in this feed. @returns how many keys. */
  forgetItems(feed: string, before: number): Promise<number>
}
