import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import type { Follow } from '../../src/archive/follows.ts'
import { systemClock } from '../../src/clock.ts'
import { seedIds } from '../../src/preview/seed.ts'
import type { Message } from '../../src/preview/world.ts'
import type { Running } from '../../src/start/start.ts'
import {
  type Discord,
  forwardClock,
  makeDesk,
  shown,
  soonMs,
  startCrier,
  startDiscord,
  type TestArticle,
  until,
} from './harness.ts'

const postRoute = `POST /channels/${seedIds.news}/messages`

const bridge: TestArticle = {
  title: 'Bridge closes for the winter',
  body: ['The old bridge over the Morrow closes on Friday and stays closed until the ice is gone in April.'],
}
const ferry: TestArticle = {
  title: 'Ferry replaces the bridge',
  body: [
    'A ferry takes over on Saturday and crosses the Morrow every twenty minutes until late in the evening.',
  ],
}

function follow(conditions: Partial<Follow> = {}): Follow {
  return {
    id: 'f1',
    owner: seedIds.newsroom,
    channel: seedIds.news,
    createdBy: seedIds.admin,
    createdAt: 0,
    ...conditions,
  }
}

function titled(title: string): (message: Message) => boolean {
  return (message) => shown([message]).includes(title)
}

function titles(discord: Discord, channel: string = seedIds.news): readonly string[] {
  return discord.messages(channel).map((message) => shown([message]).split('\n')[0] ?? '')
}

async function stateOf({ archive }: Running, title: string): Promise<readonly string[]> {
  const [head] = await archive.suggestArticles(title, { kind: 'operator' }, 1)
  return (await archive.deliveriesOf(head?.id ?? '')).map(({ state }) => state)
}

describe.concurrent('a file dropped into the folder', () => {
  it('is posted where it is followed, once, and mentions the follow’s role alone', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    await crier.archive.addFollow(follow({ mention: seedIds.readersRole }))
    await desk.write('bridge.txt', { ...bridge, title: '@everyone Bridge closes' })
    const message = await discord.waitForMessage(seedIds.news, titled('Bridge closes'), soonMs)
    expect(message.pings).toEqual({ everyone: false, userIds: [], roleIds: [seedIds.readersRole] })
    await until(async () => (await stateOf(crier, 'Bridge')).join() === 'sent')
    expect(discord.messages(seedIds.news)).toHaveLength(1)
    expect(discord.messages(seedIds.general)).toEqual([])
  })

  it('is posted once where several follows of one channel match, and not where none does', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    await crier.archive.addFollow(follow({ id: 'a', about: 'bridge' }))
    await crier.archive.addFollow(follow({ id: 'b', about: '"old bridge" OR tunnel' }))
    await crier.archive.addFollow(
      follow({ id: 'c', channel: seedIds.announcements, about: 'bridge', exclude: 'winter ice' }),
    )
    await crier.archive.addFollow(
      follow({ id: 'd', owner: seedIds.elsewhere, channel: seedIds.elsewhereNews }),
    )
    await desk.write('bridge.txt', bridge)
    await discord.waitForMessage(seedIds.elsewhereNews, titled('Bridge'), soonMs)
    await discord.waitForMessage(seedIds.news, titled('Bridge'), soonMs)
    expect(discord.messages(seedIds.news)).toHaveLength(1)
    expect(discord.messages(seedIds.announcements)).toEqual([])
  })

  it('is edited, not posted again, when it changes, and found no more when it is removed', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    await crier.archive.addFollow(follow())
    const hand = discord.as(seedIds.member)
    await desk.write('bridge.txt', bridge)
    await discord.waitForMessage(seedIds.news, titled('Bridge'), soonMs)
    await desk.write('bridge.txt', { ...bridge, title: 'Bridge stays open after all' })
    await until(async () => shown((await hand.command('latest')).messages).includes('stays open'))
    await desk.write('ferry.txt', ferry)
    await discord.waitForMessage(seedIds.news, titled('Ferry'), soonMs)
    const posted = ['Bridge stays open after all', 'Ferry replaces the bridge']
    await until(() => titles(discord).join() === posted.join())
    expect(shown(discord.messages(seedIds.news).slice(0, 1))).toContain('corrected')
    await rm(join(desk.articles, 'bridge.txt'))
    await until(async () => !shown((await hand.command('latest')).messages).includes('stays open'))
  })

  it('leads from its buttons to a private summary', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    await crier.archive.addFollow(follow())
    await desk.write('bridge.txt', bridge)
    const message = await discord.waitForMessage(seedIds.news, titled('Bridge'), soonMs)
    const id = /"custom_id":"(summary:[^"]*)"/.exec(JSON.stringify(message.components))?.[1] ?? ''
    const pressed = await discord.as(seedIds.member, seedIds.news).press(message, id)
    expect(pressed.messages.map(({ ephemeral }) => ephemeral)).toEqual([true])
    expect(shown(pressed.messages)).toContain('closes on Friday')
  })
})

describe.concurrent('the first load', () => {
  it('is silent; what comes while the bot is down is not', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await desk.write('bridge.txt', bridge)
    await systemClock.wait(100)
    {
      await using crier = await startCrier(discord, desk)
      await crier.archive.addFollow(follow())
    }
    await desk.write('ferry.txt', ferry)
    await using _ = await startCrier(discord, desk)
    await discord.waitForMessage(seedIds.news, titled('Ferry'), soonMs)
    expect(titles(discord)).toEqual(['Ferry replaces the bridge'])
  })
})

describe.concurrent('when Discord is out of order', () => {
  it.each([
    [
      'answers 500 once more than the client repeats',
      (discord: Discord) => discord.faults.fail(postRoute, 502, 5),
    ],
    [
      'cuts the socket before it handles the post',
      (discord: Discord) => discord.faults.cut(postRoute, 'before', 2),
    ],
    [
      'cuts the socket after it took the post',
      (discord: Discord) => discord.faults.cut(postRoute, 'after', 2),
    ],
    [
      'asks to wait',
      (discord: Discord) => discord.faults.rateLimit(postRoute, { retryAfter: 0.3, times: 2 }),
    ],
    ['drops the gateway', (discord: Discord) => discord.faults.dropGateway({ resumable: true })],
  ])('posts everything once and in order although it %s', async (_, breakIt) => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await using crier = await startCrier(discord, desk)
    await crier.archive.addFollow(follow())
    breakIt(discord)
    await desk.write('bridge.txt', bridge)
    await until(async () => (await stateOf(crier, 'Bridge')).length > 0)
    await desk.write('ferry.txt', ferry)
    await discord.waitForMessage(seedIds.news, titled('Ferry'), soonMs)
    expect(titles(discord)).toEqual(['Bridge closes for the winter', 'Ferry replaces the bridge'])
  })

  it.each([10_003, 50_001, 50_013] as const)(
    'pauses the follows of a channel that refuses with %i, and says so',
    async (code) => {
      await using discord = await startDiscord()
      const desk = await makeDesk()
      await using crier = await startCrier(discord, desk)
      await crier.archive.addFollow(follow())
      discord.faults.refuse(seedIds.news, code)
      await desk.write('bridge.txt', bridge)
      await until(async () => (await crier.archive.follows())[0]?.paused !== undefined)
      const list = shown((await discord.as(seedIds.admin).command('follow list')).messages)
      expect(list).toContain('Paused: Discord refused a post there')
      discord.faults.allow(seedIds.news)
      await discord.as(seedIds.admin).command('follow resume', { follow: 'f1' })
      await desk.write('ferry.txt', ferry)
      await discord.waitForMessage(seedIds.news, titled('Ferry'), soonMs)
      expect(titles(discord)).toEqual(['Ferry replaces the bridge'])
    },
  )
})

describe.concurrent('a post of which nobody knows whether it arrived', () => {
  /** A bot that was killed after its request took effect, found again after Discord forgot the nonce. */
  async function leaveInDoubt(discord: Discord, { posted }: { posted: boolean }) {
    const desk = await makeDesk()
    const { clock, forward } = forwardClock()
    await using crier = await startCrier(discord, desk, { clock })
    await crier.archive.addFollow(follow())
    discord.faults.cut(postRoute, posted ? 'after' : 'before', 1)
    await desk.write('bridge.txt', bridge)
    await until(async () => (await stateOf(crier, 'Bridge')).join() === 'sending')
    forward(10 * 60_000)
    discord.faults.forgetNonces()
    return { desk, clock, crier }
  }

  it('is recognised in the channel by its buttons and not posted again', async () => {
    await using discord = await startDiscord()
    const { desk, clock } = await leaveInDoubt(discord, { posted: true })
    await using crier = await startCrier(discord, desk, { clock })
    await until(async () => (await stateOf(crier, 'Bridge')).join() === 'sent')
    expect(titles(discord)).toEqual(['Bridge closes for the winter'])
  })

  it('is posted if it is not in the channel', async () => {
    await using discord = await startDiscord()
    const { desk, clock } = await leaveInDoubt(discord, { posted: false })
    await using crier = await startCrier(discord, desk, { clock })
    await until(async () => (await stateOf(crier, 'Bridge')).join() === 'sent')
    expect(titles(discord)).toEqual(['Bridge closes for the winter'])
  })

  it('is held where the channel’s history is closed to the bot', async () => {
    await using discord = await startDiscord()
    const { desk, clock } = await leaveInDoubt(discord, { posted: true })
    const everyone = {
      id: seedIds.newsroom,
      type: 0 as const,
      allow: 0n,
      deny: PermissionFlagsBits.ReadMessageHistory,
    }
    discord.change.setOverwrites(seedIds.news, [everyone])
    await using crier = await startCrier(discord, desk, { clock })
    await until(async () => (await stateOf(crier, 'Bridge')).join() === 'held')
    expect(titles(discord)).toEqual(['Bridge closes for the winter'])
  })
})
