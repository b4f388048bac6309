/** How many posts feeds may still cause that catch up after an absence, all of them together. */
export interface CatchUp {
  /** Takes up to so many. @returns how many there are left to take, from 0 to `wanted`. */
  readonly take: (wanted: number, now: number) => number
}

const hourMs = 3_600_000
/** As for the articles folder: after a long absence a channel is not flooded. */
const mostPosts = 50

/** Opens an allowance that is full again an hour after it was first used. */
export function openCatchUp(): CatchUp {
  let since = Number.NEGATIVE_INFINITY
  let left = mostPosts
  return {
    take: (wanted, now) => {
      if (now - since >= hourMs) {
        since = now
        left = mostPosts
      }
      const taken = Math.min(wanted, left)
      left -= taken
      return taken
    },
  }
}
