import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import { logTo } from '../../src/start/log.ts'
import { makeDesk, startCrier, startDiscord } from './harness.ts'

describe.concurrent('secrets', () => {
  it('of the bot are in no line of the log, whatever fails', async () => {
    await using discord = await startDiscord()
    const lines: string[] = []
    const log = logTo('trace', { write: (line) => void lines.push(line) })
    await using _ = await startCrier(discord, await makeDesk(), { log })
    const hand = discord.as(seedIds.admin)
    await hand.command('latest')
    discord.faults.fail('POST /interactions/:id/:token/callback', 500, 4)
    await hand.command('latest').catch(() => undefined)
    const text = lines.join('')
    expect(text).toContain('interaction not answered')
    expect(text).not.toContain(discord.token)
    const asked = JSON.stringify(discord.requests).matchAll(/\/(?:interactions|webhooks)\/\d+\/([^/?"]+)/g)
    const tokens = new Set(Array.from(asked, ([, token = '']) => token))
    expect(tokens.size).toBeGreaterThan(1)
    for (const token of tokens) expect(text).not.toContain(token)
  })

  it('of an archive are for the user alone who runs the bot', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using _ = await startCrier(discord, desk)
    const folder = dirname(desk.database)
    const files = (await readdir(folder)).filter((name) => name.startsWith('crier.db'))
    const modes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).mode & 0o077))
    expect(files).toEqual(expect.arrayContaining(['crier.db', 'crier.db-wal']))
    expect(modes.every((mode) => mode === 0)).toBe(true)
  })
})
