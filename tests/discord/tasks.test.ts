import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { openTasks } from '../../src/discord/tasks.ts'

const log = pino({ level: 'silent' })

describe('what is under way as a process ends', () => {
  it('is waited for, and told to end where it takes too long', async () => {
    const tasks = openTasks({ log }, () => undefined)
    const ended: string[] = []
    tasks.begin({ kind: 'post', id: 1 }, async () => void ended.push('quick'))
    tasks.begin({ kind: 'edit', id: 2 }, async (signal) => {
      await systemClock.wait(60_000, signal)
      ended.push(signal.aborted ? 'told' : 'waited')
    })
    await tasks.endWithin(systemClock, 20)
    expect(ended).toEqual(['quick', 'told'])
    expect(tasks.size()).toBe(0)
  })

  it('is begun once while it is under way, and again after that', async () => {
    const tasks = openTasks({ log }, () => undefined)
    let begun = 0
    const task = { kind: 'post', id: 1 } as const
    const work = async (): Promise<void> => {
      begun += 1
    }
    tasks.begin(task, work)
    tasks.begin(task, work)
    tasks.begin({ ...task, kind: 'edit' }, work)
    await tasks.endWithin(systemClock, 1000)
    tasks.begin(task, work)
    expect(begun).toBe(3)
  })
})
