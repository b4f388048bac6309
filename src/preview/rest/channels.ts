import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import { toApiChannel, toApiMessage } from '../api-objects.ts'
import { dispatchChannel } from '../gateway-events.ts'
import { isJsonObject, type Json, type JsonObject, jsonText } from '../json.ts'
import { createMessage } from '../message-store.ts'
import { channelPermissions } from '../permissions.ts'
import { Refusal } from '../refusal.ts'
import { at, complain, type Field, formOf, readItems, readText, refuseProblems } from '../rules/field.ts'
import { checkMessage } from '../rules/message.ts'
import type { Channel, World } from '../world.ts'
import { extraPermissions } from './messages.ts'
import {
  bodyObject,
  param,
  type RestAnswer,
  type RestContext,
  type RestRequest,
  type Route,
  requireChannel,
  requireMessage,
  requireThread,
} from './route.ts'

const autoArchiveMinutes: readonly Json[] = [60, 1440, 4320, 10_080]
const maxNameLength = 100
const maxAppliedTags = 5

/** The routes about channels and threads, forum posts included. */
export function channelRoutes(context: RestContext): readonly Route[] {
  const one = '/channels/:channel_id'
  const find = (request: RestRequest) => requireChannel(context, param(request, 'channel_id'))
  return [
    { method: 'GET', path: one, handle: (request) => ({ body: toApiChannel(context.world, find(request)) }) },
    { method: 'PATCH', path: one, handle: (request) => changeThread(context, find(request), request) },
    { method: 'POST', path: `${one}/typing`, handle: (request) => typing(context, find(request)) },
    {
      method: 'POST',
      path: `${one}/threads`,
      handle: (request) => startThread(context, find(request), request),
    },
    {
      method: 'POST',
      path: `${one}/messages/:message_id/threads`,
      handle: (request) => startMessageThread(context, find(request), request),
    },
    { method: 'PUT', path: `${one}/thread-members/@me`, handle: (request) => join(context, find(request)) },
    {
      method: 'DELETE',
      path: `${one}/thread-members/@me`,
      handle: (request) => leave(context, find(request)),
    },
  ]
}

function typing(context: RestContext, channel: Channel): RestAnswer {
  requireChannel(context, channel.id, PermissionFlagsBits.SendMessages)
  return {}
}

function startThread(context: RestContext, channel: Channel, request: RestRequest): RestAnswer {
  if (channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia)
    return startForumPost(context, channel, request)
  requireThreadParent(context, channel)
  const form = formOf(bodyObject(request))
  const name = checkThread(form)
  refuseProblems(form.problems)
  const isAnnouncement = channel.type === ChannelType.GuildAnnouncement
  const type = isAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread
  const thread = addThread(context.world, channel, { name, type })
  return { status: 201, body: toApiChannel(context.world, thread) }
}

function startForumPost(context: RestContext, channel: Channel, request: RestRequest): RestAnswer {
  const { world } = context
  const body = bodyObject(request)
  const message = isJsonObject(body.message) ? body.message : {}
  const needs = [PermissionFlagsBits.SendMessages, ...extraPermissions({ ...request, body: message })]
  for (const bit of needs) requireChannel(context, channel.id, bit)
  const form = formOf(body)
  const name = checkThread(form)
  const tagIds = checkTags(form, channel)
  checkMessage(
    { ...at(form, 'message'), value: message },
    { filenames: request.files.map((file) => file.filename) },
  )
  refuseProblems(form.problems)
  if (channel.requiresTag && tagIds.length === 0) throw new Refusal('tagRequired')
  const thread = addThread(world, channel, { name, type: ChannelType.PublicThread, tagIds })
  const first = createMessage(world, {
    id: thread.id,
    channel: thread,
    authorId: world.botId,
    body: message,
    files: request.files,
  })
  return { status: 201, body: { ...toApiChannel(world, thread), message: toApiMessage(world, first) } }
}

function startMessageThread(context: RestContext, channel: Channel, request: RestRequest): RestAnswer {
  const { world } = context
  requireThreadParent(context, channel)
  const message = requireMessage(world, channel.id, param(request, 'message_id'))
  const form = formOf(bodyObject(request))
  const name = checkThread(form)
  refuseProblems(form.problems)
  if (world.channels.has(message.id)) throw new Refusal('threadExists')
  const isAnnouncement = channel.type === ChannelType.GuildAnnouncement
  const type = isAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread
  // A message's thread has the message's id.
  const thread = addThread(world, channel, { id: message.id, name, type })
  return { status: 201, body: toApiChannel(world, thread) }
}

function requireThreadParent(context: RestContext, channel: Channel): void {
  if (channel.serverId === undefined) throw new Refusal('notInDirectMessage')
  if (channel.type !== ChannelType.GuildText && channel.type !== ChannelType.GuildAnnouncement)
    throw new Refusal('wrongChannelType')
  requireChannel(context, channel.id, PermissionFlagsBits.CreatePublicThreads)
}

function checkThread(form: Field): string {
  const minutes = at(form, 'auto_archive_duration')
  if (minutes.value !== undefined && !autoArchiveMinutes.includes(minutes.value))
    complain(minutes, 'BASE_TYPE_CHOICES', 'Value must be one of (60, 1440, 4320, 10080).')
  return readText(at(form, 'name'), { min: 1, max: maxNameLength, required: true }) ?? ''
}

function checkTags(form: Field, channel: Channel): readonly string[] {
  const applied = readItems(at(form, 'applied_tags'), { max: maxAppliedTags })
  for (const tag of applied)
    if (!channel.tags.some(({ id }) => id === tag.value))
      complain(tag, 'FORUM_TAG_UNKNOWN', `Unknown tag ${jsonText(tag.value)}`)
  return applied.map(({ value }) => jsonText(value))
}

function addThread(
  world: World,
  parent: Channel,
  start: {
    readonly id?: string
    readonly name: string
    readonly type: ChannelType
    readonly tagIds?: readonly string[]
  },
): Channel {
  const thread: Channel = {
    id: start.id ?? world.nextId(),
    type: start.type,
    name: start.name,
    parentId: parent.id,
    position: 0,
    overwrites: [],
    recipientIds: [],
    tags: [],
    requiresTag: false,
    thread: {
      ownerId: world.botId,
      archived: false,
      locked: false,
      memberIds: new Set([world.botId]),
      tagIds: start.tagIds ?? [],
      archivedAt: world.now(),
    },
    ...(parent.serverId !== undefined && { serverId: parent.serverId }),
  }
  world.channels.set(thread.id, thread)
  dispatchChannel(world, 'CREATE', thread)
  return thread
}

/** Names, opens and closes threads; nothing else of a channel can be changed here. */
function changeThread(context: RestContext, channel: Channel, request: RestRequest): RestAnswer {
  const { world } = context
  const thread = requireThread(channel)
  const form = formOf(bodyObject(request))
  const name = readText(at(form, 'name'), { min: 1, max: maxNameLength })
  refuseProblems(form.problems)
  requireMayChange(context, channel, request)
  const { archived, locked }: JsonObject = bodyObject(request)
  if (typeof archived === 'boolean') {
    thread.archived = archived
    thread.archivedAt = world.now()
  }
  if (typeof locked === 'boolean') thread.locked = locked
  if (name !== undefined) channel.name = name
  dispatchChannel(world, 'UPDATE', channel)
  return { body: toApiChannel(world, channel) }
}

/** Everybody who may write in a thread may open it again; the rest is for who began it, locking for moderators alone. */
function requireMayChange({ world }: RestContext, channel: Channel, request: RestRequest): void {
  const thread = requireThread(channel)
  const { archived, locked, name }: JsonObject = bodyObject(request)
  const granted = channelPermissions(world, channel, world.botId)
  if (granted & PermissionFlagsBits.ManageThreads) return
  const isOpening = archived === false && locked === undefined && name === undefined && !thread.locked
  if (isOpening && granted & PermissionFlagsBits.SendMessagesInThreads) return
  if (thread.ownerId !== world.botId || thread.locked || typeof locked === 'boolean')
    throw new Refusal('missingPermissions')
}

function join(context: RestContext, channel: Channel): RestAnswer {
  const thread = requireThread(channel)
  if (thread.archived) throw new Refusal('threadArchived')
  thread.memberIds.add(context.world.botId)
  return {}
}

function leave(context: RestContext, channel: Channel): RestAnswer {
  const thread = requireThread(channel)
  if (thread.archived) throw new Refusal('threadArchived')
  thread.memberIds.delete(context.world.botId)
  return {}
}
