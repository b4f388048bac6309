import { GatewayIntentBits } from 'discord-api-types/v10'
import { isoTime, toApiChannel, toApiMember, toApiMessage, toApiServer, toApiUser } from './api-objects.ts'
import type { JsonObject } from './json.ts'
import { isThread } from './permissions.ts'
import type { Channel, Message, Server, World } from './world.ts'

/** The first event of a session: who the bot is and which servers will follow. */
export function readyData(
  world: World,
  session: { readonly id: string; readonly url: string; readonly shard: { id: number; count: number } },
  servers: readonly Server[],
): JsonObject {
  const bot = world.users.get(world.botId)
  return {
    v: 10,
    user: bot ? { ...toApiUser(bot), verified: true, mfa_enabled: true, flags: 0, email: null } : {},
    guilds: servers.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: session.url,
    shard: [session.shard.id, session.shard.count],
    application: { id: world.application.id, flags: 0 },
  }
}

/** Everything about a server that a bot gets when it connects or joins. Members are the bot's own and the owner's. */
export function guildCreateData(world: World, server: Server): JsonObject {
  const channels = [...world.channels.values()].filter((channel) => channel.serverId === server.id)
  const known = [...server.members.values()].filter(({ userId }) =>
    [world.botId, server.ownerId].includes(userId),
  )
  return {
    ...toApiServer(server),
    joined_at: isoTime(server.members.get(world.botId)?.joinedAt ?? 0),
    large: false,
    unavailable: false,
    member_count: server.members.size,
    members: known.map((member) => toApiMember(member, world.users.get(member.userId))),
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => toApiChannel(world, channel)),
    threads: channels
      .filter((channel) => isThread(channel) && channel.thread?.archived !== true)
      .map((channel) => toApiChannel(world, channel)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

/** Tells the bots about a channel or thread: `create`, `update` or `delete`. */
export function dispatchChannel(
  world: World,
  change: 'CREATE' | 'UPDATE' | 'DELETE',
  channel: Channel,
): void {
  if (channel.serverId === undefined) return
  world.events.emit('dispatch', {
    type: `${isThread(channel) ? 'THREAD' : 'CHANNEL'}_${change}`,
    data: toApiChannel(world, channel),
    serverId: channel.serverId,
    intent: GatewayIntentBits.Guilds,
  })
}

/** Tells the bots that asked for messages about one; others than their own come without content. */
export function dispatchMessage(
  world: World,
  type: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: Message,
): void {
  const channel = world.channels.get(message.channelId)
  if (channel === undefined || message.visibleTo !== undefined) return
  const server = channel.serverId === undefined ? undefined : world.servers.get(channel.serverId)
  const member = server?.members.get(message.authorId)
  world.events.emit('dispatch', {
    type,
    data: {
      ...toApiMessage(world, message, hidesContent(world, channel, message)),
      ...(server && { guild_id: server.id }),
      ...(member && { member: toApiMember(member) }),
    },
    ...(server && { serverId: server.id }),
    intent: server ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages,
  })
}

/** Tells the bots that asked for messages that one is gone. */
export function dispatchMessageDelete(world: World, message: Message): void {
  const serverId = world.channels.get(message.channelId)?.serverId
  if (message.visibleTo !== undefined) return
  world.events.emit('dispatch', {
    type: 'MESSAGE_DELETE',
    data: { id: message.id, channel_id: message.channelId, ...(serverId && { guild_id: serverId }) },
    ...(serverId && { serverId }),
    intent: serverId ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages,
  })
}

/** Without the Message Content intent a bot reads only its own messages, direct ones, and those that mention it. */
export function hidesContent(world: World, channel: Channel, message: Message): boolean {
  if (message.authorId === world.botId || channel.serverId === undefined) return false
  return !message.pings.userIds.includes(world.botId)
}
