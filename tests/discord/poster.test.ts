import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../src/clock.ts'
import { noticeCard } from '../../src/discord/cards/card.ts'
import { createPoster, type Post } from '../../src/discord/poster.ts'
import { connectRest } from '../../src/discord/rest-connection.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { startDiscord } from '../e2e/harness.ts'

const post: Post = {
  card: noticeCard('News'),
  nonce: 'n1',
  roles: [],
  title: 'News',
  topics: [],
  crosspost: false,
}
const { signal } = new AbortController()

/** The hands of a process that has no gateway and must ask what a channel is. */
async function openHands() {
  const discord = await startDiscord()
  const connection = connectRest({
    token: discord.token,
    config: { DISCORD_API_URL: discord.apiUrl, SHARDS: 'auto' },
    clock: systemClock,
    log: pino({ level: 'silent' }),
    signal,
  })
  return {
    discord,
    poster: createPoster(await connection.ready),
    [Symbol.asyncDispose]: async () => {
      await connection.close()
      await discord[Symbol.asyncDispose]()
    },
  }
}

describe('a poster that cannot ask what a channel is', () => {
  it('takes a forum for no other channel, so that nothing is refused or posted twice', async () => {
    const hands = await openHands()
    await using _ = hands
    const { discord, poster } = hands
    discord.faults.fail(`GET /channels/${seedIds.forum}`, 502, 50)
    expect(await poster.post(seedIds.forum, post, signal)).toMatchObject({ kind: 'unsure' })
    await expect(poster.takesNonces(seedIds.forum)).rejects.toThrow()
    discord.faults.clear()
    expect(await poster.takesNonces(seedIds.forum)).toBe(false)
    expect(await poster.post(seedIds.forum, post, signal)).toMatchObject({ kind: 'posted' })
  })
})

describe('a poster that is told to give up', () => {
  it('sends nothing any more of what waits for a rate limit', async () => {
    const hands = await openHands()
    await using _ = hands
    const { discord, poster } = hands
    discord.faults.rateLimit(`POST /channels/${seedIds.news}/messages`, { retryAfter: 0.2 })
    const giving = new AbortController()
    const posting = poster.post(seedIds.news, post, giving.signal)
    giving.abort()
    expect(await posting).toMatchObject({ kind: 'unsure' })
    await systemClock.wait(400)
    expect(discord.messages(seedIds.news)).toEqual([])
  })
})

describe('a poster', () => {
  it.each([
    '',
    '\u200b\u200b',
    'x'.repeat(10_000),
    '👨‍👩‍👧‍👦'.repeat(500),
    `e${'\u0301'.repeat(300)}`,
    'مرحبا \u202e@everyone <@&1> '.repeat(90),
    '\ud800 half a character',
    '\n# ** || ```',
  ])('gives a forum’s post a headline that Discord takes: %j', async (title) => {
    const hands = await openHands()
    await using _ = hands
    const { discord, poster } = hands
    const topics = [title, 'World', 'x'.repeat(5000)]
    const posted = await poster.post(seedIds.forum, { ...post, title, topics }, signal)
    const id = posted.kind === 'posted' ? posted.messageId : ''
    expect(discord.world.channels.get(id)?.thread?.tagIds).toEqual([seedIds.forumTag])
    await poster.edit(seedIds.forum, id, { card: post.card, title: `${title} ${title}`, signal })
    const { name = '' } = discord.world.channels.get(id) ?? {}
    expect(name.isWellFormed()).toBe(true)
    const family = new Intl.Segmenter('en', { granularity: 'grapheme' })
    if (title.startsWith('👨'))
      expect([...family.segment(name.replace('…', ''))].map(({ segment }) => segment)).toEqual(
        Array(Math.floor(name.length / 11)).fill('👨‍👩‍👧‍👦'),
      )
  })
})
