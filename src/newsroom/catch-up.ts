import type { FeedOwner } from '../archive/feeds.ts'

/** How many posts feeds may still cause that catch up after an absence: those of each owner together. */
export interface CatchUp {
  /**
   * Takes up to so many for a feed of these owners; of several, the one who has most left decides.
   * @returns how many there are left to take, from 0 to `wanted`
   */
  readonly take: (owners: readonly FeedOwner[], wanted: number, now: number) => number
}

const hourMs = 3_600_000
/** As for the articles folder: after a long absence a channel is not flooded. */
const mostPosts = 50

/** Opens allowances that are full again an hour after one was first used. One server's feeds use up nobody else's. */
export function openCatchUp(): CatchUp {
  let since = Number.NEGATIVE_INFINITY
  const left = new Map<string, number>()
  return {
    take: (owners, wanted, now) => {
      if (now - since >= hourMs) {
        since = now
        left.clear()
      }
      const names = owners.map(({ server = '' }) => server)
      const leftOf = (name: string): number => left.get(name) ?? mostPosts
      const taken = Math.min(wanted, Math.max(0, ...names.map(leftOf)))
      for (const name of names) left.set(name, Math.max(0, leftOf(name) - taken))
      return taken
    },
  }
}
