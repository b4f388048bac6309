import { PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { JsonObject } from '../../src/preview/json.ts'
import { everyonePermissions, seedIds } from '../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { call, problemsIn, send } from './call.ts'

const version2 = 1 << 15
const startMs = Date.UTC(2026, 0, 1)
let nowMs = startMs
let standIn: StandIn
beforeEach(async () => {
  nowMs = startMs
  standIn = await startStandIn({ rateLimits: 'off', now: () => nowMs })
})
afterEach(() => standIn.close())

const edit = (messageId: unknown, body: JsonObject, channelId: string = seedIds.general) =>
  call(standIn, `PATCH /channels/${channelId}/messages/${String(messageId)}`, body)

it('refuses what is not there or not the bot’s', async () => {
  const { id } = standIn.post(seedIds.general, seedIds.member, 'mine')
  expect((await edit(id, { content: 'yours' })).body.code).toBe(50005)
  expect((await call(standIn, `DELETE /channels/${seedIds.general}/messages/${id}`)).body.code).toBe(50013)
  expect((await edit(seedIds.general, { content: 'a' })).body.code).toBe(10008)
  expect((await edit(id, { content: 'a' }, seedIds.news)).body.code).toBe(10008)
  expect((await send(standIn, { content: 'a' }, '100000000000009999')).body.code).toBe(10003)
  expect((await send(standIn, { content: 'a' }, seedIds.forum)).body.code).toBe(50008)
})

it('lists messages newest first, by limit, before and after', async () => {
  const ids: string[] = []
  for (const content of ['a', 'b', 'c', 'd']) ids.push(String((await send(standIn, { content })).body.id))
  const list = async (query: string) => {
    const { body } = await call(standIn, `GET /channels/${seedIds.general}/messages?${query}`)
    return (body.list as JsonObject[]).map(({ content }) => content).join('')
  }
  expect(await list('')).toBe('dcba')
  expect(await list('limit=2')).toBe('dc')
  expect(await list(`before=${ids[2]}&limit=1`)).toBe('b')
  expect(await list(`after=${ids[0]}&limit=2`)).toBe('cb')
  expect(await list(`around=${ids[1]}&limit=3`)).toBe('cba')
  expect(problemsIn(await call(standIn, `GET /channels/${seedIds.general}/messages?limit=101`))).toEqual([
    'limit NUMBER_TYPE_MAX',
  ])
  expect(
    problemsIn(await call(standIn, `GET /channels/${seedIds.general}/messages?limit=ten&before=now`)),
  ).toEqual(['limit NUMBER_TYPE_COERCE', 'before NUMBER_TYPE_COERCE'])
})

it('hides the content of others from a bot without the intent', async () => {
  const { id } = standIn.post(seedIds.general, seedIds.member, 'a secret')
  expect((await call(standIn, `GET /channels/${seedIds.general}/messages/${id}`)).body.content).toBe('')
})

it('gives the earlier message for a nonce that is enforced, in whatever channel, for some minutes', async () => {
  const body = { content: 'once', nonce: 'delivery-1', enforce_nonce: true }
  const first = await send(standIn, body)
  expect((await send(standIn, body)).body.id).toBe(first.body.id)
  expect((await send(standIn, body, seedIds.news)).body.id).toBe(first.body.id)
  expect(standIn.messages(seedIds.general)).toHaveLength(1)
  nowMs += 5 * 60_000
  expect((await send(standIn, body)).body.id).not.toBe(first.body.id)
})

it('sends again with a nonce that is not enforced, or was forgotten', async () => {
  const body = { content: 'twice', nonce: 'delivery-2' }
  await send(standIn, body)
  await send(standIn, body)
  standIn.faults.forgetNonces()
  await send(standIn, { ...body, enforce_nonce: true })
  expect(standIn.messages(seedIds.general)).toHaveLength(3)
})

it('crossposts in announcement channels, once', async () => {
  const { body: made } = await send(standIn, { content: 'news' }, seedIds.announcements)
  const path = `POST /channels/${seedIds.announcements}/messages/${String(made.id)}/crosspost`
  expect(await call(standIn, path)).toMatchObject({ status: 200, body: { flags: 1 } })
  expect((await call(standIn, path)).body.code).toBe(40033)
  const { body: other } = await send(standIn, { content: 'talk' })
  expect(
    (await call(standIn, `POST /channels/${seedIds.general}/messages/${String(other.id)}/crosspost`)).body
      .code,
  ).toBe(50024)
})

it('keeps files, serves them, and puts their address where a component names them', async () => {
  const form = new FormData()
  const payload = {
    flags: version2,
    components: [{ type: 12, items: [{ media: { url: 'attachment://a.txt' } }] }],
  }
  form.set('payload_json', JSON.stringify({ ...payload, attachments: [{ id: '0', description: 'A chart' }] }))
  form.set('files[0]', new File(['bytes'], 'a.txt', { type: 'text/plain' }))
  const response = await fetch(`${standIn.apiUrl}/v10/channels/${seedIds.general}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${standIn.token}` },
    body: form,
  })
  expect(response.status).toBe(200)
  const [message] = standIn.messages(seedIds.general)
  const [file] = message?.attachments ?? []
  expect(file).toMatchObject({ filename: 'a.txt', contentType: 'text/plain', description: 'A chart' })
  expect(message?.components).toMatchObject([{ items: [{ media: { url: file?.url } }] }])
  expect(await (await fetch(file?.url ?? '')).text()).toBe('bytes')
})

it('opens direct messages with anyone, and refuses messages where the person does not want or meet the bot', async () => {
  const open = (recipient_id: string) => call(standIn, 'POST /users/@me/channels', { recipient_id })
  const { body: direct } = await open(seedIds.member)
  expect((await open(seedIds.member)).body.id).toBe(direct.id)
  expect((await send(standIn, { content: 'hello' }, String(direct.id))).status).toBe(200)
  standIn.change.closeDirectMessages(seedIds.member, true)
  expect((await send(standIn, { content: 'hello' }, String(direct.id))).body.code).toBe(50007)
  const { body: stranger } = await open(seedIds.stranger)
  expect((await send(standIn, { content: 'hello' }, String(stranger.id))).status).toBe(200)
  standIn.change.installApp(seedIds.stranger, false)
  expect((await send(standIn, { content: 'hello' }, String(stranger.id))).body.code).toBe(50007)
  expect((await open('100000000000009999')).body.code).toBe(10013)
})

it('refuses by permission, from roles and from the channel’s overwrites', async () => {
  const without = (bit: bigint) =>
    standIn.change.setRolePermissions(seedIds.newsroom, seedIds.newsroom, everyonePermissions & ~bit)
  const { body: made } = await send(standIn, { content: 'a' })
  const denied = async (bit: bigint, body: JsonObject = { content: 'a' }) => {
    without(bit)
    return (await send(standIn, body)).body.code
  }
  expect(await denied(PermissionFlagsBits.SendMessages)).toBe(50013)
  expect(await denied(PermissionFlagsBits.ViewChannel)).toBe(50001)
  expect(await denied(PermissionFlagsBits.EmbedLinks, { embeds: [{ title: 'a' }] })).toBe(50013)
  expect(
    await denied(PermissionFlagsBits.ReadMessageHistory, {
      content: 'a',
      message_reference: { message_id: made.id },
    }),
  ).toBe(160002)
  const list = `GET /channels/${seedIds.general}/messages`
  expect((await call(standIn, list)).body.list).toEqual([])
  expect((await call(standIn, `${list}/${String(made.id)}`)).body.code).toBe(50001)
  without(0n)
  const overwrite = {
    id: seedIds.newsroom,
    type: 0,
    allow: 0n,
    deny: PermissionFlagsBits.SendMessages,
  } as const
  standIn.change.setOverwrites(seedIds.general, [overwrite])
  expect((await send(standIn, { content: 'a' })).body.code).toBe(50013)
  expect((await send(standIn, { content: 'a' }, seedIds.news)).status).toBe(200)
  const own = {
    id: standIn.applicationId,
    type: 1,
    allow: PermissionFlagsBits.SendMessages,
    deny: 0n,
  } as const
  standIn.change.setOverwrites(seedIds.general, [overwrite, own])
  expect((await send(standIn, { content: 'a' })).status).toBe(200)
  standIn.change.removeBot(seedIds.newsroom)
  expect((await send(standIn, { content: 'a' })).body.code).toBe(50001)
})

it('finds what people call by a name', () => {
  const { newsroom, elsewhere, news, elsewhereNews, quietRole, member } = seedIds
  expect(standIn.findId(newsroom, 'channel', 'News')).toBe(news)
  expect(standIn.findId(elsewhere, 'channel', 'news')).toBe(elsewhereNews)
  expect(standIn.findId(newsroom, 'role', 'quiet')).toBe(quietRole)
  expect(standIn.findId(newsroom, 'user', 'Mira')).toBe(member)
  expect(standIn.findId(newsroom, 'role', 'nobody')).toBeUndefined()
})
