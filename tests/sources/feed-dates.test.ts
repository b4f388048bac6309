import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFeedDate } from '../../src/sources/feed-dates.ts'

describe('parseFeedDate', () => {
  it.each([
    ['2026-10-12T14:05:09+02:00', '2026-10-12T12:05:09Z'],
    ['2026-10-12T14:05+0200', '2026-10-12T12:05:00Z'],
    ['2026-10-12T14:05:09', '2026-10-12T14:05:09Z'],
    ['2026-10-12 14:05:09.123 UTC', '2026-10-12T14:05:09Z'],
    ['2026-10-12T14:05:09 EST', '2026-10-12T19:05:09Z'],
    ['2026-10-12', '2026-10-12T00:00:00Z'],
    ['2026-10', '2026-10-01T00:00:00Z'],
    ['2026', '2026-01-01T00:00:00Z'],
    ['2026/10/12 9:05', '2026-10-12T09:05:00Z'],
    ['20261012', '2026-10-12T00:00:00Z'],
    ['20261012T140509Z', '2026-10-12T14:05:09Z'],
    ['2026-285', '2026-10-12T00:00:00Z'],
    ['2026-10-12T24:00:00Z', '2026-10-13T00:00:00Z'],
    ['Mon, 12 Oct 2026 14:05:09 GMT', '2026-10-12T14:05:09Z'],
    ['Tue, 12 Oct 2026 14:05:09 GMT', '2026-10-12T14:05:09Z'],
    ['Monday, 12 October 2026 14:05 EDT', '2026-10-12T18:05:00Z'],
    ['12 Oct 26 14:05:09 Z', '2026-10-12T14:05:09Z'],
    ['Mon, 12 Oct 98 14:05:09 +0530', '1998-10-12T08:35:09Z'],
    ['Mon, 12 Oct 2026 14:05:09 GMT+2', '2026-10-12T12:05:09Z'],
    ['Mon, 12 Oct 2026 14:05:09 +02:00', '2026-10-12T12:05:09Z'],
    ['Mon, 12 Oct 2026 14:05:09 CEST', '2026-10-12T12:05:09Z'],
    ['Mon, 12 Oct 2026 14:05:09 XYZ', '2026-10-12T14:05:09Z'],
    ['Mon,12 Oct 2026 2:05 pm', '2026-10-12T14:05:00Z'],
    ['Mon, 12 Oct 2026 00:05 AM PST', '2026-10-12T08:05:00Z'],
    ['Oct 12th, 2026 2:05 p.m.', '2026-10-12T14:05:00Z'],
    ['Sept. 12, 2026', '2026-09-12T00:00:00Z'],
    ['2026 October 12', '2026-10-12T00:00:00Z'],
    ['12-Oct-2026 14:05', '2026-10-12T14:05:00Z'],
    ['Mon Oct 12 14:05:09 2026', '2026-10-12T14:05:09Z'],
    ['Mon Oct 12 14:05:09 CET 2026', '2026-10-12T13:05:09Z'],
    ['Mon Oct 12 2026 14:05:09 GMT+0200 (Central European Summer Time)', '2026-10-12T12:05:09Z'],
    ['Montag, 12. Oktober 2026 14:05', '2026-10-12T14:05:00Z'],
    ['lun, 12 août 2026 14:05:09 +0200', '2026-08-12T12:05:09Z'],
    ['Mié, 12 Ene 2026 14:05:09 -0300', '2026-01-12T17:05:09Z'],
    ['Пн, 12 окт 2026 14:05:09 +0300', '2026-10-12T11:05:09Z'],
    ['10/12/2026 14:05', '2026-10-12T14:05:00Z'],
    ['13/10/2026', '2026-10-13T00:00:00Z'],
    ['12.10.2026 14:05', '2026-10-12T14:05:00Z'],
    ['1791813909', '2026-10-12T14:05:09Z'],
    ['1791813909000', '2026-10-12T14:05:09Z'],
    ['\n  Mon,  12 Oct 2026\n 14:05:09 GMT ', '2026-10-12T14:05:09Z'],
  ])('reads %j', (written, time) => {
    const found = parseFeedDate(written)
    expect(found === undefined ? undefined : new Date(Math.floor(found / 1000) * 1000).toISOString()).toBe(
      time.replace('Z', '.000Z'),
    )
  })

  it.each([
    undefined,
    '',
    'yesterday',
    '4711',
    '0000-00-00 00:00:00',
    '2026-02-30',
    '30 February 2026',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '12:30',
    'x'.repeat(200),
  ])('finds no date in %j', (written) => {
    expect(parseFeedDate(written)).toBeUndefined()
  })

  it('reads every time back that JavaScript, HTTP and mail write', () => {
    const times = fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2199, 0, 1) / 1000 })
    fc.assert(
      fc.property(times, (seconds) => {
        const date = new Date(seconds * 1000)
        for (const written of [date.toISOString(), date.toUTCString(), date.toString()]) {
          expect(parseFeedDate(written)).toBe(seconds * 1000)
        }
      }),
    )
  })

  it('throws on nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        expect(typeof parseFeedDate(text)).toMatch(/number|undefined/)
      }),
    )
  })
})
