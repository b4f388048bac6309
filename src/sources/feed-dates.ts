import { monthOf } from './month-names.ts'
import { parsePublished, plausibleTime } from './published-date.ts'
import { readZone } from './time-zones.ts'

/** Longer strings are no dates. The longest genuine ones are of the form of JavaScript's `Date.toString()`. */
const maxDateLength = 100

const minuteMs = 60_000

/**
 * Epoch milliseconds of a date in any form that feeds use: ISO 8601 (also without zone, with week or ordinal days),
 * RFC 822 with any zone, two-digit years, wrong weekdays or month and day exchanged, C's and JavaScript's own forms,
 * names of months in European languages, seconds or milliseconds since 1970. UTC where no zone is named.
 * Undefined for what is no date, or lies before 1990 or after 2200.
 */
export function parseFeedDate(written: string | undefined): number | undefined {
  const text = written?.replace(/\s+/g, ' ').trim() ?? ''
  if (text === '' || text.length > maxDateLength) return undefined
  return parsePublished(text) ?? isoTime(text) ?? epochTime(text) ?? namedTime(text)
}

/** Digits alone: seconds since 1970 have ten, milliseconds thirteen. */
function epochTime(text: string): number | undefined {
  if (!/^(?:\d{10}|\d{13})(?:\.\d{1,6})?$/.test(text)) return undefined
  return plausibleTime(text.split('.')[0]?.length === 13 ? Number(text) : Number(text) * 1000)
}

/** ISO 8601 and what looks like it: basic form, "/" or "." for "-", ordinal days, months without days, loose zones. */
function isoTime(text: string): number | undefined {
  const parts = /^(\d{4})(?:([-/.]?)(?:(\d{3})(?!\d)|(\d{1,2})(?:\2(\d{1,2}))?))?(?:(?:T| |T )(.*))?$/i.exec(
    text,
  )
  if (parts === null) return undefined
  const [, year, , ordinal, month = '1', day = '1', rest = ''] = parts
  const date = ordinal
    ? Date.UTC(Number(year), 0, Number(ordinal))
    : calendarDay(Number(year), Number(month), Number(day))
  const clock = clockOf(rest) ?? basicClock(rest)
  if (date === undefined || (rest !== '' && clock === undefined)) return undefined
  return plausibleTime(date + (clock?.offset ?? 0))
}

/** Milliseconds since midnight UTC. */
interface Clock {
  readonly offset: number
  /** What stands before and after it. */
  readonly rest: string
}

const clockPattern =
  /(\d{1,2}):(\d{1,2})(?:[:.](\d{1,2}))?(?:[.,]\d{1,9})?(?: ?([ap])\.?m\b\.?)?(?:Z\b| ?(.*))?/i

function clockOf(text: string): Clock | undefined {
  const found = clockPattern.exec(text)
  if (found === null) return undefined
  const [, hour = '', minute, second = 0, half, after = ''] = found
  const { minutes, rest } = readZone(after)
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return undefined
  const sinceMidnight = (hours * 60 + Number(minute) - minutes) * minuteMs + Number(second) * 1000
  return { offset: sinceMidnight, rest: `${text.slice(0, found.index)} ${rest}` }
}

/** "101455", "1014", with or without zone. */
function basicClock(text: string): Clock | undefined {
  const [, hour, minute, second = '00', zone = ''] =
    /^(\d\d)(\d\d)(\d\d)?(?:\.\d+(?!\d))?(.*)$/.exec(text) ?? []
  return hour === undefined ? undefined : clockOf(`${hour}:${minute}:${second}${zone}`)
}

/** Dates with a named month, or of three numbers, with or without a time. */
function namedTime(text: string): number | undefined {
  const clock = clockOf(text)
  const rest = clock?.rest ?? text
  const date = namedDay(rest) ?? numberedDay(rest)
  return date === undefined ? undefined : plausibleTime(date + (clock?.offset ?? 0))
}

/** "4 January 2004", "Jan 4th, 04", "2004 January 4", "Sonntag, 4. Januar 2004". */
function namedDay(text: string): number | undefined {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const month = words.map(monthOf).find((found) => found !== undefined)
  const numbers = (text.match(/\d+/g) ?? []).filter((number) => number.length <= 4)
  if (month === undefined || numbers.length < 2) return undefined
  const yearAt = numbers.findIndex((number) => number.length === 4 || Number(number) > 31)
  const at = yearAt >= 0 && yearAt < 2 ? yearAt : 1
  return calendarDay(fullYear(numbers[at]), month, Number(numbers[1 - at]))
}

/** "05/01/2012": the month first, as Americans write, unless it cannot be one or the marks are dots. */
function numberedDay(text: string): number | undefined {
  const [, first = '', mark, second = '', year] =
    /(?:^|[ ,])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/.exec(text) ?? []
  if (year === undefined) return undefined
  const dayFirst = mark === '.' || Number(first) > 12
  const [day, month] = dayFirst ? [first, second] : [second, first]
  return calendarDay(fullYear(year), Number(month), Number(day))
}

/** Two digits: the web is younger than 1990. */
function fullYear(digits = ''): number {
  const year = Number(digits)
  if (digits.length > 2) return year < 200 ? year + 1900 : year
  return year < 90 ? 2000 + year : 1900 + year
}

/** Midnight UTC; undefined for a day that the calendar has not. */
function calendarDay(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day)
  const there = new Date(time)
  return there.getUTCMonth() === month - 1 && there.getUTCDate() === day ? time : undefined
}
