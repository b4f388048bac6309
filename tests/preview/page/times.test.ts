import { describe, expect, it } from 'vitest'
import { messageTime, relativeTime, styledTime } from '../../../src/preview/page/times.ts'

const noon = new Date(2026, 10, 14, 12, 0).getTime()
const hourMs = 3_600_000

describe('messageTime', () => {
  it.each([
    [noon, 'Today at 12:00'],
    [noon - 12 * hourMs, 'Today at 00:00'],
    [noon - 13 * hourMs, 'Yesterday at 23:00'],
    [noon - 48 * hourMs, '12 Nov 2026, 12:00'],
  ])('says when it was by the reader’s own day', (at, words) => {
    expect(messageTime(at, noon)).toBe(words)
  })
})

describe('relativeTime', () => {
  it.each([
    [-1000, '1 second ago'],
    [-2 * hourMs, '2 hours ago'],
    [3 * 24 * hourMs, 'in 3 days'],
    [-400 * 24 * hourMs, 'last year'],
  ])('takes the largest unit that fits', (distance, words) => {
    expect(relativeTime(noon + distance, noon)).toBe(words)
  })
})

describe('styledTime', () => {
  it('knows Discord’s styles, and takes the longer form for others', () => {
    expect(styledTime(noon, 't')).toBe('12:00')
    expect(styledTime(noon, 'D')).toBe('14 November 2026')
    expect(styledTime(noon, 'x')).toBe('14 November 2026 at 12:00')
  })
})
