import type { Clock } from '../clock.ts'

/** Gives requests their turns, so that all processes together keep below what Discord takes in a second. */
export interface Pace {
  /** Resolves when a request may go out; those that are urgent come first. Rejects when the signal aborts before. */
  readonly turn: (urgent: boolean, signal?: AbortSignal) => Promise<void>
  /** How many wait for their turn. */
  readonly waiting: () => number
}

/**
 * Discord answers a bot fifty requests in any second, over all of its processes. Four in each tenth of a second are at most
 * 44 in any second, wherever it begins.
 */
const windowMs = 100
const turnsEach = 4
/** A process that was held up makes up for it no faster than this: what it sends would come in a heap. */
const spacingMs = 20

/** Keeps to the pace. `count` counts one more in a window, over all that share it. */
export function createPace(clock: Clock, count: (window: number) => Promise<number>): Pace {
  const lines: readonly [Set<() => void>, Set<() => void>] = [new Set(), new Set()]
  const waiting = (): number => lines[0].size + lines[1].size
  let isGiving = false
  let lastAt = Number.NEGATIVE_INFINITY

  async function giveTurns(): Promise<void> {
    isGiving = true
    while (waiting() > 0) {
      await clock.wait(Math.max(0, Math.min(spacingMs, lastAt + spacingMs - clock.now())))
      await nextTurn(clock, count)
      lastAt = clock.now()
      // Whoever has become urgent meanwhile goes first.
      const [line] = lines.filter(({ size }) => size > 0)
      const [first] = line ?? []
      if (first === undefined) continue
      line?.delete(first)
      first()
    }
    isGiving = false
  }

  return {
    waiting,
    turn: (urgent, signal) => {
      const turn = standIn(lines[urgent ? 0 : 1], signal)
      if (!isGiving) void giveTurns()
      return turn
    },
  }
}

/** Resolves when the line lets one go; leaves it when the signal aborts. */
function standIn(line: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const leave = (): void => {
      line.delete(go)
      reject(signal?.reason)
    }
    const go = (): void => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }
    signal?.addEventListener('abort', leave, { once: true })
    line.add(go)
  })
}

/** Waits are counted, not looked up: a clock that was put back, or stands, holds nobody up. */
async function nextTurn(clock: Clock, count: (window: number) => Promise<number>): Promise<void> {
  const windowOf = (at: number): number => Math.floor(at / windowMs)
  let window = windowOf(clock.now())
  while ((await count(window)) > turnsEach) {
    await clock.wait(Math.min(windowMs, (window + 1) * windowMs - clock.now()))
    window = Math.max(window + 1, windowOf(clock.now()))
  }
}

/** Counts what this process alone does, by window: the last one is remembered. */
export function countAlone(): (window: number) => Promise<number> {
  let current = 0
  let count = 0
  return async (window) => {
    count = window === current ? count + 1 : 1
    current = window
    return count
  }
}
