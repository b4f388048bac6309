import { PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultServers, everyonePermissions, seedIds } from '../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { call, problemsIn, send } from './call.ts'

let standIn: StandIn
beforeEach(async () => {
  standIn = await startStandIn({ rateLimits: 'off' })
})
afterEach(() => standIn.close())

const post = (body: Parameters<typeof call>[2], channelId: string = seedIds.forum) =>
  call(standIn, `POST /channels/${channelId}/threads`, body)

it('makes a forum post with its first message and tags', async () => {
  const answer = await post({ name: 'Ships', message: { content: 'a' }, applied_tags: [seedIds.forumTag] })
  expect(answer).toMatchObject({
    status: 201,
    body: { name: 'Ships', parent_id: seedIds.forum, message: { content: 'a' } },
  })
  expect(standIn.messages(String(answer.body.id))).toMatchObject([{ content: 'a' }])
  expect((await send(standIn, { content: 'b' }, String(answer.body.id))).status).toBe(200)
})

it.each([
  ['without a name', { message: { content: 'a' } }, ['name BASE_TYPE_REQUIRED']],
  [
    'with a name of 101 characters',
    { name: 'x'.repeat(101), message: { content: 'a' } },
    ['name BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'with an unknown tag',
    { name: 'a', message: { content: 'a' }, applied_tags: ['1'] },
    ['applied_tags.0 FORUM_TAG_UNKNOWN'],
  ],
  [
    'with too long a text',
    { name: 'a', message: { content: 'x'.repeat(2001) } },
    ['message.content BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'that archives after 7 minutes',
    { name: 'a', message: { content: 'a' }, auto_archive_duration: 7 },
    ['auto_archive_duration BASE_TYPE_CHOICES'],
  ],
])('refuses a forum post %s', async (_what, body, problems) => {
  expect(problemsIn(await post(body))).toEqual(problems)
})

it('refuses a forum post without message, and without tag where one is required', async () => {
  expect((await post({ name: 'a' })).body.code).toBe(50006)
  await standIn.close()
  const [newsroom, ...others] = defaultServers
  if (newsroom === undefined) throw new Error('the seed has no server')
  const channels = newsroom.channels.map((channel) =>
    channel.id === seedIds.forum ? { ...channel, requiresTag: true } : channel,
  )
  standIn = await startStandIn({ servers: [{ ...newsroom, channels }, ...others] })
  expect((await post({ name: 'a', message: { content: 'a' } })).body.code).toBe(40067)
  expect(
    (await post({ name: 'a', message: { content: 'a' }, applied_tags: [seedIds.forumTag] })).status,
  ).toBe(201)
})

it('starts threads in text channels, alone and on a message', async () => {
  expect(await post({ name: 'a' }, seedIds.general)).toMatchObject({ status: 201, body: { type: 11 } })
  expect(await post({ name: 'a' }, seedIds.announcements)).toMatchObject({ status: 201, body: { type: 10 } })
  const { body } = await send(standIn, { content: 'a' })
  const path = `POST /channels/${seedIds.general}/messages/${String(body.id)}/threads`
  expect(await call(standIn, path, { name: 'b' })).toMatchObject({ status: 201, body: { id: body.id } })
  expect((await call(standIn, path, { name: 'b' })).body.code).toBe(160004)
  expect((await post({ name: 'a' }, seedIds.thread)).body.code).toBe(50024)
})

it('wakes an archived thread by a message, and refuses edits in one', async () => {
  const { body } = await send(standIn, { content: 'a' }, seedIds.thread)
  standIn.change.archiveThread(seedIds.thread, true)
  const edit = `PATCH /channels/${seedIds.thread}/messages/${String(body.id)}`
  expect((await call(standIn, edit, { content: 'b' })).body.code).toBe(50083)
  expect((await send(standIn, { content: 'c' }, seedIds.thread)).status).toBe(200)
  expect(standIn.world.channels.get(seedIds.thread)?.thread?.archived).toBe(false)
  expect((await call(standIn, edit, { content: 'b' })).status).toBe(200)
})

it('refuses messages in a locked thread, and in any without the permission for threads', async () => {
  standIn.change.archiveThread(seedIds.thread, true, true)
  expect((await send(standIn, { content: 'a' }, seedIds.thread)).body.code).toBe(160005)
  standIn.change.archiveThread(seedIds.thread, false, false)
  const without = everyonePermissions & ~PermissionFlagsBits.SendMessagesInThreads
  standIn.change.setRolePermissions(seedIds.newsroom, seedIds.newsroom, without)
  expect((await send(standIn, { content: 'a' }, seedIds.thread)).body.code).toBe(50013)
  expect((await send(standIn, { content: 'a' })).status).toBe(200)
})

it('lets the bot join, leave, archive and list its threads', async () => {
  const { body } = await post({ name: 'a', message: { content: 'a' } })
  const id = String(body.id)
  expect((await call(standIn, `PUT /channels/${seedIds.thread}/thread-members/@me`)).status).toBe(204)
  expect(standIn.world.channels.get(seedIds.thread)?.thread?.memberIds.has(standIn.applicationId)).toBe(true)
  expect((await call(standIn, `PATCH /channels/${id}`, { archived: true })).status).toBe(200)
  expect((await call(standIn, `PATCH /channels/${seedIds.thread}`, { archived: true })).body.code).toBe(50013)
  const { body: active } = await call(standIn, `GET /guilds/${seedIds.newsroom}/threads/active`)
  expect(active.threads).toMatchObject([{ id: seedIds.thread }])
})
