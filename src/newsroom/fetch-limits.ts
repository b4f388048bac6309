import type { Problem } from '../problems.ts'
import type { Asker } from '../queries/pages.ts'

/** FETCHES_PER_MINUTE: pages that one member, and one server, may make the bot read in a minute. */
export interface FetchRates {
  readonly member: number
  readonly server: number
}

/** Why one more page is not read now. */
export interface FetchRefusal {
  /** Whose minute is full. */
  readonly whose: keyof FetchRates
  /** How many pages they have in a minute. */
  readonly rate: number
  /** Milliseconds until one more may be read; infinite where none may be read at all. */
  readonly waitMs: number
}

/** Counts what is read for whom. */
export interface FetchLimits {
  /** Counts one page, or refuses it and counts nothing. The operator is not counted. */
  readonly take: (asker: Asker) => FetchRefusal | undefined
}

const minuteMs = 60_000

/**
 * Windows of the last minute, in memory: a restart forgives. In no sixty seconds, wherever they begin, are more pages
 * read than the rates say.
 */
export function createFetchLimits(rates: FetchRates, now: () => number): FetchLimits {
  /** When pages were read, oldest first; none without a page in the last minute, so that memory does not grow. */
  const windows = new Map<string, readonly number[]>()

  function forgetOld(): void {
    for (const [key, times] of windows) {
      // A clock that was set back leaves times ahead of it: they count for nothing.
      const recent = times.filter((time) => time <= now() && time > now() - minuteMs)
      if (recent.length > 0) windows.set(key, recent)
      else windows.delete(key)
    }
  }

  function refusal(whose: keyof FetchRates, key: string): FetchRefusal | undefined {
    const rate = rates[whose]
    const times = windows.get(key) ?? []
    if (times.length < rate) return undefined
    const oldest = times[times.length - rate]
    return {
      whose,
      rate,
      waitMs: oldest === undefined ? Number.POSITIVE_INFINITY : oldest + minuteMs - now(),
    }
  }

  return {
    take: (asker) => {
      forgetOld()
      const keys = keysOf(asker)
      const refused = keys.map(([whose, key]) => refusal(whose, key)).filter((one) => one !== undefined)
      const longest = refused.sort((a, b) => b.waitMs - a.waitMs)[0]
      if (longest !== undefined) return longest
      for (const [, key] of keys) windows.set(key, [...(windows.get(key) ?? []), now()])
      return undefined
    },
  }
}

function keysOf({ viewer, member }: Asker): readonly (readonly [keyof FetchRates, string])[] {
  return [
    ...(member === undefined ? [] : [['member', `member ${member}`] as const]),
    ...(viewer.kind === 'server' ? [['server', `server ${viewer.id}`] as const] : []),
  ]
}

/** A refusal as the member is told of it. */
export function fetchProblem({ whose, rate, waitMs }: FetchRefusal): Problem {
  if (rate === 0) return { kind: 'readingOff' }
  return { kind: 'tooManyPages', whose, rate, seconds: Math.ceil(Math.min(waitMs, minuteMs) / 1000) }
}
