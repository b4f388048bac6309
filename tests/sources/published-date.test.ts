import { describe, expect, it } from 'vitest'
import { parsePublished } from '../../src/sources/published-date.ts'

describe('parsePublished', () => {
  it.each([
    ['2026-10-12', '2026-10-12T00:00:00.000Z'],
    ['2026-10-12T08:30', '2026-10-12T08:30:00.000Z'],
    ['2026-10-12 08:30:15', '2026-10-12T08:30:15.000Z'],
    ['2026-10-12T08:30:15.123456Z', '2026-10-12T08:30:15.000Z'],
    ['2026-10-12T08:30:15+0530', '2026-10-12T03:00:15.000Z'],
    ['2026-10-12T08:30-05', '2026-10-12T13:30:00.000Z'],
    ['Mon, 12 Oct 2026 08:00:00 GMT', '2026-10-12T08:00:00.000Z'],
    ['12 Oct 2026 08:00 -0500', '2026-10-12T13:00:00.000Z'],
  ])('reads %s', (written, expected) => {
    expect(new Date(parsePublished(written) ?? Number.NaN).toISOString()).toBe(expected)
  })

  it.each([
    '',
    '12/10/2026',
    'October 12',
    '2026-02-30',
    '2026-13-01',
    '2026-10-12T25:00',
    '1970-01-01',
    '9999-01-01',
  ])('gives nothing for %j', (written) => {
    expect(parsePublished(written)).toBeUndefined()
  })
})
