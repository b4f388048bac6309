const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Hours that the clocks of a zone are ahead of UTC, and from a moment on. */
interface Zone {
  readonly ahead: number
  readonly later?: { readonly from: number; readonly ahead: number }
}

/** Zones as they are from 24 October to 1 March, by hand: no library for time is asked. */
export const zones: ReadonlyMap<string, Zone> = new Map<string, Zone>([
  ['UTC', { ahead: 0 }],
  ['Asia/Kolkata', { ahead: 5.5 }],
  ['Europe/Berlin', { ahead: 2, later: { from: Date.parse('2026-10-25T01:00:00Z'), ahead: 1 } }],
  ['America/New_York', { ahead: -4, later: { from: Date.parse('2026-11-01T06:00:00Z'), ahead: -5 } }],
])

/** Milliseconds that a zone's clocks are ahead of UTC. */
export function aheadOf(zone: string, at: number): number {
  const { ahead, later } = zones.get(zone) ?? { ahead: 0 }
  return (later !== undefined && at >= later.from ? later.ahead : ahead) * hourMs
}

/** What a clock shows, in milliseconds since its midnight. */
export function clockAt(zone: string, at: number): number {
  return (at + aheadOf(zone, at)) % dayMs
}

/** The next moment, after one, at which a clock shows "HH:MM". */
export function nextTime(time: string, zone: string, after: number): number {
  const wanted = millisecondsOf(time)
  // Minute by minute: times are full minutes, and nothing is plainer.
  for (let at = Math.floor(after / 60_000) * 60_000 + 60_000; ; at += 60_000)
    if (clockAt(zone, at) === wanted) return at
}

/** The last midnight, the moment itself included. */
export function lastMidnight(zone: string, at: number): number {
  let midnight = at - clockAt(zone, at)
  // Clocks may have been changed since.
  while (clockAt(zone, midnight) !== 0)
    midnight += clockAt(zone, midnight) < dayMs / 2 ? -hourMs / 2 : hourMs / 2
  return midnight
}

/** "HH:MM" in milliseconds since midnight. */
export function millisecondsOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * hourMs + minute * 60_000
}
