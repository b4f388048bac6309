import { describe, expect, it } from 'vitest'
import { drill } from './drill.ts'
import { makeMonth } from './months.ts'
import { expectedMessages } from './naive-model.ts'

describe('two days of news in a few servers', () => {
  it('bring each channel what a naive model says, once and in order, through kills and outages', async () => {
    const extent = { seed: 9, servers: 4, days: 2, articlesADay: 9 }
    const expected = expectedMessages(makeMonth(extent))
    const { posted, troubles } = await drill(extent)
    expect(Object.keys(troubles).length).toBeGreaterThan(1)
    expect(expected.size).toBeGreaterThan(5)
    const all = [...expected.values()].flat()
    for (const isThere of [
      all.some(({ isPublished }) => isPublished === true),
      all.some(({ articles }) => articles > 1),
      all.some(({ marks, articles }) => articles === 1 && marks.length > 1),
      all.some(({ marks }) => marks.some((mark) => mark.endsWith('corrected'))),
      all.some(({ marks, articles }) => articles > 1 && marks.some((mark) => mark.endsWith('withdrawn'))),
    ])
      expect(isThere).toBe(true)
    expect(Object.fromEntries(posted)).toEqual(Object.fromEntries(expected))
  })
})
