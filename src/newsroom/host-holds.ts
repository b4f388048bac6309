import type { Clock } from '../clock.ts'
import { WebError } from '../sources/http/web-error.ts'

/**
 * Hosts that have asked to be left alone (Retry-After), for whatever of theirs was asked: a publisher with many feeds counts
 * its readers, not their feeds. In memory: the feed that was told so remembers it by itself.
 */
export interface HostHolds {
  /** Epoch milliseconds before which nothing of an address' host is to be asked; undefined if it may be. */
  readonly until: (url: string) => number | undefined
  /** Takes note of why an address was not read. */
  readonly note: (url: string, error: unknown) => void
}

/** Longest that one answer holds up everything of a host. In milliseconds. */
const longestHoldMs = 24 * 3_600_000

/** Hosts remembered; more are made up, name by name, by somebody who wants to fill the memory. */
const mostHosts = 10_000

/** Opens the holds. */
export function openHostHolds(clock: Clock): HostHolds {
  const holds = new Map<string, number>()

  function forgetPast(): void {
    for (const [host, until] of holds) if (until <= clock.now()) holds.delete(host)
  }

  return {
    until: (url) => {
      const until = holds.get(hostOf(url)) ?? 0
      return until > clock.now() ? until : undefined
    },
    note: (url, error) => {
      if (!(error instanceof WebError) || error.reason !== 'retry-later' || !error.retryAfterMs) return
      forgetPast()
      if (holds.size < mostHosts)
        holds.set(hostOf(url), clock.now() + Math.min(error.retryAfterMs, longestHoldMs))
    },
  }
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? ''
}
