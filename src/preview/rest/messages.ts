import { ChannelType, MessageFlags, PermissionFlagsBits } from 'discord-api-types/v10'
import { toApiMessage } from '../api-objects.ts'
import { dispatchChannel, hidesContent } from '../gateway-events.ts'
import { isJsonObject, type JsonObject, jsonText } from '../json.ts'
import { createMessage, deleteMessage, editMessage, replaceMessage } from '../message-store.ts'
import { channelPermissions, isThread } from '../permissions.ts'
import { Refusal } from '../refusal.ts'
import { formOf, refuseProblems } from '../rules/field.ts'
import { checkMessage } from '../rules/message.ts'
import { type Channel, channelMessages, type Message, type World } from '../world.ts'
import { readPage } from './page.ts'
import {
  bodyObject,
  param,
  type RestAnswer,
  type RestContext,
  type RestRequest,
  type Route,
  requireChannel,
  requireMessage,
} from './route.ts'

/** Channels into which messages can be sent at all. */
const textChannels: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.DM,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]

/** The routes about messages in channels. */
export function messageRoutes(context: RestContext): readonly Route[] {
  const list = '/channels/:channel_id/messages'
  const one = `${list}/:message_id`
  return [
    { method: 'GET', path: list, handle: (request) => listMessages(context, request) },
    { method: 'POST', path: list, handle: (request) => sendMessage(context, request) },
    { method: 'GET', path: one, handle: (request) => readMessage(context, request) },
    { method: 'PATCH', path: one, handle: (request) => changeMessage(context, request) },
    { method: 'DELETE', path: one, handle: (request) => removeMessage(context, request) },
    { method: 'POST', path: `${one}/crosspost`, handle: (request) => crosspost(context, request) },
  ]
}

/**
 * Refuses where the bot may not send this body into this channel: wrong type, closed direct messages,
 * a missing permission, a locked thread.
 */
function requireMaySend(context: RestContext, channel: Channel, request: RestRequest): void {
  const { world } = context
  if (!textChannels.includes(channel.type)) throw new Refusal('notTextChannel')
  if (channel.serverId === undefined) requireOpenForBot(world, channel)
  else requireSendPermissions(world, channel, request)
}

function requireSendPermissions(world: World, channel: Channel, request: RestRequest): void {
  const granted = channelPermissions(world, channel, world.botId)
  const needs = [
    isThread(channel) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages,
    ...extraPermissions(request),
  ].reduce((all, bit) => all | bit)
  if ((granted & needs) !== needs) throw new Refusal('missingPermissions')
  if (channel.thread?.locked && !(granted & PermissionFlagsBits.ManageThreads))
    throw new Refusal('threadLocked')
}

/** Permissions beyond sending that a body needs. */
export function extraPermissions(request: RestRequest): readonly bigint[] {
  const { embeds } = bodyObject(request)
  return [
    ...(Array.isArray(embeds) && embeds.length > 0 ? [PermissionFlagsBits.EmbedLinks] : []),
    ...(request.files.length > 0 ? [PermissionFlagsBits.AttachFiles] : []),
  ]
}

function requireOpenForBot(world: World, channel: Channel): void {
  const person = channel.recipientIds.find((id) => id !== world.botId) ?? ''
  const user = world.users.get(person)
  const meets = [...world.servers.values()].some(
    ({ members }) => members.has(person) && members.has(world.botId),
  )
  if (user === undefined || user.closedToMessages || !(meets || user.installedApp))
    throw new Refusal('cannotMessageUser')
}

function sendMessage(context: RestContext, request: RestRequest): RestAnswer {
  const { world, nonces } = context
  const channel = requireChannel(context, param(request, 'channel_id'))
  const body = bodyObject(request)
  requireMaySend(context, channel, request)
  const form = formOf(body)
  checkMessage(form, { filenames: request.files.map(({ filename }) => filename) })
  refuseProblems(form.problems)
  checkReference(world, channel, body)
  const { nonce } = body
  const hasNonce = typeof nonce === 'string' || typeof nonce === 'number'
  const earlier = hasNonce && body.enforce_nonce === true ? nonces.find(nonce) : undefined
  const known = earlier === undefined ? undefined : world.messages.get(earlier)
  if (known !== undefined) return { body: toApiMessage(world, known) }
  wakeThread(world, channel)
  const message = createMessage(world, { channel, authorId: world.botId, body, files: request.files })
  if (hasNonce) nonces.remember(nonce, message.id)
  return { body: toApiMessage(world, message) }
}

function checkReference(world: World, channel: Channel, body: JsonObject): void {
  const reference = body.message_reference
  if (!isJsonObject(reference)) return
  if (!(channelPermissions(world, channel, world.botId) & PermissionFlagsBits.ReadMessageHistory))
    throw new Refusal('replyNeedsHistory')
  const target = world.messages.get(jsonText(reference.message_id))
  const isFound = target !== undefined && (reference.type === 1 || target.channelId === channel.id)
  if (isFound || reference.fail_if_not_exists === false) return
  throw new Refusal('invalidForm', {
    errors: {
      message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
    },
  })
}

/** A message into an archived thread brings the thread back. */
function wakeThread(world: World, channel: Channel): void {
  if (!channel.thread?.archived) return
  channel.thread.archived = false
  channel.thread.archivedAt = world.now()
  dispatchChannel(world, 'UPDATE', channel)
}

function listMessages(context: RestContext, request: RestRequest): RestAnswer {
  const { world } = context
  const channel = requireChannel(context, param(request, 'channel_id'))
  const page = readPage(request.query)
  const mayRead = channelPermissions(world, channel, world.botId) & PermissionFlagsBits.ReadMessageHistory
  // Discord answers with an empty list here, not with a refusal.
  const shown = mayRead ? page(channelMessages(world, channel.id)) : []
  return { body: shown.map((message) => forBot(world, channel, message)) }
}

function readMessage(context: RestContext, request: RestRequest): RestAnswer {
  const { world } = context
  const channel = requireChannel(context, param(request, 'channel_id'))
  if (!(channelPermissions(world, channel, world.botId) & PermissionFlagsBits.ReadMessageHistory))
    throw new Refusal('missingAccess')
  return { body: forBot(world, channel, requireMessage(world, channel.id, param(request, 'message_id'))) }
}

function changeMessage(context: RestContext, request: RestRequest): RestAnswer {
  const { world } = context
  const channel = requireChannel(context, param(request, 'channel_id'))
  const existing = requireMessage(world, channel.id, param(request, 'message_id'))
  if (existing.authorId !== world.botId) throw new Refusal('notYourMessage')
  if (channel.thread?.archived) throw new Refusal('threadArchived')
  const body = bodyObject(request)
  const form = formOf(body)
  checkMessage(form, { existing, filenames: request.files.map(({ filename }) => filename) })
  refuseProblems(form.problems)
  return { body: toApiMessage(world, editMessage(world, existing, { body, files: request.files })) }
}

function removeMessage(context: RestContext, request: RestRequest): RestAnswer {
  const { world } = context
  const channel = requireChannel(context, param(request, 'channel_id'))
  const message = requireMessage(world, channel.id, param(request, 'message_id'))
  if (channel.thread?.archived) throw new Refusal('threadArchived')
  const mayManage = channelPermissions(world, channel, world.botId) & PermissionFlagsBits.ManageMessages
  if (message.authorId !== world.botId && !mayManage) throw new Refusal('missingPermissions')
  deleteMessage(world, message)
  return {}
}

function crosspost(context: RestContext, request: RestRequest): RestAnswer {
  const { world } = context
  const channel = requireChannel(context, param(request, 'channel_id'), PermissionFlagsBits.SendMessages)
  const message = requireMessage(world, channel.id, param(request, 'message_id'))
  if (channel.type !== ChannelType.GuildAnnouncement) throw new Refusal('wrongChannelType')
  const mayManage = channelPermissions(world, channel, world.botId) & PermissionFlagsBits.ManageMessages
  if (message.authorId !== world.botId && !mayManage) throw new Refusal('missingPermissions')
  if (message.flags & MessageFlags.Crossposted) throw new Refusal('alreadyCrossposted')
  const crossposted = { ...message, flags: message.flags | MessageFlags.Crossposted }
  replaceMessage(world, crossposted)
  return { body: toApiMessage(world, crossposted) }
}

function forBot(world: World, channel: Channel, message: Message): JsonObject {
  return toApiMessage(world, message, hidesContent(world, channel, message))
}
