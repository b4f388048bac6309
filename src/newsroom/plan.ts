import { Cron } from 'croner'
import type { Plan } from '../archive/entry.ts'
import { defaultDigestTime, type Follow } from '../archive/follows.ts'

const everyHour = '0 0 * * * *'
const everyMidnight = '0 0 0 * * *'

/** Whether a follow posts whatever the time of the day is: then its time zone means nothing. */
export function isAlwaysAtOnce({ delivery, quiet, most }: Follow): boolean {
  return delivery === undefined && quiet === undefined && most === undefined
}

/**
 * When a follow that an article matches at `now` posts it: at once; in the digest of the next full hour; in that of the
 * day; in one at the end of its quiet hours. Times of the day are `zone`'s; where its clocks are put forward, a time that
 * does not exist comes right after, and a time that exists twice counts once.
 */
export function planFor(follow: Follow, zone: string, now: number): Plan {
  const afterQuiet = (at: number): number => endOfQuiet(follow, zone, at)
  const daily = (): number => afterQuiet(nextRun(daysAt(follow.at ?? defaultDigestTime), zone, now))
  if (follow.delivery === 'daily') return { at: daily(), isDigest: true }
  if (follow.delivery === 'hourly') return { at: afterQuiet(nextRun(everyHour, zone, now)), isDigest: true }
  const quietUntil = afterQuiet(now)
  if (quietUntil > now) return { at: quietUntil, isDigest: true }
  if (follow.most === undefined) return { isDigest: false }
  return {
    isDigest: false,
    limit: { most: follow.most, since: midnightBefore(zone, now), digestAt: daily() },
  }
}

/** The end of the quiet hours in which a moment lies; the moment itself if in none. */
function endOfQuiet({ quiet }: Follow, zone: string, at: number): number {
  if (quiet === undefined) return at
  const [from = '', to = ''] = quiet.split('-')
  const end = nextRun(daysAt(to), zone, at)
  const begin = nextRun(daysAt(from), zone, at)
  // Within them the end comes before the next beginning; the beginning itself is within, the end is not. Where clocks are
  // put forward over both, they are one moment, and nothing is within.
  const isBeginning = isAt(from, zone, at) && !isAt(to, zone, at)
  return end < begin || isBeginning ? end : at
}

/** Whether it is this very minute of the day. */
function isAt(time: string, zone: string, at: number): boolean {
  const minute = at - (at % minuteMs)
  return nextRun(daysAt(time), zone, minute - 1) === minute
}

const minuteMs = 60_000

/** Each day at "HH:MM". */
function daysAt(time: string): string {
  const [hour = '0', minute = '0'] = time.split(':')
  return `0 ${Number(minute)} ${Number(hour)} * * *`
}

function nextRun(pattern: string, zone: string, after: number): number {
  const next = new Cron(pattern, { timezone: zone, paused: true }).nextRun(new Date(after))
  if (next === null) throw new RangeError(`Expected a time of every day, got ${pattern}`)
  return next.getTime()
}

/** The last midnight, `now` included. */
function midnightBefore(zone: string, now: number): number {
  const [midnight] = new Cron(everyMidnight, { timezone: zone, paused: true }).previousRuns(
    1,
    new Date(now + 1000),
  )
  if (midnight === undefined) throw new RangeError(`Expected a midnight before ${now}`)
  return midnight.getTime()
}
