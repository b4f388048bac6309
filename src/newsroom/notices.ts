import type { Logger } from 'pino'

/** Something that those who manage a server should know, though nobody asked. */
export interface Notice {
  /** Ids of the servers it concerns; none: the operator alone. */
  readonly servers: readonly string[]
  /** Plain words, without secrets; may hold what others wrote, so whoever shows it escapes it. */
  readonly text: string
}

/** Where the newsroom says what went wrong. */
export interface Notices {
  /** Never rejects: a notice that cannot be given holds up nothing. */
  readonly tell: (notice: Notice) => Promise<void>
}

/** Notices as warnings in the log: for the operator, and where servers have no channel for them. */
export function logNotices(log: Logger): Notices {
  return {
    tell: async ({ servers, text }) => log.warn({ servers, notice: text }, 'notice'),
  }
}
