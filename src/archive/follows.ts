/** A standing order: which news is posted where. Absent conditions do not restrict. */
export interface Follow {
  /** Short and URL-safe, unique in the archive. */
  readonly id: string
  /** The server it belongs to. */
  readonly server: string
  /** The channel or thread it posts into. */
  readonly channel: string
  /** Expression as typed: words, "phrases", -not, OR. */
  readonly about?: string
  /** Posts articles with a sure statement by this person. */
  readonly speaker?: string
  readonly publisher?: string
  /** Words or phrases that must not occur, as typed. */
  readonly exclude?: string
  /** The one role that an announcement mentions. */
  readonly mention?: string
  /** User id of who made it. */
  readonly createdBy: string
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** Why it is paused, in words for its owner; absent while it is active. */
  readonly paused?: string
}

/** Where follows are kept. Every method is one transaction. */
export interface Follows {
  /** @throws if there is a follow with this id. */
  addFollow(follow: Follow): Promise<void>
  /** Follows of one server in order of creation; of all servers if none is named. */
  follows(server?: string): Promise<readonly Follow[]>
  /** One follow of this server; undefined if unknown or another server's. */
  follow(id: string, server: string): Promise<Follow | undefined>
  /** Removes it and drops its unsent deliveries (one shared with other follows stays, for these). @returns false if unknown. */
  removeFollow(id: string, server: string): Promise<boolean>
  /** Pauses every follow into this channel, with the reason. The channel's unsent deliveries are dropped. @returns those newly paused. */
  pauseChannel(channel: string, reason: string): Promise<readonly Follow[]>
  /** Pauses every follow of a server that removed the bot, and drops their unsent deliveries. @returns those newly paused. */
  pauseServer(server: string, reason: string): Promise<readonly Follow[]>
  /** Sets one follow active again. @returns false if unknown. */
  resumeFollow(id: string, server: string): Promise<boolean>
}
