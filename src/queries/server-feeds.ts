import type { Feed } from '../archive/feeds.ts'
import type { Problem } from '../problems.ts'

/** Who looks after the feeds of a server. */
export interface Manager {
  /** Id of the server. */
  readonly server: string
  /** Id of the person, for the log and for what is counted. */
  readonly member: string
}

/** A feed as it is shown: its state, and nothing of what its address keeps secret. */
export interface FeedState
  extends Pick<
    Feed,
    | 'id'
    | 'nextReadAt'
    | 'readAt'
    | 'newsAt'
    | 'failures'
    | 'failingSince'
    | 'error'
    | 'heldUntil'
    | 'disabled'
  > {
  /** As the feed calls itself; its address until that is known. */
  readonly name: string
  /** Without scheme and secrets; of feeds that are open to all the host alone. */
  readonly address: string
  /** False for a feed of the operator's list, which is open to all and not the server's to change. */
  readonly isOwn: boolean
}

/** A feed that was found at an address. */
export interface FoundFeed {
  readonly name: string
  /** Without scheme and secrets. */
  readonly address: string
  /** Whether the server reads it already. */
  readonly isKnown: boolean
  /** Its newest entries, newest first. */
  readonly newest: readonly { readonly title: string; readonly publishedAt?: number }[]
}

/** What came of an address: it was a feed and is read from now on, or it is a page that has feeds to choose from. */
export type Finding =
  | { readonly kind: 'added'; readonly feed: FoundFeed }
  | { readonly kind: 'offer'; readonly key: string; readonly feeds: readonly FoundFeed[] }

/** A list of feeds, to be read by any feed reader. */
export interface ExportedFeeds {
  /** OPML, with the addresses as they were added. */
  readonly opml: string
  /** How many are in it. */
  readonly feeds: number
  /** How many of the server's addresses hold a password or key. */
  readonly secrets: number
  /** Whether these are in the list; if not, their feeds are left out. */
  readonly hasSecrets: boolean
}

/** A file that somebody handed in. */
export interface GivenFile {
  readonly name: string
  readonly url: string
  /** In bytes. */
  readonly size: number
}

/** What came of a list of feeds. */
export interface ImportReport {
  readonly added: number
  /** Those that the server reads already. */
  readonly known: number
  /** Those left out, with the reason: addresses without secrets. */
  readonly refused: readonly { readonly address: string; readonly why: Problem }[]
  /** How many of its lines give an address that is no web address. */
  readonly unusable: number
}

/** The feeds that servers add: each sees its own and those that are open to all, and changes its own alone. */
export interface ServerFeeds {
  /** What a server reads: its own feeds, then those open to all, each in order of their names. */
  readonly list: (server: string) => Promise<readonly FeedState[]>
  /**
   * Adds the feed at an address; where that is a page, offers the feeds it has.
   * @throws UserError why nothing can be added, in words for members; also if the member has asked for too much
   */
  readonly add: (address: string, manager: Manager) => Promise<Finding>
  /**
   * Adds feeds of an offer, by their places in it.
   * @returns the names of those that were added: there may be no room for all
   * @throws UserError if the offer is forgotten or another server's, or none can be added
   */
  readonly addOffered: (
    key: string,
    places: readonly number[],
    manager: Manager,
  ) => Promise<readonly string[]>
  /** Takes a feed away. @throws UserError if it is not this server's */
  readonly remove: (id: string, manager: Manager) => Promise<void>
  /**
   * Has a feed read now, also one that was given up, and waits a while for it.
   * @returns its state then
   * @throws UserError if it is not this server's, its server wants patience, or the member has asked for too much
   */
  readonly readNow: (id: string, manager: Manager) => Promise<FeedState>
  /** A server's own feeds. `withSecrets`: also those whose address holds a password or key. */
  readonly exportList: (
    server: string,
    options: { readonly title: string; readonly withSecrets: boolean },
  ) => Promise<ExportedFeeds>
  /** Adds the feeds of a list (OPML). @throws UserError if the file cannot be read as one */
  readonly importList: (file: GivenFile, manager: Manager) => Promise<ImportReport>
}

/** Feeds that one server may have. */
export const maxServerFeeds = 100
