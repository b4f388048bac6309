const dayMs = 86_400_000
const timeOnly = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** Steps of relative times, largest first: each unit and its milliseconds. */
const steps = [
  ['year', 365 * dayMs],
  ['month', 30 * dayMs],
  ['day', dayMs],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/** When a message was sent: "Today at 14:03", "Yesterday at 09:12", "12 Nov 2026, 09:12". */
export function messageTime(at: number, now = Date.now()): string {
  const time = timeOnly.format(at)
  const days = Math.round((startOfDay(now) - startOfDay(at)) / dayMs)
  if (days === 0) return `Today at ${time}`
  if (days === 1) return `Yesterday at ${time}`
  return `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(at)}, ${time}`
}

/** How long ago, or until then: "2 hours ago", "in 3 days". */
export function relativeTime(at: number, now = Date.now()): string {
  const distance = at - now
  const [unit, size] = steps.find(([, ms]) => Math.abs(distance) >= ms) ?? ['second', 1000]
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(distance / size), unit)
}

/** A time in one of the styles that Discord's `<t:…>` knows. */
export function styledTime(at: number, style: string): string {
  if (style === 'R') return relativeTime(at)
  const forms: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    F: { dateStyle: 'full', timeStyle: 'short' },
  }
  return new Intl.DateTimeFormat('en-GB', forms[style] ?? { dateStyle: 'long', timeStyle: 'short' }).format(
    at,
  )
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
