import { ComponentType, MessageFlags } from 'discord-api-types/v10'
import { keptAttachments, resolveAttachments, toAttachment, type Upload } from './attachments.ts'
import { dispatchMessage, dispatchMessageDelete } from './gateway-events.ts'
import { isJsonObject, type Json, type JsonObject, jsonText } from './json.ts'
import { numberComponents, walkComponents } from './rules/component-walk.ts'
import { findPings, noPings } from './rules/mentions.ts'
import type { Attachment, Channel, Message, Pings, World } from './world.ts'

/** A message to be made, its body already checked. */
export interface MessageDraft {
  /** Absent: the next one. A forum post's first message has the post's own. */
  readonly id?: string
  readonly channel: Channel
  readonly authorId: string
  readonly body: JsonObject
  readonly files: readonly Upload[]
  /** For ephemeral messages the one person who sees it. */
  readonly visibleTo?: string
  readonly interaction?: JsonObject
  /** The message that is forwarded. */
  readonly forwarded?: Message
}

/** Flags that a sender decides; the rest is Discord's. */
const sendersFlags =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2

/** Flags that an edit decides. */
const editableFlags = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2

/** Makes a message, keeps it and tells everyone. */
export function createMessage(world: World, draft: MessageDraft): Message {
  const { channel, body } = draft
  const attachments = draft.files.map((file) => toAttachment(world, { channel, body, file }))
  const wanted = typeof body.flags === 'number' ? body.flags & sendersFlags : 0
  const { nonce } = body
  const reference = isJsonObject(body.message_reference) ? body.message_reference : undefined
  const message: Message = {
    id: draft.id ?? world.nextId(),
    channelId: channel.id,
    authorId: draft.authorId,
    ...bodyParts(body, attachments),
    attachments,
    flags: wanted | placeFlags(draft),
    createdAt: world.now(),
    pings: draft.visibleTo === undefined ? pingsOf(world, draft) : noPings,
    ...((typeof nonce === 'string' || typeof nonce === 'number') && { nonce }),
    ...(reference && { replyTo: { channelId: channel.id, messageId: jsonText(reference.message_id) } }),
    ...(draft.interaction && { interaction: draft.interaction }),
    ...(draft.visibleTo !== undefined && { visibleTo: draft.visibleTo }),
    ...(body.poll !== undefined && { poll: body.poll }),
    ...(draft.forwarded && { forwarded: draft.forwarded }),
  }
  keep(world, channel, message)
  return message
}

/** Makes the "thinking…" message of a deferred answer. */
export function createLoadingMessage(world: World, draft: Omit<MessageDraft, 'body' | 'files'>): Message {
  const made: Message = {
    id: world.nextId(),
    channelId: draft.channel.id,
    authorId: draft.authorId,
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    flags: MessageFlags.Loading | (draft.visibleTo === undefined ? 0 : MessageFlags.Ephemeral),
    createdAt: world.now(),
    pings: noPings,
    ...(draft.interaction && { interaction: draft.interaction }),
    ...(draft.visibleTo !== undefined && { visibleTo: draft.visibleTo }),
  }
  keep(world, draft.channel, made)
  return made
}

/**
 * Applies a checked body to a message: what it leaves out stays. Filling a "thinking…" message is no edit:
 * it can call people, and is not marked as edited.
 */
export function editMessage(
  world: World,
  before: Message,
  change: { readonly body: JsonObject; readonly files: readonly Upload[] },
): Message {
  const channel = world.channels.get(before.channelId)
  if (channel === undefined) return before
  const { body, files } = change
  const isFilling = (before.flags & MessageFlags.Loading) !== 0
  const kept = keptAttachments(before, body)
  const attachments = [...kept, ...files.map((file) => toAttachment(world, { channel, body, file }))]
  const message: Message = {
    ...before,
    ...bodyParts(body, attachments, before),
    attachments,
    flags: editedFlags(before, body),
    ...(!isFilling && { editedAt: world.now() }),
    ...(isFilling &&
      before.visibleTo === undefined && {
        pings: pingsOf(world, { ...change, channel, authorId: before.authorId }),
      }),
  }
  replaceMessage(world, message)
  return message
}

/** Puts a changed message in the place of the one with its id, and tells everyone. */
export function replaceMessage(world: World, message: Message): void {
  world.messages.set(message.id, message)
  world.events.emit('edit', message)
  dispatchMessage(world, 'MESSAGE_UPDATE', message)
}

/** Removes a message, and tells everyone. */
export function deleteMessage(world: World, message: Message): void {
  world.messages.delete(message.id)
  world.events.emit('delete', message)
  dispatchMessageDelete(world, message)
}

/** All text of a message in which mentions count: content and text displays, a line each. */
function mentionableText(body: { readonly content?: Json; readonly components?: Json }): string {
  const displays = walkComponents(body.components ?? null)
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map(({ content }) => content)
  return [body.content, ...displays].filter((text) => typeof text === 'string').join('\n')
}

function keep(world: World, channel: Channel, message: Message): void {
  world.messages.set(message.id, message)
  if (message.visibleTo === undefined) channel.lastMessageId = message.id
  world.events.emit('message', message)
  dispatchMessage(world, 'MESSAGE_CREATE', message)
}

function placeFlags({ visibleTo, forwarded }: MessageDraft): number {
  return (visibleTo === undefined ? 0 : MessageFlags.Ephemeral) | (forwarded ? MessageFlags.HasSnapshot : 0)
}

function editedFlags(before: Message, body: JsonObject): number {
  const kept = before.flags & ~MessageFlags.Loading
  return typeof body.flags === 'number' ? (kept & ~editableFlags) | (body.flags & editableFlags) : kept
}

/** What the body says, and for what it leaves out what the message had. Nulls clear. */
function bodyParts(
  body: JsonObject,
  attachments: readonly Attachment[],
  before?: Message,
): Pick<Message, 'content' | 'embeds' | 'components'> {
  const { content, embeds, components } = body
  const list = (value: Json | undefined) => (Array.isArray(value) ? value.filter(isJsonObject) : [])
  return {
    content:
      content === undefined ? (before?.content ?? '') : typeof content === 'string' ? content.trim() : '',
    embeds:
      embeds === undefined
        ? (before?.embeds ?? [])
        : list(resolveAttachments(embeds, attachments)).map((embed) => ({ type: 'rich', ...embed })),
    components:
      components === undefined
        ? (before?.components ?? [])
        : numberComponents(resolveAttachments(components, attachments)),
  }
}

function pingsOf(world: World, draft: MessageDraft | Omit<MessageDraft, 'files'>): Pings {
  const { channel, authorId, body } = draft
  const reference = isJsonObject(body.message_reference)
    ? jsonText(body.message_reference.message_id)
    : undefined
  const repliedTo = reference === undefined ? undefined : world.messages.get(reference)?.authorId
  return findPings(world, {
    channel,
    authorId,
    text: mentionableText(body),
    allowedMentions: body.allowed_mentions,
    ...(repliedTo !== undefined && { repliedTo }),
  })
}
