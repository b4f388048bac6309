import { once } from 'node:events'
import { type Client, Events, RESTEvents, type TextChannel } from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fitsRoute } from '../../src/preview/route-pattern.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { type Stage, startStage } from './bot.ts'
import { call, send } from './call.ts'

const sending = 'POST /channels/:id/messages'
let stage: Stage
let standIn: StandIn
let client: Client<true>
let general: TextChannel
beforeEach(async () => {
  stage = await startStage()
  ;({ standIn, client } = stage)
  general = client.channels.cache.get(seedIds.general) as TextChannel
})
afterEach(async () => {
  await stage[Symbol.asyncDispose]()
})

const statuses = () => standIn.requests.filter(({ method }) => method === 'POST').map(({ status }) => status)
const contents = () => standIn.messages(seedIds.general).map(({ content }) => content)

it.each([
  [false, 'user'],
  [true, 'global'],
])('answers 429, which the client waits for and sends again (global: %s)', async (global, scope) => {
  standIn.faults.rateLimit(sending, { retryAfter: 0.05, global, times: 2 })
  const { body, headers } = await send(standIn, { content: 'raw' })
  expect(body).toEqual({ message: 'You are being rate limited.', retry_after: 0.05, global })
  expect(headers.get('x-ratelimit-scope')).toBe(scope)
  expect(headers.get('x-ratelimit-global')).toBe(global ? 'true' : null)
  await general.send('a')
  expect(statuses()).toEqual([429, 429, 200])
  expect(contents()).toEqual(['a'])
  expect(standIn.violations).toEqual([])
})

it('limits messages in a channel as its headers say, and the client keeps to it', async () => {
  const limited: string[] = []
  client.rest.on(RESTEvents.RateLimited, ({ route }) => limited.push(route))
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((content) => general.send(content)))
  expect(contents()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(limited).toEqual(['/channels/:id/messages'])
  expect(statuses()).toEqual([200, 200, 200, 200, 200, 200])
})

it('answers 429 to who does not keep to the headers, for one channel alone', async () => {
  const answers = []
  for (let count = 0; count < 6; count += 1) answers.push(await send(standIn, { content: `${count}` }))
  expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual([
    '4',
    '3',
    '2',
    '1',
    '0',
    '0',
  ])
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { global: false } })
  expect(Number(answers.at(-1)?.body.retry_after)).toBeGreaterThan(0)
  expect((await send(standIn, { content: 'b' }, seedIds.news)).status).toBe(200)
})

it('limits all requests together to 50 a second', async () => {
  const strict = await startStandIn({ rateLimits: 'discord' })
  const paths = ['GET /users/@me', 'GET /gateway', `GET /channels/${seedIds.general}`]
  const answers = await Promise.all(
    Array.from({ length: 90 }, (_, index) => call(strict, paths[index % 3] ?? '')),
  )
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.every(({ body }) => body.global === true)).toBe(true)
  await strict.close()
})

it('fails with a status as often as asked', async () => {
  standIn.faults.fail(sending, 502, 2)
  await general.send('a')
  expect(statuses()).toEqual([502, 502, 200])
  expect(contents()).toEqual(['a'])
  expect(standIn.violations).toEqual([])
})

it.each([
  ['before', []],
  ['after', ['a']],
] as const)('cuts the socket %s the request took effect', async (moment, expected) => {
  standIn.faults.cut(sending, moment)
  await expect(general.send('a')).rejects.toThrow()
  expect(contents()).toEqual(expected)
  await general.send('b')
  expect(contents()).toEqual([...expected, 'b'])
})

it.each([50001, 50013, 10003] as const)(
  'refuses a channel with %s until it is allowed again',
  async (code) => {
    standIn.faults.refuse(seedIds.general, code)
    await expect(general.send('a')).rejects.toMatchObject({ code })
    standIn.faults.allow(seedIds.general)
    await general.send('b')
    expect(contents()).toEqual(['b'])
    expect(standIn.violations).toEqual([])
  },
)

it('holds requests back', async () => {
  standIn.faults.slow(sending, 80, 1)
  const before = performance.now()
  await general.send('a')
  expect(performance.now() - before).toBeGreaterThanOrEqual(79)
})

it('holds the answer back after the request took effect', async () => {
  standIn.faults.slowAnswer(sending, 300)
  let answered = false
  const sent = general.send('a').then(() => {
    answered = true
  })
  await standIn.waitForMessage(seedIds.general, ({ content }) => content === 'a')
  expect(answered).toBe(false)
  await sent
})

it('ends all faults at once', async () => {
  standIn.faults.fail(sending, 500, 9)
  standIn.faults.refuse(seedIds.general, 50013)
  standIn.faults.clear()
  await general.send('a')
  expect(statuses()).toEqual([200])
})

it('deletes a channel and brings it back under its id', async () => {
  const gone = once(client, Events.ChannelDelete)
  standIn.change.deleteChannel(seedIds.general)
  await gone
  await expect(general.send('a')).rejects.toMatchObject({ code: 10003 })
  const back = once(client, Events.ChannelCreate)
  standIn.change.addChannel(seedIds.newsroom, { id: seedIds.general, name: 'general', type: 0 })
  const [channel] = await back
  await channel.send('b')
  expect(contents()).toEqual(['b'])
})

it('waits for a message to come, or to be edited to what is wanted', async () => {
  const coming = standIn.waitForMessage(seedIds.general, ({ content }) => content === 'b')
  const message = await general.send('a')
  await message.edit('b')
  expect((await coming).id).toBe(message.id)
  expect((await standIn.waitForMessage(seedIds.general, ({ content }) => content === 'b')).id).toBe(
    message.id,
  )
  await expect(standIn.waitForMessage(seedIds.general, ({ content }) => content === 'c', 10)).rejects.toThrow(
    `No such message in channel ${seedIds.general} within 10 ms; it has 1 others`,
  )
})

it('refuses whoever has another token', async () => {
  const response = await fetch(`${standIn.apiUrl}/v10/users/@me`, { headers: { authorization: 'Bot a.b.c' } })
  expect([response.status, await response.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }])
})

it('counts what Discord’s own schemas refuse as a violation', async () => {
  const refused = await send(standIn, { content: 'a', tts: 'loudly' })
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 50035, errors: { tts: { _errors: [{ code: 'SCHEMA_INVALID_TYPE' }] } } },
  })
  expect(standIn.violations).toMatchObject([{ what: expect.stringContaining('tts: SCHEMA_INVALID_TYPE') }])
})

it('lets go of everything when it closes, with interactions under way', async () => {
  await client.application.commands.set([{ name: 'ask', description: 'Asks' }])
  const waiting = standIn.as(seedIds.member).command('ask')
  await client.destroy()
  await standIn.close()
  expect((await waiting).messages).toEqual([])
  await expect(fetch(standIn.apiUrl)).rejects.toThrow()
})

it.each([
  ['POST /channels/:id/messages', 'POST', '/channels/1/messages', true],
  ['POST /channels/1/messages', 'POST', '/channels/1/messages', true],
  ['POST /channels/2/messages', 'POST', '/channels/1/messages', false],
  ['PATCH /channels/:id/messages', 'POST', '/channels/1/messages', false],
  ['* /channels/*', 'PATCH', '/channels/1/messages/2', true],
  ['* /channels/:id', 'GET', '/channels/1/messages', false],
])('reads the route pattern %s against %s %s', (pattern, method, path, fits) => {
  expect(fitsRoute(pattern, method, path)).toBe(fits)
})
