/** News sites are not older than the web; an earlier date is a default like 1970-01-01. */
const earliestPublished = Date.UTC(1990, 0, 1)

/** And a date beyond this is a slip of the pen. Dates in the nearer future are the archive's to judge: it has a clock. */
const latestPublished = Date.UTC(2200, 0, 1)

/**
 * Epoch milliseconds of an ISO date ("2026-10-12", UTC midnight), an ISO date-time (UTC where it names no
 * zone) or an RFC 2822 date with a zone ("Mon, 12 Oct 2026 08:00:00 GMT"); undefined for anything else.
 */
export function parsePublished(written: string): number | undefined {
  const text = written.trim()
  if (text.length > 64) return undefined
  return plausibleTime(isoTime(text) ?? (isRfc2822(text) ? Date.parse(text) : Number.NaN))
}

/** A time that an article may have been published at: undefined for one before 1990 or after 2200, or no number. */
export function plausibleTime(time: number): number | undefined {
  return time >= earliestPublished && time < latestPublished ? time : undefined
}

function isoTime(text: string): number | undefined {
  const parts =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i.exec(text)
  if (parts === null) return undefined
  const [, day = '', clock = '00:00', zone = 'Z'] = parts
  // The calendar must have the day: Date.parse would make 2 March of 30 February.
  if (new Date(`${day}T00:00Z`).toJSON()?.slice(0, 10) !== day) return undefined
  return Date.parse(`${day}T${clock}${isoZone(zone)}`)
}

function isoZone(zone: string): string {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  return sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`
}

function isRfc2822(text: string): boolean {
  return /^(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC?|[ECMP][SD]T)$/.test(
    text,
  )
}
