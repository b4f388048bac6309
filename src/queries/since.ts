import { UserError } from '../errors.ts'

const hourMs = 3_600_000
const unitMs = new Map([
  ['h', hourMs],
  ['d', 24 * hourMs],
  ['w', 7 * 24 * hourMs],
])

/**
 * Reads a point in time as a person types it: "12h", "3d", "2w" ago, or an ISO date (midnight UTC).
 * @returns epoch milliseconds.
 * @throws UserError naming the value and the forms that are understood.
 * @example parseSince('2d', Date.UTC(2026, 0, 3)) // => Date.UTC(2026, 0, 1)
 */
export function parseSince(typed: string, now: number): number {
  const value = typed.trim().toLowerCase()
  const ago = /^(\d{1,5})([hdw])$/.exec(value)
  if (ago !== null) return now - Number(ago[1]) * (unitMs.get(ago[2] ?? '') ?? 0)
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  const exists = !Number.isNaN(date) && new Date(date).toISOString().startsWith(value)
  if (!exists) throw new UserError({ kind: 'noTime', typed })
  return date
}
