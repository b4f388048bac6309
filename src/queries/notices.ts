/** Something that those who manage a server should know, though nobody asked. */
export interface Notice {
  /** Ids of the servers it concerns; none: the operator alone. */
  readonly servers: readonly string[]
  /** Plain words, without secrets; may hold what others wrote, so whoever shows it escapes it. */
  readonly text: string
  /** Id of the channel it is about, to be named with it. */
  readonly channel?: string
}

/** Where it is said what went wrong: in the notice channel of each server that has one, and in the log. */
export interface Notices {
  /** Never rejects: a notice that cannot be given holds up nothing. */
  readonly tell: (notice: Notice) => Promise<void>
}
