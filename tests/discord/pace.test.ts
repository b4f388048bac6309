import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { countAlone, createPace } from '../../src/discord/pace.ts'
import { standingClock } from './standing-clock.ts'

describe('createPace', () => {
  it('lets fewer than fifty requests go in any second, wherever it begins', async () => {
    const clock = standingClock()
    const pace = createPace(clock, countAlone())
    const times: number[] = []
    await Promise.all(
      Array.from({ length: 200 }, () => pace.turn(false).then(() => void times.push(clock.now()))),
    )
    const inSecond = times.map((from) => times.filter((at) => at >= from && at < from + 1000).length)
    expect(Math.max(...inSecond)).toBeLessThan(50)
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThanOrEqual(5000)
  })

  it('counts the requests of all who share an archive', async () => {
    const archive = openSqliteArchive(':memory:')
    onTestFinished(() => archive.close())
    const clock = standingClock()
    const count = (window: number): Promise<number> => archive.countUp(`requests/${window}`, 99_000)
    const paces = [createPace(clock, count), createPace(clock, count)]
    for (let request = 0; request < 2; request++) for (const { turn } of paces) await turn(false)
    expect(clock.now()).toBeLessThan(10_300)
    await paces[1]?.turn(false)
    expect(clock.now()).toBe(10_300)
  })

  it('gives the next turn to what is urgent, however much waits', async () => {
    const pace = createPace(standingClock(), countAlone())
    const order: string[] = []
    const posts = Array.from({ length: 9 }, (_, post) =>
      pace.turn(false).then(() => order.push(`post ${post}`)),
    )
    await posts[0]
    const question = pace.turn(true).then(() => order.push('question'))
    await Promise.all([...posts, question])
    expect(order.indexOf('question')).toBeLessThan(4)
  })

  it('forgets who gave up waiting', async () => {
    const pace = createPace(standingClock(), countAlone())
    const leaving = new AbortController()
    const waiting = Array.from({ length: 5 }, () => pace.turn(false))
    const left = pace.turn(false, leaving.signal)
    leaving.abort(new Error('too long'))
    await expect(left).rejects.toThrow('too long')
    await Promise.all(waiting)
    expect(pace.waiting()).toBe(0)
  })
})
