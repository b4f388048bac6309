import type { Clock } from '../../src/clock.ts'

/** A clock that stands still but for waits, and what may be done to it. */
export function standingClock(begin = 10_250): Clock & { readonly put: (now: number) => void } {
  let now = begin
  return {
    now: () => now,
    wait: async (ms) => {
      now += Math.max(0, ms)
    },
    put: (at) => {
      now = at
    },
  }
}
