import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHttpDate } from '../../../src/sources/http/http-date.ts'

describe('readHttpDate', () => {
  it.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', 784111777000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 784111777000],
    ['Sun Nov  6 08:49:37 1994', 784111777000],
    ['Sun, 6 Nov 1994 08:49:37 UTC', 784111777000],
    ['Sun, 06 Nov 1994 09:49:37 +0100', 784111777000],
  ])('reads %s', (text, time) => {
    expect(readHttpDate(text)).toBe(time)
  })

  it.each([
    '',
    '0',
    '-1',
    '5',
    'Monday',
    '2026-03-01',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 25:00:00 GMT',
  ])('takes %j for no date', (text) => {
    expect(readHttpDate(text)).toBeUndefined()
  })

  it('reads every date that it is given in the usual form', () => {
    const dates = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
    fc.assert(
      fc.property(dates, (date) => {
        expect(readHttpDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000)
      }),
    )
  })
})
