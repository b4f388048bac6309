import { PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { JsonObject } from '../../src/preview/json.ts'
import { everyonePermissions, seedIds } from '../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { call, send } from './call.ts'

let standIn: StandIn
beforeEach(async () => {
  standIn = await startStandIn({ rateLimits: 'off' })
})
afterEach(() => standIn.close())

const { member, admin, readersRole, quietRole } = seedIds
const all = `@everyone <@${member}> <@!${admin}> <@&${readersRole}> <@&${quietRole}>`
const nobody = { everyone: false, userIds: [], roleIds: [] }

it.each<[string, JsonObject, object]>([
  [
    'whom its author may, without allowed_mentions',
    { content: all },
    { everyone: false, userIds: [member, admin], roleIds: [readersRole] },
  ],
  ['nobody with an empty parse', { content: all, allowed_mentions: { parse: [] } }, nobody],
  [
    'only listed users',
    { content: all, allowed_mentions: { users: [admin] } },
    { ...nobody, userIds: [admin] },
  ],
  [
    'only listed roles that are mentionable',
    { content: all, allowed_mentions: { parse: [], roles: [readersRole, quietRole] } },
    { ...nobody, roleIds: [readersRole] },
  ],
  ['nobody who is listed and not mentioned', { content: 'a', allowed_mentions: { users: [admin] } }, nobody],
  [
    'people named in text displays',
    { flags: 1 << 15, components: [{ type: 17, components: [{ type: 10, content: all }] }] },
    { everyone: false, userIds: [member, admin], roleIds: [readersRole] },
  ],
  ['nobody named in embeds', { embeds: [{ description: all }] }, nobody],
])('calls %s', async (_what, body, pings) => {
  await send(standIn, body)
  expect(standIn.messages(seedIds.general)[0]?.pings).toEqual(pings)
})

it('calls everyone and every role where the author may', async () => {
  const permissions = everyonePermissions | PermissionFlagsBits.MentionEveryone
  standIn.change.setRolePermissions(seedIds.newsroom, seedIds.newsroom, permissions)
  await send(standIn, { content: all, allowed_mentions: { parse: ['everyone', 'roles'] } })
  expect(standIn.messages(seedIds.general)[0]?.pings).toEqual({
    everyone: true,
    userIds: [],
    roleIds: [readersRole, quietRole],
  })
})

it('calls the author of the message that is replied to, unless told not to', async () => {
  const { id } = standIn.post(seedIds.general, member, 'hello')
  const message_reference = { message_id: id }
  await send(standIn, { content: 'a', message_reference })
  await send(standIn, { content: 'b', message_reference, allowed_mentions: { parse: [] } })
  expect(standIn.messages(seedIds.general).map(({ pings }) => pings.userIds)).toEqual([[], [member], []])
})

it('calls nobody by an edit', async () => {
  const { body } = await send(standIn, { content: 'a' })
  await call(standIn, `PATCH /channels/${seedIds.general}/messages/${String(body.id)}`, { content: all })
  expect(standIn.messages(seedIds.general)[0]?.pings).toEqual(nobody)
})
