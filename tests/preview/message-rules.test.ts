import { afterEach, beforeEach, expect, it } from 'vitest'
import type { JsonObject } from '../../src/preview/json.ts'
import { seedIds } from '../../src/preview/seed.ts'
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

const embed = (changes: JsonObject): JsonObject => ({ embeds: [changes] })

it.each<[string, JsonObject, readonly string[]]>([
  ['content of 2,001 characters', { content: 'x'.repeat(2001) }, ['content BASE_TYPE_MAX_LENGTH']],
  ['content that is no text', { content: 5 }, ['content STRING_TYPE_CONVERT']],
  [
    '11 embeds',
    { embeds: Array.from({ length: 11 }, () => ({ title: 'a' })) },
    ['embeds BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'embeds of 6,001 characters',
    { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
    ['embeds MAX_EMBED_SIZE_EXCEEDED'],
  ],
  [
    'an embed title of 257 characters',
    embed({ title: 'x'.repeat(257) }),
    ['embeds.0.title BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an embed field without value',
    embed({ fields: [{ name: 'a' }] }),
    ['embeds.0.fields.0.value BASE_TYPE_REQUIRED'],
  ],
  [
    'an embed url of another scheme',
    embed({ title: 'a', url: 'ftp://a.org' }),
    ['embeds.0.url URL_TYPE_INVALID_SCHEME'],
  ],
  ['a nonce of 26 characters', { content: 'a', nonce: 'x'.repeat(26) }, ['nonce BASE_TYPE_MAX_LENGTH']],
  [
    'content beside Components V2',
    { content: 'a', flags: version2, components: [{ type: 10, content: 'a' }] },
    ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    'embeds beside Components V2',
    { ...embed({ title: 'a' }), flags: version2, components: [{ type: 10, content: 'a' }] },
    ['embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    'a poll beside Components V2',
    { poll: {}, flags: version2, components: [{ type: 10, content: 'a' }] },
    ['poll MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    'an unknown kind of mentions',
    { content: 'a', allowed_mentions: { parse: ['all'] } },
    ['allowed_mentions.parse.0 BASE_TYPE_CHOICES'],
  ],
  [
    'a kind of mentions parsed and listed',
    { content: 'a', allowed_mentions: { parse: ['roles'], roles: [seedIds.quietRole] } },
    ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
  [
    'a mentioned id that is none',
    { content: 'a', allowed_mentions: { users: ['mira'] } },
    ['allowed_mentions.users.0 NUMBER_TYPE_COERCE'],
  ],
  [
    'a reply to nothing',
    { content: 'a', message_reference: { message_id: seedIds.general } },
    ['message_reference REPLIES_UNKNOWN_MESSAGE'],
  ],
])('refuses %s', async (_what, body, problems) => {
  const answer = await send(standIn, body)
  expect([answer.status, answer.body.code, problemsIn(answer)]).toEqual([400, 50035, problems])
  expect(standIn.violations).toMatchObject([{ method: 'POST', code: 50035, body }])
})

it.each<[string, JsonObject]>([
  ['nothing', {}],
  ['white space', { content: ' \n ' }],
  ['empty lists', { embeds: [], components: [] }],
  ['an empty embed', embed({})],
])('refuses a message of %s as empty', async (_what, body) => {
  const answer = await send(standIn, body)
  expect([answer.status, answer.body.code]).toEqual([400, 50006])
})

it('answers what is no JSON, and no route, as Discord does', async () => {
  const broken = await fetch(`${standIn.apiUrl}/v10/channels/${seedIds.general}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${standIn.token}` },
    body: '{',
  })
  expect([broken.status, await broken.json()]).toMatchObject([400, { code: 50109 }])
  expect(await call(standIn, 'GET /nowhere')).toMatchObject({ status: 404, body: { code: 0 } })
})

it('keeps what an edit leaves out and clears what it sets to null', async () => {
  const { body: made } = await send(standIn, { content: 'one', embeds: [{ title: 'a' }] })
  expect((await edit(made.id, { content: 'two' })).body).toMatchObject({
    content: 'two',
    embeds: [{ title: 'a' }],
  })
  expect((await edit(made.id, { embeds: null })).body).toMatchObject({ content: 'two', embeds: [] })
  expect(await edit(made.id, { content: null })).toMatchObject({ status: 400, body: { code: 50006 } })
  expect(standIn.messages(seedIds.general)).toMatchObject([{ content: 'two', editedAt: startMs }])
})

it('lets Components V2 be set by an edit and never taken off again', async () => {
  const components = [{ type: 10, content: 'new' }]
  const { body: made } = await send(standIn, { content: 'old' })
  expect((await edit(made.id, { flags: version2, content: null, components })).status).toBe(200)
  expect((await edit(made.id, { components: [{ type: 10, content: 'newer' }] })).status).toBe(200)
  expect(problemsIn(await edit(made.id, { flags: 0, components }))).toEqual([
    'flags MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
  ])
  expect(problemsIn(await edit(made.id, { content: 'old' }))).toEqual([
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ])
})
