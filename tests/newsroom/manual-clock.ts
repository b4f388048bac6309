import type { Clock } from '../../src/clock.ts'

/** A clock that goes when it is told to. */
export interface ManualClock extends Clock {
  /** Lets time pass: everybody whose wait is over by then goes on. Put back, it changes nobody's wait. */
  readonly advance: (milliseconds: number) => void
}

/** Starts at an epoch time in milliseconds. */
export function manualClock(start: number): ManualClock {
  let now = start
  const waiting = new Set<{ until: number; readonly wake: () => void }>()
  return {
    now: () => now,
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const waiter = {
          until: now + milliseconds,
          wake: () => {
            waiting.delete(waiter)
            resolve()
          },
        }
        waiting.add(waiter)
        signal?.addEventListener('abort', waiter.wake, { once: true })
      }),
    advance: (milliseconds) => {
      now += milliseconds
      if (milliseconds < 0) for (const waiter of waiting) waiter.until += milliseconds
      for (const waiter of [...waiting]) if (waiter.until <= now) waiter.wake()
    },
  }
}
