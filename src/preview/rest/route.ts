import type { Upload } from '../attachments.ts'
import type { PlannedFaults } from '../faults.ts'
import type { Interactions } from '../interactions.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { Nonces } from '../nonces.ts'
import { isThread, requireBotPermissions } from '../permissions.ts'
import { Refusal, type RefusalName } from '../refusal.ts'
import { type Channel, isBotIn, type Message, type Server, type World } from '../world.ts'

/** What every route works on. */
export interface RestContext {
  readonly world: World
  readonly interactions: Interactions
  readonly nonces: Nonces
  readonly planned: PlannedFaults
  /** How many sessions of the gateway the bot may start in a day, and how many it has started so far. */
  readonly sessions: () => { readonly total: number; readonly started: number }
}

/** A request as routes see it. */
export interface RestRequest {
  /** The parts of the path by their names in the route's pattern. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** `undefined` where there was none. */
  readonly body: Json | undefined
  readonly files: readonly Upload[]
}

/** What a route answers: a body with status 200 unless another is given; without a body, 204. */
export interface RestAnswer {
  readonly status?: number
  readonly body?: Json
}

/** One route of the API. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** In Discord's own names: "/channels/:channel_id/messages". */
  readonly path: string
  /** Whether an interaction's token in the path stands for the bot's token; such routes count towards no global limit. */
  readonly tokenInPath?: boolean
  readonly handle: (request: RestRequest) => RestAnswer
}

/** The body as an object; anything else is refused as Discord refuses it. */
export function bodyObject(request: RestRequest): JsonObject {
  if (request.body === undefined) return {}
  if (!isJsonObject(request.body))
    throw new Refusal('invalidForm', {
      errors: {
        _errors: [{ code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' }],
      },
    })
  return request.body
}

/** A part of the path. The pattern names it, so that it is there. */
export function param(request: RestRequest, name: string): string {
  return request.params[name] ?? ''
}

const refusalNames = new Map<number, RefusalName>([
  [50001, 'missingAccess'],
  [50007, 'cannotMessageUser'],
  [50013, 'missingPermissions'],
  [10003, 'unknownChannel'],
])

/**
 * Finds a channel that the bot can see.
 * @throws Refusal 10003, 50001, 50013; and those that a fault on demand asks for.
 */
export function requireChannel(context: RestContext, channelId: string, permissions = 0n): Channel {
  const planned = context.planned.refusal(channelId)
  const name = planned === undefined ? undefined : refusalNames.get(planned)
  if (name !== undefined) throw new Refusal(name, { planned: true })
  const channel = context.world.channels.get(channelId)
  if (channel === undefined) throw new Refusal('unknownChannel')
  if (channel.serverId === undefined && !channel.recipientIds.includes(context.world.botId))
    throw new Refusal('missingAccess')
  requireBotPermissions(context.world, channel, permissions)
  return channel
}

/** Finds a message in a channel; ephemeral ones cannot be found this way. */
export function requireMessage(world: World, channelId: string, messageId: string): Message {
  const message = world.messages.get(messageId)
  if (message === undefined || message.channelId !== channelId || message.visibleTo !== undefined)
    throw new Refusal('unknownMessage')
  return message
}

/** Finds a server that the bot is a member of. */
export function requireServer(world: World, serverId: string): Server {
  const server = world.servers.get(serverId)
  if (server === undefined) throw new Refusal('unknownGuild')
  if (!isBotIn(world, serverId)) throw new Refusal('missingAccess')
  return server
}

/** Refuses channels that are no threads. */
export function requireThread(channel: Channel): NonNullable<Channel['thread']> {
  if (!isThread(channel) || channel.thread === undefined) throw new Refusal('wrongChannelType')
  return channel.thread
}
