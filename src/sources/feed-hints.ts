import type { FeedHints } from './feed-fields.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** No publisher means a year; who writes more has mixed up the unit. */
const longestTtlMs = 31 * dayMs

/** Periods of the syndication module, in milliseconds. */
const periods: ReadonlyMap<string, number> = new Map([
  ['hourly', hourMs],
  ['daily', dayMs],
  ['weekly', 7 * dayMs],
  ['monthly', 30 * dayMs],
  ['yearly', 365 * dayMs],
])

const days: readonly string[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** What a feed says of its own rhythm, as its elements give it. */
interface Rhythm {
  /** Minutes. */
  readonly ttl?: number | undefined
  readonly period?: string | undefined
  /** Times within the period; 1 if absent. */
  readonly frequency?: number | undefined
  readonly skipHours?: readonly number[] | undefined
  readonly skipDays?: readonly string[] | undefined
}

/** Hints in one form; what makes no sense is left out, and nothing lasts longer than 31 days. */
export function readHints({ ttl = 0, period, frequency = 1, skipHours, skipDays }: Rhythm): FeedHints {
  const named = periods.get(period?.trim().toLowerCase() ?? '')
  const periodMs = named === undefined || !(frequency >= 1) ? 0 : named / frequency
  const ttlMs = Math.min(Math.max(ttl * minuteMs, periodMs), longestTtlMs)
  // RSS 0.91 counts the hours from 1 to 24.
  const hours = (skipHours ?? []).filter((hour) => hour >= 0 && hour <= 24).map((hour) => hour % 24)
  const dayNumbers = (skipDays ?? []).map((day) => days.indexOf(day.trim().toLowerCase()))
  return {
    ...(ttlMs > 0 ? { ttlMs } : {}),
    ...(hours.length > 0 ? { skipHours: hours } : {}),
    ...(dayNumbers.some((day) => day >= 0) ? { skipDays: dayNumbers.filter((day) => day >= 0) } : {}),
  }
}
