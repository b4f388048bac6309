import { toApiChannel, toApiMember, toApiRole, toApiUser } from './api-objects.ts'
import type { JsonObject } from './json.ts'
import { channelPermissions, serverPermissions } from './permissions.ts'
import type { Channel, World } from './world.ts'

/** Objects by kind ("channels", "roles", "users", "members", "messages", "attachments") and id. */
export type Found = Readonly<Record<string, JsonObject>>

/**
 * Looks up what an id stands for in the server of a channel.
 * @throws Error where there is nothing of that kind.
 */
export function resolveId(
  world: World,
  channel: Channel,
  wanted: { readonly kind: 'channels' | 'roles' | 'users'; readonly id: string },
): Found {
  const { kind, id } = wanted
  const server = world.servers.get(channel.serverId ?? '')
  if (kind === 'channels') {
    const found = world.channels.get(id)
    if (found === undefined || found.serverId !== channel.serverId) throw missing(wanted, channel)
    const bot = String(channelPermissions(world, found, world.botId))
    return { channels: { [id]: { ...toApiChannel(world, found), permissions: bot, app_permissions: bot } } }
  }
  if (kind === 'roles') {
    const role = server?.roles.get(id)
    if (role === undefined) throw missing(wanted, channel)
    return { roles: { [id]: toApiRole(role) } }
  }
  const user = world.users.get(id)
  if (user === undefined) throw missing(wanted, channel)
  const member = server?.members.get(id)
  return {
    users: { [id]: toApiUser(user) },
    ...(server &&
      member && {
        members: { [id]: { ...toApiMember(member), permissions: String(serverPermissions(server, id)) } },
      }),
  }
}

/** Puts what was found together, by kind. */
export function mergeResolved(found: readonly Found[]): JsonObject {
  const merged = new Map<string, JsonObject>()
  for (const part of found)
    for (const [kind, objects] of Object.entries(part)) merged.set(kind, { ...merged.get(kind), ...objects })
  return Object.fromEntries(merged)
}

function missing(wanted: { readonly kind: string; readonly id: string }, channel: Channel): Error {
  return new Error(
    `Where #${channel.name} is, nothing among the ${wanted.kind} has the name or id ${wanted.id}`,
  )
}
