import type { Clock } from '../clock.ts'

/** How much of one reading of a feed may go into its pages: eight feeds are read at once, and all others wait for them. */
export interface PageShare {
  /** Whether another page may be read. */
  readonly hasMore: () => boolean
  /** Reads a page and counts what it cost. */
  readonly spend: <Result>(work: () => Promise<Result>) => Promise<Result>
}

/** A page costs one, and one more for each second that it took, its turn at the host included. */
const share = 120

/** Opens the share of one reading. */
export function openPageShare(clock: Clock): PageShare {
  let left = share
  return {
    hasMore: () => left > 0,
    spend: async (work) => {
      const since = clock.now()
      try {
        return await work()
      } finally {
        left -= 1 + (clock.now() - since) / 1000
      }
    },
  }
}
