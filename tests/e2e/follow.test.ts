import { PermissionFlagsBits } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { personOwner } from '../../src/archive/follows.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { call } from '../preview/call.ts'
import { forwardClock, idOf, makeDesk, shown, soonMs, startCrier, startDiscord, until } from './harness.ts'

const tunnel = {
  title: 'Tunnel is dug through at last',
  body: [
    'The tunnel under the Morrow was dug through on Monday, two years later than planned.',
    '“Now we lay the rails,” said Tomas Lindqvist, the chief engineer.',
  ],
}

async function setStage() {
  const discord = await startDiscord()
  const desk = await makeDesk()
  await desk.write('tunnel.txt', tunnel)
  await desk.write('eels.txt', {
    title: 'Eels come home',
    body: ['Thousands of eels came up the river on Sunday night.'],
  })
  return { discord, desk }
}

describe.concurrent('/follow', () => {
  it('says in words what it will post, what it would have posted, and posts it', async () => {
    const stage = await setStage()
    await using discord = stage.discord
    await using crier = await startCrier(discord, stage.desk)
    const hand = discord.as(seedIds.admin)
    const { messages } = await hand.command('follow add', {
      channel: seedIds.news,
      about: 'tunnel OR bridge',
      speaker: 'lindqvist',
      exclude: 'strike',
    })
    const added = shown(messages)
    expect(added).toContain(
      `New articles about tunnel OR bridge, in which lindqvist says something, without strike → #${seedIds.news}, as soon as they arrive.`,
    )
    expect(added).toContain('Of the last week it would have posted 1 of 2')
    expect(messages.map(({ ephemeral }) => ephemeral)).toEqual([true])
    await stage.desk.write('next.txt', { ...tunnel, title: 'Tunnel opens' })
    await discord.waitForMessage(seedIds.news, (message) => shown([message]).includes('Tunnel opens'), soonMs)
    const [follow] = await crier.archive.follows(seedIds.newsroom)
    const { choices } = await hand.autocomplete('follow test', { follow: 'tunn' }, 'follow')
    expect(choices).toEqual([
      { name: 'tunnel OR bridge, speaker lindqvist, without strike → #news', value: follow?.id },
    ])
    const tested = shown((await hand.command('follow test', { follow: follow?.id ?? '' })).messages)
    expect(tested).toContain('Posted: 2 of 3')
    expect(tested).toMatch(
      /Eels come home .*\n.*does not hold tunnel OR bridge; no sure statement by lindqvist/,
    )
    expect(shown((await hand.command('follow remove', { follow: follow?.id ?? '' })).messages)).toContain(
      'No longer followed',
    )
    expect(shown((await hand.command('follow list')).messages)).toContain('There are none yet')
  })

  it('is for those who manage the server, in a server, and for its own follows', async () => {
    const stage = await setStage()
    await using discord = stage.discord
    await using crier = await startCrier(discord, stage.desk)
    await expect(discord.as(seedIds.member).command('follow list')).rejects.toThrow('permissions')
    await expect(discord.as(seedIds.admin, 'DM').command('follow list')).rejects.toThrow()
    await discord.as(seedIds.admin).command('follow add', { about: 'eels' })
    const [follow] = await crier.archive.follows(seedIds.newsroom)
    const elsewhere = discord.as(seedIds.admin, seedIds.elsewhereGeneral)
    const { messages } = await elsewhere.command('follow remove', { follow: follow?.id ?? '' })
    expect(shown(messages)).toContain('There is no follow')
    expect(await crier.archive.follows(seedIds.newsroom)).toHaveLength(1)
  })

  it('refuses what could not be posted or mentioned, and says why', async () => {
    const stage = await setStage()
    await using discord = stage.discord
    await using crier = await startCrier(discord, stage.desk)
    const hand = discord.as(seedIds.admin)
    const ask = async (options: Record<string, string>) =>
      shown((await hand.command('follow add', options)).messages)
    const everyone = {
      id: seedIds.newsroom,
      type: 0 as const,
      allow: 0n,
      deny: PermissionFlagsBits.SendMessages,
    }
    discord.change.setOverwrites(seedIds.news, [everyone])
    expect(await ask({ channel: seedIds.news })).toContain(
      'I may not post in that channel: give me Send Messages',
    )
    discord.change.setOverwrites(seedIds.news, [{ ...everyone, deny: PermissionFlagsBits.ViewChannel }])
    expect(await ask({ channel: seedIds.news })).toMatch(/View Channel/)
    expect(await ask({ about: '"…"' })).toContain('There is no word to look for')
    expect(await ask({ mention: seedIds.newsroom })).toContain('cannot mention everyone')
    discord.change.setRoleMentionable(seedIds.newsroom, seedIds.quietRole, false)
    discord.change.setMemberRoles(seedIds.newsroom, seedIds.member, [seedIds.adminRole])
    const editor = discord.as(seedIds.member)
    const refused = await editor.command('follow add', { mention: seedIds.quietRole })
    expect(shown(refused.messages)).toContain('That role cannot be mentioned by you')
    expect(await crier.archive.follows()).toEqual([])
  })

  it('posts into threads too', async () => {
    const stage = await setStage()
    await using discord = stage.discord
    await using _ = await startCrier(discord, stage.desk)
    const hand = discord.as(seedIds.admin)
    expect(shown((await hand.command('follow add', { channel: seedIds.thread })).messages)).toContain(
      'Every new article',
    )
    await stage.desk.write('next.txt', { ...tunnel, title: 'Tunnel opens' })
    await discord.waitForMessage(
      seedIds.thread,
      (message) => shown([message]).includes('Tunnel opens'),
      soonMs,
    )
  })

  it('pauses when the server removes the bot, and goes on when it takes it back', async () => {
    const stage = await setStage()
    await using discord = stage.discord
    await using crier = await startCrier(discord, stage.desk)
    await discord.as(seedIds.admin).command('follow add', { channel: seedIds.news })
    const paused = async () => (await crier.archive.follows())[0]?.paused
    discord.change.removeBot(seedIds.newsroom)
    await until(async () => (await paused())?.cause === 'left')
    discord.change.addBot(seedIds.newsroom)
    await until(async () => (await paused()) === undefined)
  })
})

describe.concurrent('lookups', () => {
  it('work in direct messages', async () => {
    const stage = await setStage()
    await using discord = stage.discord
    await using _ = await startCrier(discord, stage.desk)
    const hand = discord.as(seedIds.member, 'DM')
    expect(shown((await hand.command('latest')).messages)).toContain('Eels come home')
    expect(shown((await hand.command('whosaid', { speaker: 'lindqvist' })).messages)).toContain(
      '“Now we lay the rails,”',
    )
  })
})

describe.concurrent('a list of follows', () => {
  it.each([
    ['follow', seedIds.admin, seedIds.newsroom, undefined],
    ['alerts', seedIds.member, personOwner(seedIds.member), 'DM'],
  ])('of /%s has pages', async (command, user, owner, place) => {
    await using discord = await startDiscord()
    await using crier = await startCrier(discord, await makeDesk())
    for (let n = 10; n < 33; n += 1)
      await crier.archive.addFollow({
        id: `f${n}`,
        owner,
        channel: seedIds.news,
        about: `topic${n}`,
        createdBy: user,
        createdAt: n,
      })
    const hand = discord.as(user, place)
    const [first] = (await hand.command(`${command} list`)).messages
    const topics = (message: Parameters<typeof idOf>[0]) =>
      [...JSON.stringify(message?.components).matchAll(/topic(\d+)/g)].map(([, n]) => Number(n))
    const from = (n: number, count: number) => Array.from({ length: count }, (_, index) => n + index)
    expect(topics(first)).toEqual(from(10, 10))
    const { updated: second } = await hand.press(first?.id ?? '', idOf(first, 'Next ›'))
    expect(topics(second)).toEqual(from(20, 10))
    const { updated: third } = await hand.press(first?.id ?? '', idOf(second, 'Next ›'))
    expect(topics(third)).toEqual(from(30, 3))
    const { updated: back } = await hand.press(first?.id ?? '', idOf(third, '‹ Back'))
    expect(topics(back)).toEqual(from(20, 10))
  })

  it('is turned by whom the server lets use the command, in their own answer and soon', async () => {
    const { clock, forward } = forwardClock()
    await using discord = await startDiscord({ now: clock.now })
    await using crier = await startCrier(discord, await makeDesk())
    const follow = { owner: seedIds.newsroom, channel: seedIds.news, createdBy: seedIds.admin, createdAt: 1 }
    for (let n = 10; n < 33; n += 1)
      await crier.archive.addFollow({ ...follow, id: `f${n}`, about: `topic${n}` })
    discord.change.allowCommand(seedIds.newsroom, 'follow', [seedIds.member])
    const hand = discord.as(seedIds.member)
    const [list] = (await hand.command('follow list')).messages
    const press = (label: string) => hand.press(list?.id ?? '', idOf(list, label))
    expect(JSON.stringify((await press('Next ›')).updated)).toContain('topic20')
    forward(16 * 60_000)
    const { messages, updated } = await hand.press(list?.id ?? '', 'follow:list:2')
    expect(updated).toBeUndefined()
    expect(shown(messages)).toContain('Please ask again')
  })

  it('is turned by nobody else than those who manage the server', async () => {
    await using discord = await startDiscord()
    await using crier = await startCrier(discord, await makeDesk())
    const follow = { owner: seedIds.newsroom, channel: seedIds.news, createdBy: seedIds.admin, createdAt: 1 }
    await crier.archive.addFollow({ ...follow, id: 'f', about: 'secret' })
    const { body } = await call(discord, `POST /channels/${seedIds.general}/messages`, {
      content: 'x',
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: 'Press', custom_id: 'follow:list:0' }] },
      ],
    })
    const { messages } = await discord.as(seedIds.member).press(String(body.id), 'follow:list:0')
    expect(shown(messages)).toContain('Only those who manage the server')
    expect(shown(messages)).not.toContain('secret')
  })
})
