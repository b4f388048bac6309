import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { createRefusals } from '../../src/discord/refusals.ts'
import { standingClock } from './standing-clock.ts'

const minuteMs = 60_000

function counting(most: number) {
  const lines: string[] = []
  const log = pino({}, { write: (line) => void lines.push(line) })
  const clock = standingClock()
  const archive = openSqliteArchive(':memory:')
  onTestFinished(() => archive.close())
  const count = (minute: number): Promise<number> =>
    archive.countUp(`refused/${minute}`, Number.MAX_SAFE_INTEGER)
  return { clock, lines, count, open: () => createRefusals({ clock, log }, count, most) }
}

describe('refused requests', () => {
  it('stop posts once there are too many in ten minutes, and let them go on when those are over', async () => {
    const { clock, lines, open } = counting(3)
    const refusals = open()
    for (const status of [200, 401, 403, 404, 500]) await refusals.note(status, undefined)
    expect(refusals.areTooMany()).toBe(false)
    clock.put(clock.now() + 5 * minuteMs)
    await refusals.note(429, 'user')
    expect([refusals.areTooMany(), refusals.areTooMany(), refusals.lately()]).toEqual([true, true, 3])
    clock.put(clock.now() + 5 * minuteMs)
    expect([refusals.areTooMany(), refusals.lately()]).toEqual([false, 1])
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      'Discord refuses too much; posting rests until it is less',
      'Discord refuses less; posting goes on',
    ])
  })

  it('are not those for a limit that all bots share', async () => {
    const refusals = counting(1).open()
    await refusals.note(429, 'shared')
    expect(refusals.areTooMany()).toBe(false)
  })

  it('are counted over all processes', async () => {
    const { open } = counting(4)
    const processes = [open(), open()]
    for (const one of [...processes, ...processes]) await one.note(403, undefined)
    expect(processes.map((one) => one.areTooMany())).toEqual([false, true])
  })
})
