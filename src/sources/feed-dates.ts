import { parsePublished, plausibleTime } from './published-date.ts'

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
  const { minutes, rest } = zoneOf(after)
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return undefined
  const sinceMidnight = (hours * 60 + Number(minute) - minutes) * minuteMs + Number(second) * 1000
  return { offset: sinceMidnight, rest: `${text.slice(0, found.index)} ${rest}` }
}

/** "101455", "1014", with or without zone. */
function basicClock(text: string): Clock | undefined {
  const [, hour, minute, second = '00', zone = ''] = /^(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(.*)$/.exec(text) ?? []
  return hour === undefined ? undefined : clockOf(`${hour}:${minute}:${second}${zone}`)
}

/** Hours east of Greenwich of the zones that feeds name. Of namesakes, the one that publishes more in feeds. */
const zones: ReadonlyMap<string, number> = new Map(
  Object.entries({
    z: 0,
    gmt: 0,
    ut: 0,
    utc: 0,
    wet: 0,
    west: 1,
    bst: 1,
    cet: 1,
    met: 1,
    mez: 1,
    cest: 2,
    mest: 2,
    mesz: 2,
    eet: 2,
    eest: 3,
    msk: 3,
    est: -5,
    edt: -4,
    et: -5,
    cst: -6,
    cdt: -5,
    ct: -6,
    mst: -7,
    mdt: -6,
    mt: -7,
    pst: -8,
    pdt: -7,
    pt: -8,
    akst: -9,
    akdt: -8,
    hst: -10,
    ast: -4,
    adt: -3,
    nst: -3.5,
    ndt: -2.5,
    brt: -3,
    art: -3,
    sast: 2,
    ist: 5.5,
    pkt: 5,
    ict: 7,
    wib: 7,
    sgt: 8,
    hkt: 8,
    pht: 8,
    awst: 8,
    jst: 9,
    kst: 9,
    acst: 9.5,
    aest: 10,
    aedt: 11,
    nzst: 12,
    nzdt: 13,
  }),
)

/** The zone that follows a time, in minutes east of Greenwich, and what follows the zone. */
function zoneOf(after: string): { readonly minutes: number; readonly rest: string } {
  const [, sign, digits = '', colonMinutes, rest] =
    /^(?:GMT|UTC?|Z)? ?([+\-\u2212]) ?(\d{1,4})(?::(\d\d))?(?!\d)(.*)$/i.exec(after) ?? []
  if (sign !== undefined) {
    const short = digits.length <= 2
    const hours = Number(short ? digits : digits.slice(0, -2))
    const minutes = Number(colonMinutes ?? (short ? 0 : digits.slice(-2)))
    return { minutes: (sign === '+' ? 1 : -1) * (hours * 60 + minutes), rest: rest ?? '' }
  }
  const [named = '', name = ''] = /^\(?([a-z]{1,5})\b\)?/i.exec(after) ?? []
  const hours = zones.get(name.toLowerCase())
  return hours === undefined
    ? { minutes: 0, rest: after }
    : { minutes: hours * 60, rest: after.slice(named.length) }
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

/** Languages whose names of months feeds use. */
const monthLocales = 'en de fr es it pt nl sv nb da fi pl cs hu ro tr el ru uk'.split(' ')

let monthNames: ReadonlyMap<string, number> | undefined

/** 1–12 for the name of a month, whole or cut to three letters and more. */
function monthOf(word: string): number | undefined {
  const name = folded(word)
  if (name.length < 3) return undefined
  monthNames ??= namesOfMonths()
  return monthNames.get(name) ?? monthNames.get(name.slice(0, 4)) ?? monthNames.get(name.slice(0, 3))
}

/** The first language that uses a name has it: English comes first. */
function namesOfMonths(): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const locale of monthLocales) {
    for (let month = 1; month <= 12; month += 1) {
      const written = new Date(Date.UTC(2001, month - 1, 15)).toLocaleDateString(locale, {
        month: 'long',
        day: 'numeric',
        timeZone: 'UTC',
      })
      const name = folded(/\p{L}{3,}[\p{L}\p{M}]*/u.exec(written)?.[0] ?? '')
      for (const form of [name, name.slice(0, 4), name.slice(0, 3)]) {
        if (form.length >= 3 && !names.has(form)) names.set(form, month)
      }
    }
  }
  return names
}

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
