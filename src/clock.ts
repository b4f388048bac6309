import { setTimeout as sleep } from 'node:timers/promises'

/** The one source of time: everything that asks for the time or waits gets it from here. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Resolves after so many milliseconds, or at once when the signal aborts; never rejects. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: Date.now,
  wait: async (milliseconds, signal) => {
    await sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
  },
}
