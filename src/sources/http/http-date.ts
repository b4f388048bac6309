/** The three forms that RFC 9110, section 5.6.7 asks readers to know, and offsets for zones, which servers do send. */
const forms = [
  /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|UTC|[+-]\d{4})$/,
  /^[A-Z][a-z]{5,8}, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT$/,
]
const withoutZone = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/

/**
 * The date in a header in epoch milliseconds; nothing if it is none. Stricter than `Date.parse`, to which "5" is a day
 * in May 2001.
 * @example readHttpDate('Sun, 06 Nov 1994 08:49:37 GMT') // => 784111777000
 */
export function readHttpDate(text: string): number | undefined {
  const zoned = withoutZone.test(text) ? `${text} GMT` : text
  const time = zoned !== text || forms.some((form) => form.test(text)) ? Date.parse(zoned) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
