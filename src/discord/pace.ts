import type { Clock } from '../clock.ts'

/** Resolves when one more post may go out. */
export type Pace = () => Promise<void>

/**
 * Discord answers a bot fifty requests in a second, over all of its processes; replies to interactions don't count. What is
 * left over is for the other requests: registering commands, looking into channels, opening direct messages.
 */
const postsPerSecond = 40
const secondMs = 1000

/** Keeps posts to what Discord takes in a second. `count` counts one more in a second, over all that share it. */
export function createPace(clock: Clock, count: (second: number) => Promise<number>): Pace {
  return async () => {
    for (;;) {
      const second = Math.floor(clock.now() / secondMs)
      if ((await count(second)) <= postsPerSecond) return
      await clock.wait((second + 1) * secondMs - clock.now())
    }
  }
}

/** Counts the posts of this process alone. */
export function countAlone(): (second: number) => Promise<number> {
  let current = 0
  let count = 0
  return async (second) => {
    count = second === current ? count + 1 : 1
    current = second
    return count
  }
}
