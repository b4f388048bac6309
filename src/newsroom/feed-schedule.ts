import { createHash } from 'node:crypto'
import type { FeedWishes } from '../archive/feeds.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Whatever a feed or server wishes, it is asked once a day. */
const longestIntervalMs = dayMs
/** A feed that could not be read for so long is asked no longer. */
const patienceMs = 7 * dayMs
/** And so many times: a bot that was down for a week has not tried. */
const leastFailures = 5
/** Pauses after failures double up to two to this power times the interval. */
const mostDoublings = 6
/** Share of a pause that chance, drawn from the feed's id, may add: feeds that failed together come back apart. */
const jitter = 0.25

/** What is known about the rhythm of a feed when it has been read. Times in epoch milliseconds, durations in milliseconds. */
export interface Rhythm {
  readonly id: string
  readonly now: number
  /** When it was due. */
  readonly dueAt: number
  /** POLL_MINUTES: no feed is asked more often. */
  readonly pollMs: number
  /** What the server's caching headers allow. */
  readonly freshForMs?: number | undefined
  /** What the feed itself wishes. */
  readonly wishes?: FeedWishes | undefined
}

/**
 * When a feed that was read is read next: the longest of what we, its server and the feed itself wish, a day at most.
 * Not in hours or days in which the feed says that nothing comes.
 * Each feed has its own place within the interval, made of its id, so that feeds added together are not asked together.
 */
export function nextReadAt({ id, now, dueAt, pollMs, freshForMs = 0, wishes = {} }: Rhythm): number {
  const interval = Math.min(Math.max(pollMs, freshForMs, wishes.ttlMs ?? 0), longestIntervalMs)
  const place = Math.floor(shareOf(id) * interval)
  // Measured from when it was due, a feed in its place keeps it, however late it was read.
  const earliest = Math.max(dueAt, now - interval) + interval
  const next = Math.ceil((earliest - place) / interval) * interval + place
  return afterSilence(Math.max(next, now + minuteMs), wishes)
}

/** The same minute of the first hour in which something may come; a day later at most. */
function afterSilence(time: number, { skipHours = [], skipDays = [] }: FeedWishes): number {
  for (let at = time; at < time + longestIntervalMs; at += hourMs) {
    const date = new Date(at)
    if (!skipHours.includes(date.getUTCHours()) && !skipDays.includes(date.getUTCDay())) return at
  }
  return time + longestIntervalMs
}

/** What is known when reading a feed has failed. */
export interface Failing {
  readonly id: string
  readonly now: number
  readonly pollMs: number
  /** Failures in a row, this one included. */
  readonly failures: number
  /** Milliseconds for which the server asked to be left alone. */
  readonly retryAfterMs?: number | undefined
}

/** When a feed that could not be read is tried again: the pauses double, up to a day; a server's own wish goes before. */
export function retryAt({ id, now, pollMs, failures, retryAfterMs }: Failing): number {
  const doubled = pollMs * 2 ** Math.min(failures - 1, mostDoublings)
  const pause = Math.min(doubled, longestIntervalMs) * (1 + jitter * shareOf(`${id} ${failures}`))
  return Math.round(Math.max(now + pause, heldUntil(now, retryAfterMs) ?? 0))
}

/** Until when a server that asked for patience is left alone: a week at most, whatever it says. */
export function heldUntil(now: number, retryAfterMs: number | undefined): number | undefined {
  return retryAfterMs === undefined ? undefined : now + Math.min(retryAfterMs, patienceMs)
}

/** Whether a feed has failed for so long, and so often, that it is given up. */
export function isGivenUp(
  { failingSince, failures }: { readonly failingSince: number; readonly failures: number },
  now: number,
): boolean {
  return now - failingSince >= patienceMs && failures >= leastFailures
}

/** A number from 0 to below 1 that a text always has, spread evenly. */
function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32
}
