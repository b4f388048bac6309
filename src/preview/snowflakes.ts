/** The moment from which Discord counts: the first of January 2015, in epoch milliseconds. */
const discordEpochMs = 1_420_070_400_000

/** Smallest id given out: clients find ids in paths by their 17 to 19 digits, so a clock at zero may not shorten them. */
const smallestId = 200_000_000_000_000_000n

/**
 * Gives a maker of Discord ids: unique, growing, and carrying the clock's time in their upper bits
 * (as long as no more than 4 million are made in one millisecond).
 */
export function createSnowflakes(now: () => number): () => string {
  let last = smallestId
  return () => {
    const timed = BigInt(Math.max(0, Math.floor(now()) - discordEpochMs)) << 22n
    last = timed > last ? timed : last + 1n
    return String(last)
  }
}

/** The moment at which an id was made, in epoch milliseconds. */
export function snowflakeTime(id: string): number {
  return Number(BigInt(id) >> 22n) + discordEpochMs
}
