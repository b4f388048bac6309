/**
 * What happened. Its texts hold no secrets; others may have written them, so whoever shows them escapes them. `why` is in
 * plain English words.
 */
export type NoticeEvent =
  | { readonly kind: 'feedGivenUp' | 'feedFailing'; readonly feed: string; readonly why: string }
  | { readonly kind: 'feedRecovered'; readonly feed: string }
  /** Nothing is posted into it any more: it was `deleted`, or Discord refused, in its own words. */
  | { readonly kind: 'channelClosed'; readonly reason: string }
  | { readonly kind: 'channelOpen' }

/** Something that those who manage a server should know, though nobody asked. */
export interface Notice {
  /** Ids of the servers it concerns; none: the operator alone. */
  readonly servers: readonly string[]
  readonly event: NoticeEvent
  /** Id of the channel it is about, to be named with it. */
  readonly channel?: string
}

/** Where it is said what went wrong: in the notice channel of each server that has one, and in the log. */
export interface Notices {
  /** Never rejects: a notice that cannot be given holds up nothing. */
  readonly tell: (notice: Notice) => Promise<void>
}
