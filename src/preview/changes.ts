import { GatewayIntentBits } from 'discord-api-types/v10'
import { toApiMember, toApiRole } from './api-objects.ts'
import { addServer, createChannel } from './create-world.ts'
import { dispatchChannel, guildCreateData } from './gateway-events.ts'
import { deleteMessage } from './message-store.ts'
import { isThread } from './permissions.ts'
import type { ChannelSeed, ServerSeed } from './seed.ts'
import {
  type Channel,
  channelMessages,
  directMessageWith,
  type Overwrite,
  type Server,
  type World,
} from './world.ts'

/** What people can do to a server while the bot runs. The bot is told through the gateway, as Discord tells it. */
export interface Changes {
  /** Deletes a channel or thread with its messages; the threads of a channel go with it. */
  deleteChannel(channelId: string): void
  /** Adds a channel or thread, also one that was deleted, under the same id. */
  addChannel(serverId: string, channel: ChannelSeed): void
  deleteMessage(messageId: string): void
  /** Archives a thread or brings it back; `locked` stays as it is unless given. */
  archiveThread(threadId: string, archived: boolean, locked?: boolean): void
  /** Puts new permissions in the place of a role's. The server's own id names @everyone. */
  setRolePermissions(serverId: string, roleId: string, permissions: bigint): void
  setRoleMentionable(serverId: string, roleId: string, mentionable: boolean): void
  /** Gives or takes a role, the bot's own memberships included. */
  setMemberRoles(serverId: string, userId: string, roleIds: readonly string[]): void
  /** Says in the server's settings who may use a command besides those with its default permissions. The bot is not told. */
  allowCommand(serverId: string, command: string, userIds: readonly string[]): void
  /** Puts new overwrites in the place of a channel's. */
  setOverwrites(channelId: string, overwrites: readonly Overwrite[]): void
  /** Makes a new server, of which the bot is a member. */
  addServer(server: ServerSeed): void
  /** Lets a server fail, as in an outage of Discord's, or come back. The bot stays a member of it. */
  setOutage(serverId: string, isOut: boolean): void
  /** Throws the bot out of a server. */
  removeBot(serverId: string): void
  /** Lets the bot join a server that removed it. */
  addBot(serverId: string): void
  /** Whether a person's direct messages are closed to the bot. */
  closeDirectMessages(userId: string, closed: boolean): void
  /** Whether a person installed the application for themselves. */
  installApp(userId: string, installed: boolean): void
  setLocale(userId: string, locale: string): void
  /** The direct message between the bot and a person. */
  directMessage(userId: string): Channel
}

/** Makes the changes for a world. Each throws an Error for ids that are not there. */
export function createChanges(world: World): Changes {
  return {
    ...channelChanges(world),
    ...roleChanges(world),
    ...memberChanges(world),
    closeDirectMessages: (userId, closed) => {
      find(world.users, userId, 'user').closedToMessages = closed
    },
    installApp: (userId, installed) => {
      find(world.users, userId, 'user').installedApp = installed
    },
    setLocale: (userId, locale) => {
      find(world.users, userId, 'user').locale = locale
    },
    directMessage: (userId) => directMessageWith(world, find(world.users, userId, 'user').id),
  }
}

function channelChanges(world: World) {
  return {
    deleteChannel(channelId: string) {
      const channel = find(world.channels, channelId, 'channel')
      for (const thread of world.channels.values())
        if (thread.parentId === channelId) world.channels.delete(thread.id)
      for (const message of channelMessages(world, channelId)) world.messages.delete(message.id)
      world.channels.delete(channelId)
      dispatchChannel(world, 'DELETE', channel)
    },
    addChannel(serverId: string, seed: ChannelSeed) {
      find(world.servers, serverId, 'server')
      const channel = createChannel(world, seed, { serverId, position: world.channels.size })
      world.channels.set(channel.id, channel)
      dispatchChannel(world, 'CREATE', channel)
    },
    deleteMessage: (messageId: string) => deleteMessage(world, find(world.messages, messageId, 'message')),
    archiveThread(threadId: string, archived: boolean, locked?: boolean) {
      const channel = find(world.channels, threadId, 'thread')
      if (!isThread(channel) || channel.thread === undefined)
        throw new Error(`Channel ${threadId} is no thread`)
      channel.thread.archived = archived
      channel.thread.archivedAt = world.now()
      if (locked !== undefined) channel.thread.locked = locked
      dispatchChannel(world, 'UPDATE', channel)
    },
    setOverwrites(channelId: string, overwrites: readonly Overwrite[]) {
      const channel = find(world.channels, channelId, 'channel')
      channel.overwrites = overwrites
      dispatchChannel(world, 'UPDATE', channel)
    },
  }
}

function roleChanges(world: World) {
  return {
    setRolePermissions(serverId: string, roleId: string, permissions: bigint) {
      const server = find(world.servers, serverId, 'server')
      find(server.roles, roleId, 'role').permissions = permissions
      dispatchRole(world, server, roleId)
    },
    setRoleMentionable(serverId: string, roleId: string, mentionable: boolean) {
      const server = find(world.servers, serverId, 'server')
      find(server.roles, roleId, 'role').mentionable = mentionable
      dispatchRole(world, server, roleId)
    },
    setMemberRoles(serverId: string, userId: string, roleIds: readonly string[]) {
      const server = find(world.servers, serverId, 'server')
      const member = { ...find(server.members, userId, 'member'), roleIds: [...roleIds] }
      server.members.set(userId, member)
      // Without the Guild Members intent a bot hears of its own membership only.
      const data = { ...toApiMember(member, world.users.get(userId)), guild_id: serverId }
      const intent = userId === world.botId ? 0 : GatewayIntentBits.GuildMembers
      world.events.emit('dispatch', { type: 'GUILD_MEMBER_UPDATE', data, serverId, intent })
    },
  }
}

function memberChanges(world: World) {
  return {
    allowCommand(serverId: string, command: string, userIds: readonly string[]) {
      find(world.servers, serverId, 'server').allowed.set(command, new Set(userIds))
    },
    addServer: (seed: ServerSeed) => dispatchServer(world, addServer(world, seed)),
    setOutage(serverId: string, isOut: boolean) {
      const server = find(world.servers, serverId, 'server')
      if (isOut) dispatchLeaving(world, { id: server.id, unavailable: true })
      else dispatchServer(world, server)
    },
    removeBot(serverId: string) {
      find(world.servers, serverId, 'server').members.delete(world.botId)
      dispatchLeaving(world, { id: serverId })
    },
    addBot(serverId: string) {
      const server = find(world.servers, serverId, 'server')
      const roleIds = [...server.roles.values()].filter(({ managed }) => managed).map(({ id }) => id)
      server.members.set(world.botId, { userId: world.botId, roleIds, joinedAt: world.now() })
      dispatchServer(world, server)
    },
  }
}

function dispatchServer(world: World, server: Server): void {
  const data = guildCreateData(world, server)
  const intent = GatewayIntentBits.Guilds
  world.events.emit('dispatch', { type: 'GUILD_CREATE', data, serverId: server.id, intent })
}

function dispatchLeaving(world: World, data: { readonly id: string; readonly unavailable?: true }): void {
  const intent = GatewayIntentBits.Guilds
  world.events.emit('dispatch', { type: 'GUILD_DELETE', data: { ...data }, serverId: data.id, intent })
}

function dispatchRole(world: World, server: Server, roleId: string): void {
  world.events.emit('dispatch', {
    type: 'GUILD_ROLE_UPDATE',
    data: { guild_id: server.id, role: toApiRole(find(server.roles, roleId, 'role')) },
    serverId: server.id,
    intent: GatewayIntentBits.Guilds,
  })
}

function find<Value>(known: ReadonlyMap<string, Value>, id: string, kind: string): Value {
  const found = known.get(id)
  if (found === undefined) throw new Error(`There is no ${kind} ${id}`)
  return found
}
