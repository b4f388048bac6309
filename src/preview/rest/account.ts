import { toApiChannel, toApiServer, toApiUser } from '../api-objects.ts'
import type { JsonObject } from '../json.ts'
import { Refusal } from '../refusal.ts'
import { at, complainMissing, formOf, readText, refuseProblems } from '../rules/field.ts'
import { directMessageWith, isBotIn, type World } from '../world.ts'
import {
  bodyObject,
  param,
  type RestAnswer,
  type RestContext,
  type RestRequest,
  type Route,
} from './route.ts'

const dayMs = 86_400_000

/** The routes about the bot itself, its application, its direct messages, and where the gateway is. */
export function accountRoutes(context: RestContext): readonly Route[] {
  const { world } = context
  return [
    { method: 'GET', path: '/gateway', handle: () => ({ body: { url: context.world.gatewayUrl } }) },
    { method: 'GET', path: '/gateway/bot', handle: () => ({ body: gatewayOf(context) }) },
    { method: 'GET', path: '/applications/@me', handle: () => ({ body: applicationOf(world) }) },
    { method: 'GET', path: '/oauth2/applications/@me', handle: () => ({ body: applicationOf(world) }) },
    { method: 'GET', path: '/users/@me', handle: () => ({ body: userOf(world, world.botId) }) },
    { method: 'GET', path: '/users/@me/guilds', handle: () => ({ body: ownServers(world) }) },
    { method: 'POST', path: '/users/@me/channels', handle: (request) => openDirectMessage(world, request) },
    {
      method: 'GET',
      path: '/users/:user_id',
      handle: (request) => ({ body: userOf(world, param(request, 'user_id')) }),
    },
  ]
}

function gatewayOf(context: RestContext): JsonObject {
  const { total, started } = context.sessions()
  return {
    url: context.world.gatewayUrl,
    shards: 1,
    session_start_limit: {
      total,
      remaining: Math.max(0, total - started),
      reset_after: dayMs,
      max_concurrency: 1,
    },
  }
}

function applicationOf(world: World): JsonObject {
  const { id, name, ownerId } = world.application
  return {
    id,
    name,
    icon: null,
    description: '',
    type: null,
    flags: 0,
    bot: userOf(world, world.botId),
    owner: userOf(world, ownerId),
    team: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    approximate_guild_count: ownServers(world).length,
    approximate_user_install_count: [...world.users.values()].filter((user) => user.installedApp).length,
    integration_types_config: { '0': {}, '1': {} },
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    rpc_origins: [],
    tags: [],
  }
}

function userOf(world: World, userId: string): JsonObject {
  const user = world.users.get(userId)
  if (user === undefined) throw new Refusal('unknownUser')
  return toApiUser(user)
}

function ownServers(world: World): readonly JsonObject[] {
  return [...world.servers.values()].filter(({ id }) => isBotIn(world, id)).map(toApiServer)
}

/** Opening a direct message succeeds with anyone; whether it may be used shows when a message is sent. */
function openDirectMessage(world: World, request: RestRequest): RestAnswer {
  const form = formOf(bodyObject(request))
  const recipient = readText(at(form, 'recipient_id'), { max: 20 })
  if (recipient === undefined) complainMissing(at(form, 'recipient_id'))
  refuseProblems(form.problems)
  if (recipient === undefined || !world.users.has(recipient)) throw new Refusal('unknownUser')
  if (recipient === world.botId) throw new Refusal('cannotMessageUser')
  return { body: toApiChannel(world, directMessageWith(world, recipient)) }
}
