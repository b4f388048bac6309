import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import { channelPermissions, isThread } from '../permissions.ts'
import { snowflakeTime } from '../snowflakes.ts'
import { type Channel, directMessageWith, type Server, type User, type World } from '../world.ts'
import type { ActorView, ChannelView, PersonView, SceneView, ServerView } from './wire.ts'

/** All that stands around the messages, as one person sees it. @throws Error for a person who is not there. */
export function sceneFor(world: World, userId: string): SceneView {
  const user = world.users.get(userId)
  const bot = world.users.get(world.botId)
  if (user === undefined || bot === undefined) throw new Error(`There is no user ${userId}`)
  return {
    me: actorOf(world, user),
    actors: [...world.users.values()].filter((one) => !one.bot).map((one) => actorOf(world, one)),
    bot: personOf(bot),
    servers: [...world.servers.values()]
      .filter((server) => server.members.has(userId))
      .map((server) => serverFor(world, server, user)),
    direct: channelFor(world, directMessageWith(world, userId), user),
  }
}

/** A person or the bot, by name. */
export function personOf(user: User): PersonView {
  return { id: user.id, name: user.displayName, bot: user.bot }
}

function actorOf(world: World, user: User): ActorView {
  const servers = [...world.servers.values()]
  const first = servers.find(({ members }) => members.has(user.id))
  const { locale } = user
  if (first === undefined)
    return { ...personOf(user), locale, standing: user.installedApp ? 'installed the app' : 'no member' }
  return { ...personOf(user), locale, standing: first.ownerId === user.id ? 'admin' : 'member' }
}

function serverFor(world: World, server: Server, user: User): ServerView {
  const channels = [...world.channels.values()].filter(
    (channel) =>
      channel.serverId === server.id &&
      channelPermissions(world, channel, user.id) & PermissionFlagsBits.ViewChannel,
  )
  return {
    id: server.id,
    name: server.name,
    channels: channels
      .toSorted((a, b) => a.position - b.position)
      .map((channel) => channelFor(world, channel, user)),
    roles: [...server.roles.values()].map(({ id, name }) => ({ id, name })),
    members: [...server.members.keys()].flatMap((id) => world.users.get(id) ?? []).map(personOf),
  }
}

function channelFor(world: World, channel: Channel, user: User): ChannelView {
  const granted = channelPermissions(world, channel, user.id)
  const parent = world.channels.get(channel.parentId ?? '')
  return {
    id: channel.id,
    name: channel.name === '' ? 'Crier' : channel.name,
    kind: kindOf(channel),
    type: channel.type,
    ...(channel.parentId !== undefined && { parentId: channel.parentId }),
    archived: channel.thread?.archived ?? false,
    writable: kindOf(channel) !== 'forum' && (granted & PermissionFlagsBits.SendMessages) !== 0n,
    tags: (channel.thread?.tagIds ?? []).flatMap(
      (tagId) => parent?.tags.find(({ id }) => id === tagId)?.name ?? [],
    ),
    activeAt: snowflakeTime(channel.lastMessageId ?? channel.id),
  }
}

function kindOf(channel: Channel): ChannelView['kind'] {
  if (channel.serverId === undefined) return 'direct'
  if (isThread(channel)) return 'thread'
  if (channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia) return 'forum'
  return channel.type === ChannelType.GuildAnnouncement ? 'announcement' : 'text'
}
