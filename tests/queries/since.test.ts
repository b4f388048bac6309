import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { parseSince } from '../../src/queries/since.ts'

const now = Date.UTC(2026, 4, 10, 12)

describe('parseSince', () => {
  it.each([
    ['12h', Date.UTC(2026, 4, 10, 0)],
    ['3d', Date.UTC(2026, 4, 7, 12)],
    ['2W', Date.UTC(2026, 3, 26, 12)],
    [' 2026-01-31 ', Date.UTC(2026, 0, 31)],
  ])('reads %s', (typed, expected) => {
    expect(parseSince(typed, now)).toBe(expected)
  })

  it.each(['', 'yesterday', '5m', '-3d', '2026-02-30', '2026-13-01', '26-01-31', '99999999d'])(
    'refuses “%s” and says what it understands',
    (typed) => {
      expect(() => parseSince(typed, now)).toThrow(UserError)
      expect(() => parseSince(typed, now)).toThrow(`“${typed}” is no time I know: write 12h, 3d, 2w`)
    },
  )
})
