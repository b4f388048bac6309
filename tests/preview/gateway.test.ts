import { once } from 'node:events'
import { Events, GatewayIntentBits } from 'discord.js'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { seedIds } from '../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { createClient, startStage } from './bot.ts'

/** Connects by hand, sends one frame after HELLO, and gives the code with which the gateway closes. */
async function closeCodeFor(standIn: StandIn, frame: unknown, query = 'v=10&encoding=json'): Promise<number> {
  const socket = new WebSocket(`${standIn.world.cdnUrl.replace('http', 'ws')}/?${query}`)
  socket.once('message', () => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)))
  const [code] = await once(socket, 'close')
  return Number(code)
}

const identity = (standIn: StandIn, changes: object = {}) => ({
  op: 2,
  d: { token: standIn.token, intents: 1, properties: { os: 'linux' }, shard: [0, 1], ...changes },
})

it('shows a client its servers, channels, threads and own permissions', async () => {
  await using stage = await startStage()
  const guild = stage.client.guilds.cache.get(seedIds.newsroom)
  expect(stage.client.guilds.cache.map(({ name }) => name)).toEqual(['Newsroom', 'Elsewhere'])
  expect(guild?.channels.cache.map(({ name }) => name)).toEqual([
    'general',
    'news',
    'announcements',
    'stories',
    'small talk',
  ])
  expect(guild?.members.me?.permissions.has('SendMessages')).toBe(true)
  expect(guild?.members.me?.permissions.has('ManageGuild')).toBe(false)
  expect(guild?.ownerId).toBe(seedIds.admin)
})

it('refuses a wrong token by REST and on the gateway', async () => {
  const standIn = await startStandIn()
  const client = createClient(standIn)
  await expect(client.login('not.the.token')).rejects.toThrow('invalid token')
  expect(await closeCodeFor(standIn, identity(standIn, { token: 'not.the.token' }))).toBe(4004)
  await client.destroy()
  await standIn.close()
})

it.each([
  ['a frame before IDENTIFY', { op: 3, d: {} }, 4003],
  ['what is no JSON', 'hello', 4002],
  ['intents that must be switched on first', { intents: GatewayIntentBits.MessageContent }, 4014],
  ['intents that do not exist', { intents: 1 << 27 }, 4013],
  ['a shard beyond the count', { shard: [2, 2] }, 4010],
])('closes on %s', async (_what, frame, code) => {
  const standIn = await startStandIn()
  const sent = typeof frame === 'string' || 'op' in frame ? frame : identity(standIn, frame)
  expect(await closeCodeFor(standIn, sent)).toBe(code)
  await standIn.close()
})

it('closes on another version of the gateway', async () => {
  const standIn = await startStandIn()
  expect(await closeCodeFor(standIn, '{}', 'v=9')).toBe(4012)
  await standIn.close()
})

it('gives the events of a server to its shard only', async () => {
  await using stage = await startStage()
  const { standIn } = stage
  const sharded = createClient(standIn)
  sharded.options.shards = [1]
  sharded.options.shardCount = 2
  await sharded.login(standIn.token)
  expect(standIn.gateway.sessions.at(-1)?.shard).toEqual({ id: 1, count: 2 })
  expect([...sharded.guilds.cache.keys()]).toEqual([seedIds.elsewhere])
  await sharded.destroy()
})

it('replays to a resumed session what it missed', async () => {
  await using stage = await startStage()
  const { client, standIn } = stage
  const resumed = once(client, Events.ShardResume)
  const deleted = once(client, Events.ChannelDelete)
  standIn.faults.dropGateway()
  standIn.change.deleteChannel(seedIds.news)
  const [[channel]] = await Promise.all([deleted, resumed])
  expect(channel.id).toBe(seedIds.news)
  expect(standIn.gateway.sessions).toHaveLength(1)
})

it('makes a client start anew where the session cannot be resumed', async () => {
  await using stage = await startStage()
  const { client, standIn } = stage
  const ready = once(client, Events.ShardReady)
  standIn.faults.dropGateway({ resumable: false, code: 4009 })
  await ready
  expect(standIn.gateway.sessions).toHaveLength(2)
})

it('asks to reconnect, and takes the session up again', async () => {
  await using stage = await startStage()
  const resumed = once(stage.client, Events.ShardResume)
  stage.standIn.faults.reconnect()
  await resumed
  expect(stage.standIn.gateway.sessions).toHaveLength(1)
})

it.each([
  [true, Events.ShardResume, 1],
  [false, Events.ShardReady, 2],
])('tells that a session is invalid, resumable: %s', async (resumable, event, sessions) => {
  await using stage = await startStage()
  const again = once(stage.client, event)
  stage.standIn.faults.invalidSession(resumable)
  await again
  expect(stage.standIn.gateway.sessions).toHaveLength(sessions)
})

it('lets a client notice that heartbeats are answered no more', async () => {
  await using stage = await startStage({ heartbeatMs: 60 })
  const resumed = once(stage.client, Events.ShardResume)
  stage.standIn.faults.silenceHeartbeatAck()
  await once(stage.client, Events.ShardReconnecting)
  stage.standIn.faults.silenceHeartbeatAck(false)
  await resumed
})

it('sends messages only to bots that asked for them, without the content of others', async () => {
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]
  await using stage = await startStage({ intents })
  const { client, standIn } = stage
  const silent = createClient(standIn)
  const heard: string[] = []
  silent.on(Events.MessageCreate, ({ id }) => heard.push(id))
  await silent.login(standIn.token)
  const told = once(client, Events.MessageCreate)
  standIn.post(seedIds.general, seedIds.member, 'a secret')
  const [message] = await told
  expect(message.author.id).toBe(seedIds.member)
  expect(message.content).toBe('')
  expect(heard).toEqual([])
  await silent.destroy()
})

it('tells a bot of roles, permissions, threads and its own removal', async () => {
  await using stage = await startStage()
  const { client, standIn } = stage
  const role = once(client, Events.GuildRoleUpdate)
  const thread = once(client, Events.ThreadUpdate)
  const removed = once(client, Events.GuildDelete)
  standIn.change.setRoleMentionable(seedIds.newsroom, seedIds.quietRole, true)
  standIn.change.archiveThread(seedIds.thread, true)
  standIn.change.removeBot(seedIds.newsroom)
  expect((await role)[1].mentionable).toBe(true)
  expect((await thread)[1].archived).toBe(true)
  expect((await removed)[0].id).toBe(seedIds.newsroom)
  const joined = once(client, Events.GuildCreate)
  standIn.change.addBot(seedIds.newsroom)
  expect((await joined)[0].id).toBe(seedIds.newsroom)
})

it('tells an outage of a server from its leaving, and of a new one', async () => {
  await using stage = await startStage()
  const { client, standIn } = stage
  const out = once(client, Events.GuildUnavailable)
  standIn.change.setOutage(seedIds.newsroom, true)
  expect((await out)[0].id).toBe(seedIds.newsroom)
  const back = once(client, Events.GuildAvailable)
  standIn.change.setOutage(seedIds.newsroom, false)
  expect((await back)[0].id).toBe(seedIds.newsroom)
  const joined = once(client, Events.GuildCreate)
  standIn.change.addServer({ id: '100000000000000900', name: 'New', ownerId: seedIds.member, channels: [] })
  expect((await joined)[0].name).toBe('New')
})
