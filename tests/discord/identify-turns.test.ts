import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { connect } from '../../src/discord/connection.ts'
import { pauseBefore } from '../../src/discord/identify-turns.ts'
import { startStandIn } from '../../src/preview/stand-in.ts'
import { until } from '../e2e/harness.ts'

const hourMs = 3_600_000

describe('sessions of the gateway', () => {
  it('are started without a pause while half of the day’s are left, then so slowly that they last', () => {
    const pause = (remaining: number) => pauseBefore({ total: 1000, remaining, reset_after: 10 * hourMs })
    expect([1000, 500].map(pause)).toEqual([0, 0])
    expect(pause(100)).toBe(hourMs / 10)
    expect([1, 0].map(pause)).toEqual([10 * hourMs, 10 * hourMs])
  })

  it('are not burnt by a bot that starts again and again: it waits, and says so', async () => {
    const discord = await startStandIn({ dailySessions: 4 })
    const lines: string[] = []
    const log = pino({}, { write: (line) => void lines.push(line) })
    const start = async (): Promise<void> => {
      const connection = connect({
        token: discord.token,
        config: { DISCORD_API_URL: discord.apiUrl, SHARDS: 'auto' },
        clock: systemClock,
        log,
        signal: new AbortController().signal,
      })
      connection.shareOver(undefined)
      await Promise.race([connection.ready, until(() => lines.length > 0)])
      await connection.close()
      await connection.ready.catch(() => undefined)
    }
    for (let times = 0; times < 6; times++) await start()
    expect(discord.gateway.sessions.length).toBe(3)
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({
        msg: 'few gateway sessions are left today; waiting before the next',
        remaining: 1,
        total: 4,
      }),
    )
    await discord.close()
  })
})
