import { describe, expect, it } from 'vitest'
import { riseOf } from '../../src/queries/rise.ts'

const all = { now: 40, before: 160 }

describe('riseOf', () => {
  it('finds what came up more often than its past lets expect', () => {
    expect(riseOf({ now: 9, before: 2 }, all)?.times).toBeCloseTo(14.92, 2)
    expect(riseOf({ now: 9, before: 2 }, all)?.surprise).toBeCloseTo(19.43, 2)
  })

  it('is surprised more by nine after three than by three after one', () => {
    const nine = riseOf({ now: 9, before: 3 }, all)?.surprise ?? 0
    expect(nine).toBeGreaterThan(riseOf({ now: 3, before: 0 }, all)?.surprise ?? 0)
    expect(riseOf({ now: 3, before: 1 }, all)).toBeUndefined()
  })

  it('holds counts against the articles of their time', () => {
    expect(riseOf({ now: 20, before: 20 }, { now: 100, before: 100 })).toBeUndefined()
    expect(riseOf({ now: 20, before: 20 }, { now: 20, before: 100 })).toBeDefined()
    expect(riseOf({ now: 40, before: 10 }, { now: 400, before: 100 })).toBeUndefined()
  })

  it('draws the factor of few towards one, and is finite for what is new', () => {
    expect(riseOf({ now: 3, before: 0 }, all)?.times).toBeCloseTo(27.49, 1)
    expect(riseOf({ now: 30, before: 0 }, all)?.times).toBeLessThan(1_000)
  })

  it('finds no rise where something fell, or where there is nothing to compare with', () => {
    expect(riseOf({ now: 1, before: 90 }, all)).toBeUndefined()
    expect(riseOf({ now: 9, before: 0 }, { now: 9, before: 0 })).toBeUndefined()
    expect(riseOf({ now: 0, before: 9 }, { now: 0, before: 90 })).toBeUndefined()
    expect(riseOf({ now: 0, before: 0 }, all)).toBeUndefined()
  })
})
