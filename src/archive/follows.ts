/** A standing order: which news is posted where. Absent conditions do not restrict. */
export interface Follow {
  /** Short and URL-safe, unique in the archive. */
  readonly id: string
  /** The id of the server it belongs to, or a person's mark (see `personOwner`) where it is somebody's own. */
  readonly owner: string
  /** The channel, thread or forum it posts into; a person's direct messages where it is somebody's own. */
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
  /** Absent: each article at once. Else what has gathered, as a digest: at each full hour, or once a day. */
  readonly delivery?: 'hourly' | 'daily'
  /** "HH:MM", when a digest of the day comes; absent: at `defaultDigestTime`. */
  readonly at?: string
  /** "HH:MM-HH:MM": nothing is posted between these times of the day; a digest comes when they end. */
  readonly quiet?: string
  /** Most articles a day that are posted at once; the rest comes in the digest of the day. */
  readonly most?: number
  /** The time zone of `at` and `quiet` and of the day; absent: the owner's. */
  readonly timezone?: string
  /** Announcements in an announcement channel go out to the channels that follow it too. */
  readonly crosspost?: boolean
  /** BCP 47 tag of the language of the person whose it is, as Discord last told it; a server's is in its settings. */
  readonly language?: string
  /** User id of who made it. */
  readonly createdBy: string
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** Why it is paused; absent while it is active. */
  readonly paused?: Pause
}

/** When a digest of the day comes if nothing else is said: with breakfast. */
export const defaultDigestTime = '08:00'

/** Why a follow is paused. */
export interface Pause {
  /** `asked`: by a person. `closed`: its channel is gone or takes no posts. `left`: the server removed the bot. */
  readonly cause: 'asked' | 'closed' | 'left'
  /** What closed the channel, as whoever shows it knows to say. */
  readonly reason: string
}

/** What may be changed of a follow. What is absent in it becomes absent in the follow. */
export type FollowTerms = Omit<Follow, 'id' | 'owner' | 'createdBy' | 'createdAt' | 'paused'>

/** Owns the follows of one person. No server's id begins like this. */
export function personOwner(user: string): string {
  return `${personMark}${user}`
}

/** Whether an owner is a person. */
export function isPersonOwner(owner: string): boolean {
  return owner.startsWith(personMark)
}

const personMark = '@'

/** Where follows are kept. Every method is one transaction. */
export interface Follows {
  /** @throws if there is a follow with this id. */
  addFollow(follow: Follow): Promise<void>
  /** Follows of one owner in order of creation; of all if none is named. */
  follows(owner?: string): Promise<readonly Follow[]>
  /** Those of these follows that there are, in order of creation. */
  followsNamed(ids: readonly string[]): Promise<readonly Follow[]>
  /** One follow of this owner; undefined if unknown or another's. */
  follow(id: string, owner: string): Promise<Follow | undefined>
  /** Sets everything of a follow anew that may be changed. What it has gathered stays planned as it was. @returns false if unknown. */
  changeFollow(id: string, owner: string, terms: FollowTerms): Promise<boolean>
  /** Removes it and drops its unsent deliveries (one shared with other follows stays, for these). @returns false if unknown. */
  removeFollow(id: string, owner: string): Promise<boolean>
  /** Pauses one follow because somebody asked for it, and drops its unsent deliveries as `removeFollow` does. @returns false if unknown. */
  pauseFollow(id: string, owner: string, reason: string): Promise<boolean>
  /** Pauses every follow into a closed channel, with the reason. The channel's unsent deliveries are dropped. @returns those newly paused. */
  pauseChannel(channel: string, reason: string): Promise<readonly Follow[]>
  /** Sets one follow active again. @returns false if unknown. */
  resumeFollow(id: string, owner: string): Promise<boolean>
  /**
   * A server removed the bot: pauses its follows, drops their unsent deliveries, and remembers since when it is gone.
   * @returns those newly paused.
   */
  leaveServer(server: string, reason: string, at: number): Promise<readonly Follow[]>
  /** A server has the bot again: what its leaving paused goes on. @returns those resumed. */
  rejoinServer(server: string): Promise<readonly Follow[]>
  /** Servers that left before a moment. */
  departedServers(before: number): Promise<readonly string[]>
  /** Forgets that a server left: nothing of it is kept any more. */
  forgetDeparture(server: string): Promise<void>
}
