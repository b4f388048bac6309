import { PermissionFlagsBits } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import type { Running } from '../../src/start/start.ts'
import {
  type Desk,
  type Discord,
  forwardClock,
  makeDesk,
  shown,
  soonMs,
  startCrier,
  startDiscord,
  until,
} from './harness.ts'

const ferry = {
  title: 'Ferry replaces the bridge',
  body: ['A ferry takes over on Saturday and crosses the Morrow every twenty minutes until the evening.'],
}
const denySending = {
  id: seedIds.newsroom,
  type: 0 as const,
  allow: 0n,
  deny: PermissionFlagsBits.SendMessages,
}

/** Takes the bot its permission, and refuses its posts without counting them as its mistakes. */
function close(discord: Discord): void {
  discord.faults.refuse(seedIds.news, 50_013)
  discord.change.setOverwrites(seedIds.news, [denySending])
}

function open(discord: Discord): void {
  discord.faults.allow(seedIds.news)
  discord.change.setOverwrites(seedIds.news, [])
}

function asks(discord: Discord, place?: string) {
  const hand = discord.as(seedIds.admin, place)
  return async (command: string, options: Record<string, string | boolean> = {}) =>
    shown((await hand.command(command, options)).messages)
}

async function pauseOf({ archive }: Running): Promise<string | undefined> {
  return (await archive.follows())[0]?.paused?.cause
}

async function post({ desk, crier }: { desk: Desk; crier: Running }, name: string): Promise<void> {
  const before = (await crier.archive.size({ kind: 'operator' })).articles
  await desk.write(`${name}.txt`, { ...ferry, title: `Ferry ${name}` })
  await until(async () => (await crier.archive.size({ kind: 'operator' })).articles > before)
}

const notices = (discord: Discord): string => shown(discord.messages(seedIds.general))

describe.concurrent('a channel that closes', () => {
  it('pauses its follows, says so once, and goes on by itself when it opens', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    const ask = asks(discord)
    expect(await ask('settings', { notices: seedIds.general })).toContain(`Notices in #${seedIds.general}`)
    await ask('follow add', { channel: seedIds.news })
    close(discord)
    await post({ desk, crier }, 'one')
    await until(async () => (await pauseOf(crier)) === 'closed')
    await until(() => notices(discord).includes('Nothing is posted here any more'))
    expect(await ask('follow list')).toContain('🔴 Every new article')
    discord.change.setRoleMentionable(seedIds.newsroom, seedIds.quietRole, true)
    await post({ desk, crier }, 'two')
    expect(await pauseOf(crier)).toBe('closed')
    open(discord)
    await until(async () => (await pauseOf(crier)) === undefined)
    await until(() => notices(discord).includes('I may post here again'))
    await post({ desk, crier }, 'three')
    const message = await discord.waitForMessage(seedIds.news, () => true, soonMs)
    expect(shown([message])).toContain('Ferry three')
    expect(notices(discord).match(/Nothing is posted/g)).toHaveLength(1)
  })

  it('by being deleted pauses them at once', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    const ask = asks(discord)
    await ask('settings', { notices: seedIds.general })
    await ask('follow add', { channel: seedIds.news })
    discord.change.deleteChannel(seedIds.news)
    await until(async () => (await pauseOf(crier)) === 'closed')
    await until(() => notices(discord).includes('The channel was deleted.'))
  })

  it('and opens while the bot is down goes on at its next start', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    {
      await using crier = await startCrier(discord, desk)
      await asks(discord)('follow add', { channel: seedIds.news })
      close(discord)
      await post({ desk, crier }, 'one')
      await until(async () => (await pauseOf(crier)) === 'closed')
    }
    open(discord)
    await using crier = await startCrier(discord, desk)
    expect(await pauseOf(crier)).toBeUndefined()
  })
})

describe.concurrent('/settings', () => {
  it('sets time zone and privacy for one server alone, and says what holds', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using _ = await startCrier(discord, desk)
    const ask = asks(discord)
    expect(await ask('settings')).toContain('UTC, since none is chosen')
    expect(await ask('settings', { timezone: 'Mars/Base' })).toContain('I know no time zone “Mars/Base”')
    expect(await ask('settings', { timezone: 'Europe/Berlin', private: true })).toMatch(
      /Time zone Europe\/Berlin.*\n.*\n.*shown to the asker alone/,
    )
    expect(await ask('follow add', { delivery: 'daily' })).toContain('every day at 08:00 (Europe/Berlin)')
    const reader = discord.as(seedIds.member)
    const isPrivate = async (options: Record<string, boolean>) =>
      (await reader.command('latest', options)).messages[0]?.ephemeral === true
    expect(await isPrivate({})).toBe(true)
    expect(await isPrivate({ private: false })).toBe(false)
    expect(await asks(discord, seedIds.elsewhereGeneral)('settings')).toContain('shown to all')
    const { choices } = await discord
      .as(seedIds.admin)
      .autocomplete('settings', { timezone: 'new york' }, 'timezone')
    expect(choices).toEqual([{ name: 'America/New_York', value: 'America/New_York' }])
  })
})

describe.concurrent('a server that removes the bot', () => {
  it('is forgotten after thirty days, and not before', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    const { clock, forward } = forwardClock()
    {
      await using crier = await startCrier(discord, desk, { clock })
      await asks(discord)('settings', { timezone: 'Europe/Berlin' })
      await asks(discord)('follow add', { channel: seedIds.news })
      discord.change.removeBot(seedIds.newsroom)
      await until(async () => (await pauseOf(crier)) === 'left')
    }
    forward(29 * 24 * 3_600_000)
    {
      await using crier = await startCrier(discord, desk, { clock })
      expect(await pauseOf(crier)).toBe('left')
    }
    forward(2 * 24 * 3_600_000)
    await using crier = await startCrier(discord, desk, { clock })
    await until(async () => (await crier.archive.follows()).length === 0)
    await until(async () => (await crier.archive.departedServers(clock.now())).length === 0)
    discord.change.addBot(seedIds.newsroom)
    await until(async () => (await asks(discord)('settings')).includes('UTC'))
  })
})
