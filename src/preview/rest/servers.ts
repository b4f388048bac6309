import { GatewayIntentBits } from 'discord-api-types/v10'
import { toApiChannel, toApiMember, toApiRole, toApiServer } from '../api-objects.ts'
import type { Json, JsonObject } from '../json.ts'
import { isThread } from '../permissions.ts'
import { Refusal } from '../refusal.ts'
import type { Server, World } from '../world.ts'
import {
  param,
  type RestAnswer,
  type RestContext,
  type RestRequest,
  type Route,
  requireServer,
} from './route.ts'

/** The routes about servers, their channels, roles and members. */
export function serverRoutes({ world }: RestContext): readonly Route[] {
  const one = '/guilds/:guild_id'
  const get = (path: string, body: (server: Server, request: RestRequest) => Json): Route => ({
    method: 'GET',
    path,
    handle: (request) => ({ body: body(requireServer(world, param(request, 'guild_id')), request) }),
  })
  return [
    get(one, toApiServer),
    get(`${one}/channels`, (server) => channelsOf(world, server)),
    get(`${one}/threads/active`, (server) => ({ threads: activeThreads(world, server), members: [] })),
    {
      method: 'GET',
      path: '/channels/:channel_id/threads/archived/public',
      handle: (request) => ({
        body: { threads: archivedThreads(world, param(request, 'channel_id')), members: [], has_more: false },
      }),
    },
    get(`${one}/roles`, (server) => [...server.roles.values()].map(toApiRole)),
    get(`${one}/roles/:role_id`, (server, request) => roleOf(server, param(request, 'role_id'))),
    get(`${one}/members/:user_id`, (server, request) => memberOf(world, server, param(request, 'user_id'))),
    {
      method: 'DELETE',
      path: '/users/@me/guilds/:guild_id',
      handle: (request) => leave(world, requireServer(world, param(request, 'guild_id'))),
    },
  ]
}

function channelsOf(world: World, server: Server): readonly JsonObject[] {
  return [...world.channels.values()]
    .filter((channel) => channel.serverId === server.id && !isThread(channel))
    .map((channel) => toApiChannel(world, channel))
}

function activeThreads(world: World, server: Server): readonly JsonObject[] {
  return [...world.channels.values()]
    .filter((channel) => channel.serverId === server.id && channel.thread?.archived === false)
    .map((channel) => toApiChannel(world, channel))
}

function archivedThreads(world: World, parentId: string): readonly JsonObject[] {
  return [...world.channels.values()]
    .filter((channel) => channel.parentId === parentId && channel.thread?.archived === true)
    .map((channel) => toApiChannel(world, channel))
}

function roleOf(server: Server, roleId: string): JsonObject {
  const role = server.roles.get(roleId)
  if (role === undefined) throw new Refusal('unknownRole')
  return toApiRole(role)
}

function memberOf(world: World, server: Server, userId: string): JsonObject {
  const member = server.members.get(userId === '@me' ? world.botId : userId)
  if (member === undefined) throw new Refusal('unknownMember')
  return toApiMember(member, world.users.get(member.userId))
}

function leave(world: World, server: Server): RestAnswer {
  server.members.delete(world.botId)
  world.events.emit('dispatch', {
    type: 'GUILD_DELETE',
    data: { id: server.id },
    serverId: server.id,
    intent: GatewayIntentBits.Guilds,
  })
  return {}
}
