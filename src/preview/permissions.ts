import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import { Refusal } from './refusal.ts'
import { type Channel, isBotIn, type Overwrite, type Server, type World } from './world.ts'

const everything = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n)

/** What anyone may do in a direct message. */
const directMessagePermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.UseApplicationCommands

const threadTypes: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]

/** Says whether a channel is a thread, forum posts included. */
export function isThread(channel: Channel): boolean {
  return threadTypes.includes(channel.type)
}

/** A person's permissions in a server as a whole; none for people who are not in it. */
export function serverPermissions(server: Server, userId: string): bigint {
  const member = server.members.get(userId)
  if (member === undefined) return 0n
  if (server.ownerId === userId) return everything
  const granted = [server.id, ...member.roleIds].reduce(
    (all, roleId) => all | (server.roles.get(roleId)?.permissions ?? 0n),
    0n,
  )
  return granted & PermissionFlagsBits.Administrator ? everything : granted
}

/**
 * A person's permissions in a channel: roles, then the overwrites for everyone, for roles and for the
 * member. Threads take those of their parent. Without View Channel nothing else counts.
 */
export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  if (channel.serverId === undefined)
    return channel.recipientIds.includes(userId) ? directMessagePermissions : 0n
  const server = world.servers.get(channel.serverId)
  if (server === undefined) return 0n
  const base = serverPermissions(server, userId)
  if (base & PermissionFlagsBits.Administrator) return base
  const parent = channel.parentId === undefined ? channel : (world.channels.get(channel.parentId) ?? channel)
  const granted = applyOverwrites(base, parent.overwrites, { server, userId })
  return granted & PermissionFlagsBits.ViewChannel ? granted : 0n
}

/** Refuses with 50001 where the bot cannot see the channel, with 50013 where it lacks one of the permissions. */
export function requireBotPermissions(world: World, channel: Channel, needed: bigint): void {
  if (channel.serverId !== undefined && !isBotIn(world, channel.serverId)) throw new Refusal('missingAccess')
  const granted = channelPermissions(world, channel, world.botId)
  if (!(granted & PermissionFlagsBits.ViewChannel)) throw new Refusal('missingAccess')
  if ((granted & needed) !== needed) throw new Refusal('missingPermissions')
}

function applyOverwrites(
  base: bigint,
  overwrites: readonly Overwrite[],
  who: { readonly server: Server; readonly userId: string },
): bigint {
  const roleIds = who.server.members.get(who.userId)?.roleIds ?? []
  const layers = [
    overwrites.filter((overwrite) => overwrite.id === who.server.id),
    overwrites.filter((overwrite) => overwrite.type === 0 && roleIds.includes(overwrite.id)),
    overwrites.filter((overwrite) => overwrite.type === 1 && overwrite.id === who.userId),
  ]
  return layers.reduce((granted, layer) => {
    const denied = layer.reduce((all, overwrite) => all | overwrite.deny, 0n)
    const allowed = layer.reduce((all, overwrite) => all | overwrite.allow, 0n)
    return (granted & ~denied) | allowed
  }, base)
}
