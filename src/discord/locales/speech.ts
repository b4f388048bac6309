import { once } from '../once.ts'

/** How a language writes numbers, counts, lists and days. */
export interface Speech {
  readonly number: (value: number) => string
  /** A number with one decimal. */
  readonly tenths: (value: number) => string
  /** A number with the word for what is counted, in its singular or plural. */
  readonly counted: (count: number, one: string, other: string) => string
  /** One of two wordings, as the number asks for. */
  readonly worded: (count: number, one: string, other: string) => string
  /** "A, B and C". */
  readonly listed: (names: readonly string[]) => string
  /** The name of a language by its BCP 47 tag; undefined for a tag that names none. */
  readonly languageName: (tag: string) => string | undefined
  /** The day of a moment in a time zone (without one, UTC's), written out. */
  readonly day: (at: number, zone?: string) => string
}

const spoken = new Map<string, Speech>()

/**
 * A language by its BCP 47 tag, spoken by Intl; the same for all who ask. What Intl needs is made when it is first used: it
 * takes milliseconds, which a start need not wait for.
 */
export function speechOf(tag: string): Speech {
  const speech = spoken.get(tag) ?? speak(tag)
  spoken.set(tag, speech)
  return speech
}

function speak(tag: string): Speech {
  const numbers = once(() => new Intl.NumberFormat(tag))
  const decimals = once(
    () => new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  )
  const plurals = once(() => new Intl.PluralRules(tag))
  const lists = once(() => new Intl.ListFormat(tag))
  const languages = once(() => new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }))
  const days = new Map<string, Intl.DateTimeFormat>()
  const daysIn = (timeZone: string): Intl.DateTimeFormat => {
    const made = days.get(timeZone) ?? new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
    days.set(timeZone, made)
    return made
  }
  const worded = (count: number, one: string, other: string): string =>
    plurals().select(count) === 'one' ? one : other
  return {
    number: (value) => numbers().format(value),
    tenths: (value) => decimals().format(value),
    worded,
    counted: (count, one, other) => `${numbers().format(count)} ${worded(count, one, other)}`,
    listed: (names) => lists().format(names),
    languageName: (language) => (isLanguageTag(language) ? languages().of(language) : undefined),
    day: (at, zone = 'UTC') => daysIn(zone).format(at),
  }
}

/** What a source gives as its language may be anything; "und" is none. */
function isLanguageTag(tag: string): boolean {
  return /^(?!und\b)[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(tag)
}
