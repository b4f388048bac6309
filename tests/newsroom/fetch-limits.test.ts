import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFetchLimits } from '../../src/newsroom/fetch-limits.ts'

const minute = 60_000
const inServer = (member: string, id = 's') => ({ viewer: { kind: 'server', id } as const, member })
const alone = (member: string) => ({ viewer: { kind: 'person', id: member } as const, member })

describe('fetch limits', () => {
  it('refuse a member’s page too many, and say how long to wait', () => {
    let now = 1_000_000
    const limits = createFetchLimits({ member: 2, server: 9 }, () => now)
    expect(limits.take(inServer('a'))).toBeUndefined()
    now += 20_000
    expect(limits.take(inServer('a'))).toBeUndefined()
    now += 10_000
    expect(limits.take(inServer('a'))).toEqual({ whose: 'member', rate: 2, waitMs: 30_000 })
    expect(limits.take(inServer('b'))).toBeUndefined()
    now += 30_000
    expect(limits.take(inServer('a'))).toBeUndefined()
    expect(limits.take(inServer('a'))).toEqual({ whose: 'member', rate: 2, waitMs: 20_000 })
  })

  it('count a member wherever they ask, and a server whoever asks', () => {
    const limits = createFetchLimits({ member: 3, server: 2 }, () => 0)
    expect(limits.take(inServer('a', 'one'))).toBeUndefined()
    expect(limits.take(inServer('b', 'one'))).toBeUndefined()
    expect(limits.take(inServer('c', 'one'))).toEqual({ whose: 'server', rate: 2, waitMs: minute })
    expect(limits.take(inServer('a', 'two'))).toBeUndefined()
    expect(limits.take(alone('a'))).toBeUndefined()
    expect(limits.take(alone('a'))).toMatchObject({ whose: 'member' })
  })

  it('charge nothing for what is refused', () => {
    const limits = createFetchLimits({ member: 1, server: 2 }, () => 0)
    limits.take(inServer('a'))
    for (let time = 0; time < 5; time += 1)
      expect(limits.take(inServer('a'))).toMatchObject({ whose: 'member' })
    expect(limits.take(inServer('b'))).toBeUndefined()
  })

  it('let nobody in where a rate is 0, and the operator always', () => {
    const limits = createFetchLimits({ member: 0, server: 5 }, () => 0)
    expect(limits.take(inServer('a'))).toEqual({ whose: 'member', rate: 0, waitMs: Number.POSITIVE_INFINITY })
    expect(limits.take({ viewer: { kind: 'operator' } })).toBeUndefined()
  })

  it('forgive when the clock is set back', () => {
    let now = 10 * minute
    const limits = createFetchLimits({ member: 1, server: 1 }, () => now)
    limits.take(inServer('a'))
    now = 0
    expect(limits.take(inServer('a'))).toBeUndefined()
  })

  it('never let more through in any minute than the rate, nor refuse while there is room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30_000), { maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (pauses, rate) => {
          let now = 0
          const limits = createFetchLimits({ member: rate, server: 1000 }, () => now)
          const taken: number[] = []
          for (const pause of pauses) {
            now += pause
            const recent = taken.filter((time) => time > now - minute)
            const refused = limits.take(inServer('a'))
            expect(refused === undefined).toBe(recent.length < rate)
            if (refused === undefined) taken.push(now)
            else expect(now + refused.waitMs).toBe((recent[0] ?? 0) + minute)
          }
        },
      ),
    )
  })
})
