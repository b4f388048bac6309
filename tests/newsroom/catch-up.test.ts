import { describe, expect, it } from 'vitest'
import { openCatchUp } from '../../src/newsroom/catch-up.ts'

const hour = 3_600_000
const [open, one, two] = [{}, { server: '1' }, { server: '2' }]

describe('what feeds may post that catch up', () => {
  it('is fifty an hour for all of an owner together', () => {
    const { take } = openCatchUp()
    expect([take([one], 30, 0), take([one], 30, 1), take([one], 30, 2)]).toEqual([30, 20, 0])
    expect([take([one], 30, hour - 1), take([one], 30, hour)]).toEqual([0, 30])
  })

  it('is not used up by the feeds of others', () => {
    const { take } = openCatchUp()
    expect(take([one], 90, 0)).toBe(50)
    expect([take([two], 9, 1), take([open], 9, 1)]).toEqual([9, 9])
  })

  it('is what the owner has left who has most, where a feed has several', () => {
    const { take } = openCatchUp()
    take([one], 45, 0)
    expect([take([one, two], 20, 1), take([one], 5, 1), take([two], 40, 1)]).toEqual([20, 0, 30])
    expect(take([], 5, 1)).toBe(0)
  })
})
