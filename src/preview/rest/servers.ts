import { GatewayIntentBits } from 'discord-api-types/v10'
import { toApiChannel, toApiMember, toApiRole, toApiServer } from '../api-objects.ts'
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
  const inServer = (answer: (server: Server, request: RestRequest) => RestAnswer) => (request: RestRequest) =>
    answer(requireServer(world, param(request, 'guild_id')), request)
  const channels = (server: Server) =>
    [...world.channels.values()].filter(({ serverId }) => serverId === server.id)
  return [
    {
      method: 'GET',
      path: '/guilds/:guild_id',
      handle: inServer((server) => ({ body: toApiServer(server) })),
    },
    {
      method: 'GET',
      path: '/guilds/:guild_id/channels',
      handle: inServer((server) => ({
        body: channels(server)
          .filter((channel) => !isThread(channel))
          .map((channel) => toApiChannel(world, channel)),
      })),
    },
    {
      method: 'GET',
      path: '/guilds/:guild_id/threads/active',
      handle: inServer((server) => ({
        body: {
          threads: channels(server)
            .filter((channel) => isThread(channel) && channel.thread?.archived !== true)
            .map((channel) => toApiChannel(world, channel)),
          members: [],
        },
      })),
    },
    {
      method: 'GET',
      path: '/guilds/:guild_id/roles',
      handle: inServer((server) => ({ body: [...server.roles.values()].map(toApiRole) })),
    },
    {
      method: 'GET',
      path: '/guilds/:guild_id/roles/:role_id',
      handle: inServer((server, request) => roleOf(server, param(request, 'role_id'))),
    },
    {
      method: 'GET',
      path: '/guilds/:guild_id/members/:user_id',
      handle: inServer((server, request) => memberOf(world, server, param(request, 'user_id'))),
    },
    {
      method: 'DELETE',
      path: '/users/@me/guilds/:guild_id',
      handle: inServer((server) => leave(world, server)),
    },
  ]
}

function roleOf(server: Server, roleId: string): RestAnswer {
  const role = server.roles.get(roleId)
  if (role === undefined) throw new Refusal('unknownRole')
  return { body: toApiRole(role) }
}

function memberOf(world: World, server: Server, userId: string): RestAnswer {
  const member = server.members.get(userId === '@me' ? world.botId : userId)
  if (member === undefined) throw new Refusal('unknownMember')
  return { body: toApiMember(member, world.users.get(member.userId)) }
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
