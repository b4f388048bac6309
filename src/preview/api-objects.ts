import { MessageFlags, MessageReferenceType, MessageType } from 'discord-api-types/v10'
import type { Json, JsonObject } from './json.ts'
import { isThread } from './permissions.ts'
import type { Attachment, Channel, Member, Message, Role, Server, User, World } from './world.ts'

/** A user as the API shows one. */
export function toApiUser(user: User): JsonObject {
  return {
    id: user.id,
    username: user.username,
    discriminator: '0',
    global_name: user.displayName,
    avatar: null,
    bot: user.bot,
    public_flags: 0,
  }
}

/** A role as the API shows one. */
export function toApiRole(role: Role): JsonObject {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: String(role.permissions),
    managed: role.managed,
    mentionable: role.mentionable,
    flags: 0,
  }
}

/** A member as the API shows one, without the user where an event carries that beside it. */
export function toApiMember(member: Member, user?: User): JsonObject {
  return {
    ...(user && { user: toApiUser(user) }),
    nick: null,
    avatar: null,
    banner: null,
    roles: member.roleIds,
    joined_at: isoTime(member.joinedAt),
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  }
}

/** A channel, thread or direct message as the API shows one. */
export function toApiChannel(world: World, channel: Channel): JsonObject {
  const shared = {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.lastMessageId ?? null,
    flags: 0,
  }
  if (channel.serverId === undefined) return { ...shared, recipients: recipients(world, channel) }
  const named = { ...shared, guild_id: channel.serverId, name: channel.name, rate_limit_per_user: 0 }
  if (isThread(channel)) return { ...named, ...threadFields(world, channel) }
  return {
    ...named,
    position: channel.position,
    parent_id: null,
    topic: null,
    nsfw: false,
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: String(allow),
      deny: String(deny),
    })),
    ...(channel.type >= 15 && { available_tags: channel.tags.map(toApiTag), default_reaction_emoji: null }),
    ...(channel.requiresTag && { flags: 1 << 4 }),
  }
}

/** The parts of a server that REST shows; GUILD_CREATE adds channels, members and threads. */
export function toApiServer(server: Server): JsonObject {
  return {
    id: server.id,
    name: server.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: server.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [...server.roles.values()].map(toApiRole),
    emojis: [],
    features: ['COMMUNITY', 'NEWS'],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: server.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    stickers: [],
  }
}

/**
 * A message as the API shows one. `hideContent` leaves out what a bot without the Message Content
 * intent does not get of other people's messages.
 */
export function toApiMessage(world: World, message: Message, hideContent = false): JsonObject {
  const author = world.users.get(message.authorId)
  return {
    id: message.id,
    channel_id: message.channelId,
    author: author ? toApiUser(author) : { id: message.authorId },
    content: hideContent ? '' : message.content,
    embeds: hideContent ? [] : message.embeds,
    components: hideContent ? [] : message.components,
    attachments: hideContent ? [] : message.attachments.map(toApiAttachment),
    timestamp: isoTime(message.createdAt),
    edited_timestamp: message.editedAt === undefined ? null : isoTime(message.editedAt),
    tts: false,
    pinned: false,
    flags: message.flags,
    ...mentionFields(world, message),
    ...typeFields(message),
    ...(message.forwarded && forwardFields(world, message.forwarded, hideContent)),
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(author?.bot && { application_id: world.application.id }),
    ...(message.interaction && {
      interaction_metadata: message.interaction,
      webhook_id: world.application.id,
    }),
  }
}

/** A file as the API shows one. */
export function toApiAttachment(attachment: Attachment): JsonObject {
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.data.byteLength,
    url: attachment.url,
    proxy_url: attachment.url,
    content_type: attachment.contentType,
    ...(attachment.description !== undefined && { description: attachment.description }),
  }
}

/** Epoch milliseconds in the form in which Discord writes times. */
export function isoTime(epochMs: number): string {
  return new Date(epochMs).toISOString()
}

function recipients(world: World, channel: Channel): Json {
  return channel.recipientIds
    .filter((id) => id !== world.botId)
    .flatMap((id) => world.users.get(id) ?? [])
    .map(toApiUser)
}

function threadFields(world: World, channel: Channel): JsonObject {
  const thread = channel.thread
  return {
    parent_id: channel.parentId ?? null,
    owner_id: thread?.ownerId ?? null,
    member_count: thread?.memberIds.size ?? 0,
    message_count: [...world.messages.values()].filter((message) => message.channelId === channel.id).length,
    applied_tags: thread?.tagIds ?? [],
    thread_metadata: {
      archived: thread?.archived ?? false,
      locked: thread?.locked ?? false,
      auto_archive_duration: 4320,
      archive_timestamp: isoTime(thread?.archivedAt ?? 0),
    },
  }
}

function mentionFields(world: World, message: Message): JsonObject {
  return {
    mention_everyone: message.pings.everyone,
    mention_roles: message.pings.roleIds,
    mentions: message.pings.userIds.flatMap((id) => world.users.get(id) ?? []).map(toApiUser),
  }
}

function typeFields(message: Message): JsonObject {
  if (message.replyTo !== undefined)
    return {
      type: MessageType.Reply,
      message_reference: { channel_id: message.replyTo.channelId, message_id: message.replyTo.messageId },
    }
  if (message.interaction !== undefined && (message.flags & MessageFlags.Loading) === 0)
    return { type: MessageType.ChatInputCommand }
  return { type: MessageType.Default }
}

/** A forwarded message has no author and no id of its own: what it showed is in a snapshot. */
function forwardFields(world: World, forwarded: Message, hideContent: boolean): JsonObject {
  const { id, channel_id, author: _, application_id: __, ...message } = toApiMessage(world, forwarded)
  return {
    message_reference: { type: MessageReferenceType.Forward, channel_id, message_id: id },
    message_snapshots: hideContent ? [] : [{ message }],
  }
}

function toApiTag(tag: { readonly id: string; readonly name: string }): JsonObject {
  return { id: tag.id, name: tag.name, moderated: false, emoji_id: null, emoji_name: null }
}
