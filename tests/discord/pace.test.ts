import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { countAlone, createPace } from '../../src/discord/pace.ts'

/** A clock that stands still but for waits. */
function standingClock() {
  let now = 10_250
  return {
    now: () => now,
    wait: async (ms: number) => {
      now += ms
    },
  }
}

describe('createPace', () => {
  it('lets forty posts go in a second, and the next in the next', async () => {
    const clock = standingClock()
    const pace = createPace(clock, countAlone())
    const seconds: number[] = []
    for (let post = 0; post < 90; post++) {
      await pace()
      seconds.push(Math.floor(clock.now() / 1000))
    }
    expect([10, 11, 12].map((second) => seconds.filter((one) => one === second).length)).toEqual([40, 40, 10])
  })

  it('counts the posts of all who share an archive', async () => {
    const archive = openSqliteArchive(':memory:')
    onTestFinished(() => archive.close())
    const clock = standingClock()
    const count = (second: number): Promise<number> => archive.countUp(`posts/${second}`, 99_000)
    const paces = [createPace(clock, count), createPace(clock, count)]
    for (let post = 0; post < 20; post++) for (const pace of paces) await pace()
    expect(clock.now()).toBe(10_250)
    await paces[1]?.()
    expect(clock.now()).toBe(11_000)
  })
})
