import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import { type Discord, forwardClock, makeDesk, shown, startCrier, startDiscord, until } from './harness.ts'

const minuteMs = 60_000
const ferry = {
  title: 'Ferry replaces the bridge',
  body: ['A ferry takes over on Saturday and crosses the Morrow every twenty minutes until the evening.'],
}

/** A bot whose clock can be put forward, and in whose folder one article was posted wherever it is followed. */
async function setStage(discord: Discord, follow: (discord: Discord) => Promise<unknown>) {
  const { clock, forward } = forwardClock()
  const desk = await makeDesk()
  const crier = await startCrier(discord, desk, { clock })
  await follow(discord)
  return {
    crier,
    desk,
    /** A message is edited once a minute at most. */
    pass: () => forward(minuteMs),
    withdraw: () => rm(join(desk.articles, 'ferry.txt')),
    [Symbol.asyncDispose]: crier.close,
  }
}

const followIn = (channel: string) => (discord: Discord) =>
  discord.as(seedIds.admin).command('follow add', { channel })
const alert = (discord: Discord) => discord.as(seedIds.member).command('alerts add')
const messagesIn = (channel: string) => (discord: Discord) => discord.messages(channel)
const forumPost = (discord: Discord) =>
  [...discord.world.channels.values()].find(({ parentId }) => parentId === seedIds.forum)

describe.concurrent('an article that is withdrawn', () => {
  it.each([
    ['a text channel', followIn(seedIds.news), messagesIn(seedIds.news)],
    ['an announcement channel', followIn(seedIds.announcements), messagesIn(seedIds.announcements)],
    ['a thread', followIn(seedIds.thread), messagesIn(seedIds.thread)],
    [
      'a forum',
      followIn(seedIds.forum),
      (discord: Discord) => discord.messages(forumPost(discord)?.id ?? ''),
    ],
    [
      'direct messages',
      alert,
      (discord: Discord) => discord.messages(discord.change.directMessage(seedIds.member).id).slice(1),
    ],
  ])('is taken back in %s, and stands there again when it returns', async (_, follow, messages) => {
    await using discord = await startDiscord()
    await using stage = await setStage(discord, follow)
    const text = () => shown(messages(discord))
    await stage.desk.write('ferry.txt', ferry)
    await until(() => text().includes('A ferry takes over'))
    await stage.withdraw()
    await until(() => /^~~Ferry replaces the bridge~~\n.* · withdrawn [^\n]+$/.test(text().trim()))
    await stage.desk.write('ferry.txt', ferry)
    await until(async () => (await stage.crier.archive.size({ kind: 'operator' })).articles === 1)
    stage.pass()
    await until(() => text().includes('A ferry takes over') && !text().includes('withdrawn'))
    expect(messages(discord)).toHaveLength(1)
  })

  it('is taken back in an archived post of a forum', async () => {
    await using discord = await startDiscord({ refusing: [50_083] })
    await using stage = await setStage(discord, followIn(seedIds.forum))
    await stage.desk.write('ferry.txt', ferry)
    await until(() => forumPost(discord) !== undefined)
    const id = forumPost(discord)?.id ?? ''
    await until(async () => (await stage.crier.archive.deliveryCounts()).sending === 0)
    discord.change.archiveThread(id, true)
    await stage.withdraw()
    await until(() => shown(discord.messages(id)).includes('withdrawn'))
  })
})

describe.concurrent('a correction of the headline', () => {
  it('reaches the headline of the forum’s post', async () => {
    await using discord = await startDiscord()
    await using stage = await setStage(discord, followIn(seedIds.forum))
    await stage.desk.write('ferry.txt', ferry)
    await until(() => forumPost(discord) !== undefined)
    await stage.desk.write('ferry.txt', { ...ferry, title: 'Ferry does not replace the bridge' })
    await until(() => forumPost(discord)?.name === 'Ferry does not replace the bridge')
    expect(shown(discord.messages(forumPost(discord)?.id ?? ''))).toContain('corrected')
  })
})
