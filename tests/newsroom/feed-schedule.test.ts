import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldUntil, isGivenUp, nextReadAt, retryAt } from '../../src/newsroom/feed-schedule.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Monday noon. */
const noon = Date.UTC(2026, 10, 23, 12)
const rhythm = { id: 'a', now: noon, dueAt: noon, pollMs: 15 * minute }

describe('nextReadAt', () => {
  it('is within one and two of the longest interval that anybody wishes, a day at most', () => {
    const wishes = fc.record({ pollMs: fc.nat(2 * day), freshForMs: fc.nat(2 * day), ttlMs: fc.nat(2 * day) })
    fc.assert(
      fc.property(wishes, fc.string(), fc.integer({ min: -3 * day, max: 0 }), (wished, id, late) => {
        const { pollMs, freshForMs, ttlMs } = wished
        const interval = Math.min(Math.max(minute, pollMs, freshForMs, ttlMs), day)
        const next = nextReadAt({
          ...rhythm,
          id,
          dueAt: noon + late,
          pollMs: Math.max(minute, pollMs),
          freshForMs,
          wishes: { ttlMs },
        })
        expect(next).toBeGreaterThan(noon)
        expect(next).toBeLessThanOrEqual(noon + 2 * interval)
      }),
    )
  })

  it('keeps a feed in its place, and two feeds apart', () => {
    const first = nextReadAt(rhythm)
    const second = nextReadAt({ ...rhythm, now: first + 7000, dueAt: first })
    expect(second - first).toBe(15 * minute)
    expect(nextReadAt({ ...rhythm, id: 'b' })).not.toBe(first)
  })

  it('leaves out hours and days in which nothing comes, the minute staying, a day at most', () => {
    const plain = nextReadAt(rhythm)
    expect(nextReadAt({ ...rhythm, wishes: { skipHours: [12, 13] } })).toBe(plain + 2 * hour)
    expect(nextReadAt({ ...rhythm, wishes: { skipHours: [3] } })).toBe(plain)
    expect(nextReadAt({ ...rhythm, wishes: { skipDays: [1] } })).toBe(plain + 12 * hour)
    expect(nextReadAt({ ...rhythm, wishes: { skipDays: [0, 1, 2, 3, 4, 5, 6] } })).toBe(plain + day)
  })
})

describe('retryAt', () => {
  it('doubles its pauses up to a day and a quarter, and is drawn out by the server’s own wish alone', () => {
    const pauses = Array.from({ length: 12 }, (_, index) => {
      return retryAt({ id: 'a', now: noon, pollMs: hour, failures: index + 1 }) - noon
    })
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(Math.min(hour * 2 ** index, day))
      expect(pause).toBeLessThanOrEqual(Math.min(hour * 2 ** index, day) * 1.25)
    }
    const failing = { id: 'a', now: noon, pollMs: hour, failures: 1 }
    expect(retryAt({ ...failing, retryAfterMs: 5 * hour })).toBe(noon + 5 * hour)
    expect(retryAt({ ...failing, retryAfterMs: 0 })).toBe(retryAt(failing))
    expect(retryAt({ ...failing, retryAfterMs: 400 * day })).toBe(noon + 7 * day)
    expect(heldUntil(noon, 400 * day)).toBe(noon + 7 * day)
  })
})

it('a feed is given up when it has failed for a week, and was tried often enough', () => {
  const failing = { failingSince: noon, failures: 5 }
  expect(isGivenUp(failing, noon + 7 * day)).toBe(true)
  expect(isGivenUp(failing, noon + 7 * day - 1)).toBe(false)
  expect(isGivenUp({ ...failing, failures: 4 }, noon + 30 * day)).toBe(false)
})
