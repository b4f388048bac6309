import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { enforceRetention } from '../../src/newsroom/retention.ts'
import { entry } from '../archive/entries.ts'

const log = pino({ level: 'silent' })

/** A clock on which every wait is over at once, and ends the work with the first that is long. */
function quickClock(now: number, stop: () => void) {
  const waits: number[] = []
  const wait = async (ms: number): Promise<void> => {
    waits.push(ms)
    if (ms > 1000) stop()
  }
  return { waits, clock: { now: () => now, wait } }
}

describe('enforceRetention', () => {
  it('deletes all that is too old in small steps with pauses between them', async () => {
    const archive = openSqliteArchive(':memory:')
    onTestFinished(() => archive.close())
    for (let n = 0; n < 25; n++) await archive.keep(entry({ id: `old${n}`, publishedAt: n }))
    await archive.keep(entry({ id: 'new', publishedAt: 9_500 }))
    const ending = new AbortController()
    const { clock, waits } = quickClock(10_000, () => ending.abort())
    await enforceRetention({ archive, clock, log, keepMs: 1000 }, ending.signal)
    expect((await archive.size({ kind: 'operator' })).articles).toBe(1)
    expect(waits.filter((ms) => ms < 1000)).toHaveLength(2)
  })

  it('deletes nothing where all is to be kept', async () => {
    const archive = openSqliteArchive(':memory:')
    onTestFinished(() => archive.close())
    await archive.keep(entry({ id: 'old', publishedAt: 0 }))
    const { clock } = quickClock(10_000, () => undefined)
    await enforceRetention({ archive, clock, log, keepMs: 0 }, new AbortController().signal)
    expect((await archive.size({ kind: 'operator' })).articles).toBe(1)
  })
})
