import { describe, expect, it } from 'vitest'
import { parseFields } from '../../src/queries/search-fields.ts'

const now = Date.UTC(2026, 10, 21, 12)

describe('parseFields', () => {
  it('takes fields out and leaves words, phrases, -not and OR', () => {
    expect(
      parseFields(
        'ferry publisher:"Quay Courier" OR boat -pier Speaker:quell “sea wall” after:2d before:2026-11-20',
        now,
      ),
    ).toEqual({
      words: 'ferry OR boat -pier “sea wall”',
      fields: ['publisher:"Quay Courier"', 'Speaker:quell', 'after:2d', 'before:2026-11-20'],
      publisher: 'Quay Courier',
      speaker: 'quell',
      since: now - 2 * 86_400_000,
      before: Date.UTC(2026, 10, 20),
    })
  })

  it.each([
    ['"publisher:x stays"', '"publisher:x stays"'],
    ['http://a.test republisher:x 10:30', 'http://a.test republisher:x 10:30'],
    ['', ''],
  ])('takes no field out of %j', (query, words) => {
    expect(parseFields(query, now)).toEqual({ words, fields: [] })
  })

  it.each([
    ['ferry publisher:', 'publisher: needs a value right behind it, as in publisher:"The Daily Post"'],
    ['speaker: quell', 'speaker: needs a value right behind it'],
    ['speaker:"–"', 'speaker: needs a value'],
    ['publisher:a publisher:b', 'publisher: stands twice'],
    ['-publisher:a', 'A minus goes before words, not before publisher:'],
    ['before:soon', '“soon” is no time I know'],
    ['before:2026-02-30', '“2026-02-30” is no time I know'],
    ['after:2026-02-02 before:2026-02-01', 'Nothing can be after 2026-02-02 and before 2026-02-01'],
    ['after:1d before:1d', 'Nothing can be after 1d and before 1d'],
  ])('refuses %j', (query, why) => {
    expect(() => parseFields(query, now)).toThrow(why)
  })
})
