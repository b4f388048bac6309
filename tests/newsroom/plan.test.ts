import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Follow } from '../../src/archive/follows.ts'
import { planFor } from '../../src/newsroom/plan.ts'

const follow: Follow = { id: 'f', owner: 's', channel: 'c', createdBy: 'u', createdAt: 0 }

function plannedAt(terms: Partial<Follow>, zone: string, now: string): string {
  const { at } = planFor({ ...follow, ...terms }, zone, Date.parse(now))
  return at === undefined ? 'at once' : new Date(at).toISOString()
}

describe('planFor', () => {
  it.each<[string, Partial<Follow>, string, string, string]>([
    ['at once', {}, 'UTC', '2026-05-01T10:00:00.000Z', 'at once'],
    [
      'at the next full hour',
      { delivery: 'hourly' },
      'UTC',
      '2026-05-01T10:20:00.000Z',
      '2026-05-01T11:00:00.000Z',
    ],
    [
      'an hour later where it is full',
      { delivery: 'hourly' },
      'UTC',
      '2026-05-01T10:00:00.000Z',
      '2026-05-01T11:00:00.000Z',
    ],
    [
      'at half past in a zone of half hours',
      { delivery: 'hourly' },
      'Asia/Kolkata',
      '2026-05-01T10:20:00.000Z',
      '2026-05-01T10:30:00.000Z',
    ],
    [
      'at eight, if nothing is said',
      { delivery: 'daily' },
      'Europe/Berlin',
      '2026-05-01T10:00:00.000Z',
      '2026-05-02T06:00:00.000Z',
    ],
    [
      'at the time asked for',
      { delivery: 'daily', at: '18:30' },
      'America/New_York',
      '2026-05-01T10:00:00.000Z',
      '2026-05-01T22:30:00.000Z',
    ],
    [
      'at the same time of the day when clocks go back',
      { delivery: 'daily' },
      'Europe/Berlin',
      '2026-10-24T10:00:00.000Z',
      '2026-10-25T07:00:00.000Z',
    ],
    [
      'right after a time that does not exist',
      { delivery: 'daily', at: '02:30' },
      'Europe/Berlin',
      '2026-03-28T10:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'once at a time that exists twice',
      { delivery: 'daily', at: '02:30' },
      'Europe/Berlin',
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ],
    [
      'when quiet hours end',
      { quiet: '22:00-07:00' },
      'Europe/Berlin',
      '2026-05-01T21:00:00.000Z',
      '2026-05-02T05:00:00.000Z',
    ],
    [
      'at once when clocks are put forward over all of the quiet hours',
      { quiet: '02:15-02:45' },
      'Europe/Berlin',
      '2026-03-29T01:00:20.000Z',
      'at once',
    ],
    [
      'when they end, where clocks are put forward over their beginning',
      { quiet: '02:15-07:00' },
      'Europe/Berlin',
      '2026-03-29T01:00:20.000Z',
      '2026-03-29T05:00:00.000Z',
    ],
    [
      'at each full hour, also in the hour that clocks show twice',
      { delivery: 'hourly' },
      'Europe/Berlin',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:00:00.000Z',
    ],
    [
      'when they end, at their first moment too',
      { quiet: '22:00-07:00' },
      'UTC',
      '2026-05-01T22:00:00.000Z',
      '2026-05-02T07:00:00.000Z',
    ],
    [
      'at once when they are just over',
      { quiet: '22:00-07:00' },
      'UTC',
      '2026-05-02T07:00:00.000Z',
      'at once',
    ],
    ['at once outside of them', { quiet: '12:00-14:00' }, 'UTC', '2026-05-02T11:59:59.999Z', 'at once'],
    [
      'after quiet hours, where the digest fell into them',
      { delivery: 'daily', at: '06:00', quiet: '22:00-07:00' },
      'UTC',
      '2026-05-01T10:00:00.000Z',
      '2026-05-02T07:00:00.000Z',
    ],
  ])('plans %s', (_, terms, zone, now, expected) => {
    expect(plannedAt(terms, zone, now)).toBe(expected)
  })

  it('counts a day’s posts from midnight on and puts the rest into the digest of the day', () => {
    const now = Date.parse('2026-05-01T10:00:00Z')
    expect(planFor({ ...follow, most: 3 }, 'Europe/Berlin', now)).toEqual({
      isDigest: false,
      limit: {
        most: 3,
        since: Date.parse('2026-04-30T22:00:00Z'),
        digestAt: Date.parse('2026-05-02T06:00:00Z'),
      },
    })
    const midnight = Date.parse('2026-04-30T22:00:00Z')
    expect(planFor({ ...follow, most: 3 }, 'Europe/Berlin', midnight).limit?.since).toBe(midnight)
  })

  it('never plans into the past, nor a digest into quiet hours', () => {
    const time = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/New_York')
    const arbitrary = [fc.constantFrom('hourly', 'daily', undefined), time, time, time, zone] as const
    const begin = Date.parse('2026-01-01')
    fc.assert(
      fc.property(...arbitrary, fc.nat(365 * 86_400), (delivery, at, from, to, zoneName, second) => {
        fc.pre(from !== to)
        const now = begin + second * 1000
        const terms = { ...follow, ...(delivery && { delivery }), at, quiet: `${from}-${to}` }
        const planned = planFor(terms, zoneName, now).at ?? now
        expect(planned).toBeGreaterThanOrEqual(now)
        expect(planFor({ ...follow, quiet: `${from}-${to}` }, zoneName, planned).at ?? planned).toBe(planned)
      }),
      { numRuns: 200 },
    )
  })
})
