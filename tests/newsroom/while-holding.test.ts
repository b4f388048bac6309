import { describe, expect, it, onTestFinished } from 'vitest'
import { sharedLeases } from '../../src/archive/leases.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { systemClock } from '../../src/clock.ts'
import { whileHolding } from '../../src/newsroom/while-holding.ts'

/** Resolves when the signal aborts. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

/** A clock whose waits take no time, and which each of them brings on. */
function quickClock() {
  let now = 0
  return {
    now: () => now,
    wait: async (ms: number, signal?: AbortSignal) => {
      now += ms
      await systemClock.wait(1, signal)
    },
  }
}

describe('whileHolding', () => {
  it('has one of several work, and the next when that one has ended', async () => {
    const archive = openSqliteArchive(':memory:')
    onTestFinished(() => archive.close())
    const clock = quickClock()
    const working: string[] = []
    const begin = (name: string) => {
      const ending = new AbortController()
      const leases = sharedLeases(archive, clock.now)
      const done = whileHolding({ leases, clock }, { task: 't', signal: ending.signal }, async (held) => {
        working.push(name)
        await untilAborted(held)
      })
      return { end: () => ending.abort(), done }
    }
    const first = begin('first')
    await expect.poll(() => working).toEqual(['first'])
    const second = begin('second')
    for (let turn = 0; turn < 20; turn++) await systemClock.wait(1)
    expect(working).toEqual(['first'])
    first.end()
    await first.done
    await expect.poll(() => working).toEqual(['first', 'second'])
    second.end()
    await second.done
  })

  it('tells the work to end when another has taken the task over', async () => {
    const archive = openSqliteArchive(':memory:')
    onTestFinished(() => archive.close())
    const clock = quickClock()
    const ending = new AbortController()
    const ended: string[] = []
    const leases = sharedLeases(archive, clock.now)
    const done = whileHolding({ leases, clock }, { task: 't', signal: ending.signal }, async (held) => {
      await archive.clearKeyValues('lease/')
      await archive.takeLease({ task: 't', holder: 'another' }, { now: clock.now(), until: 1e12 })
      await untilAborted(held)
      ended.push('ended')
    })
    await expect.poll(() => ended).toEqual(['ended'])
    ending.abort()
    await done
  })
})
