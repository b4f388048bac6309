import { describe, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import { type Discord, makeDesk, shown, soonMs, startCrier, startDiscord, until } from './harness.ts'

const ferry = {
  title: 'Ferry replaces the bridge',
  body: ['A ferry takes over on Saturday and crosses the Morrow every twenty minutes until the evening.'],
}

type Options = Record<string, string | number | boolean>

function asks(discord: Discord, user: string, place?: string) {
  const hand = discord.as(user, place)
  return async (command: string, options: Options = {}) =>
    shown((await hand.command(command, options)).messages)
}

const inbox = (discord: Discord, user: string): string =>
  shown(discord.messages(discord.change.directMessage(user).id))

describe.concurrent('/alerts', () => {
  it.each([
    ['in a server, without any right', seedIds.member, undefined],
    ['in direct messages', seedIds.member, 'DM'],
    ['with the app installed by oneself', seedIds.stranger, 'DM'],
  ])('are for anybody, %s, and go to that person alone', async (_, user, place) => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    const ask = asks(discord, user, place)
    expect(await ask('alerts add', { about: 'ferry' })).toContain(
      'New articles about ferry → your direct messages, as soon as they arrive.',
    )
    await desk.write('ferry.txt', ferry)
    await until(() => inbox(discord, user).includes('Ferry replaces the bridge'))
    const [follow] = await crier.archive.follows()
    const id = follow?.id ?? ''
    expect(await ask('alerts edit', { follow: id, delivery: 'daily', timezone: 'Europe/Berlin' })).toContain(
      'as a digest every day at 08:00 (Europe/Berlin)',
    )
    expect(await ask('alerts edit', { follow: id, clear: 'timezone' })).toContain('08:00 (UTC)')
    expect(await ask('alerts list')).toContain('🟢 New articles about ferry')
    expect(await ask('alerts test', { follow: id })).toContain('“ferry” in the headline')
    expect(await asks(discord, seedIds.admin)('alerts remove', { follow: id })).toContain(
      'There is no follow',
    )
    expect(await ask('alerts pause', { follow: id })).toContain('Paused')
    expect(await ask('alerts remove', { follow: id })).toContain('No longer followed')
    expect(await crier.archive.follows()).toEqual([])
  })

  it('say so where direct messages are closed, and pause when they are closed later', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    const ask = asks(discord, seedIds.member)
    const dm = discord.change.directMessage(seedIds.member).id
    discord.faults.refuse(dm, 50_007)
    expect(await ask('alerts add')).toContain('Your direct messages are closed to me')
    expect(await crier.archive.follows()).toEqual([])
    discord.faults.allow(dm)
    await ask('alerts add')
    discord.faults.refuse(dm, 50_007)
    await desk.write('ferry.txt', ferry)
    await until(async () => (await crier.archive.follows())[0]?.paused?.cause === 'closed')
    expect(await ask('alerts list')).toContain('🔴 Every new article')
    discord.faults.allow(dm)
    const [follow] = await crier.archive.follows()
    await ask('alerts resume', { follow: follow?.id ?? '' })
    await desk.write('next.txt', { ...ferry, title: 'Ferry sinks' })
    await discord.waitForMessage(dm, (message) => shown([message]).includes('Ferry sinks'), soonMs)
  })

  it('are limited for each person, and take the time zone of the server in which they are made', async () => {
    await using discord = await startDiscord()
    await using crier = await startCrier(discord, await makeDesk())
    await asks(discord, seedIds.admin)('settings', { timezone: 'Asia/Tokyo' })
    const ask = asks(discord, seedIds.member)
    expect(await ask('alerts add', { delivery: 'daily', at: '7:00' })).toContain(
      'every day at 07:00 (Asia/Tokyo)',
    )
    const [follow] = await crier.archive.follows()
    if (follow === undefined) throw new Error('Expected a follow')
    for (let n = 1; n < 25; n += 1) await crier.archive.addFollow({ ...follow, id: `f${n}` })
    expect(await ask('alerts add')).toContain('There are 25 follows already')
  })
})
