import type { EventEmitter } from 'node:events'
import { ChannelType } from 'discord-api-types/v10'
import type { Json, JsonObject } from './json.ts'

/** A person or the bot. */
export interface User {
  readonly id: string
  /** The unique name: lower case, without spaces. */
  readonly username: string
  /** The name that is shown. */
  readonly displayName: string
  readonly bot: boolean
  /** The language of this person's client: "en-US". */
  locale: string
  /** Whether direct messages from bots are refused with 50007. */
  closedToMessages: boolean
  /** Whether this person installed the application for themselves. */
  installedApp: boolean
}

/** A role of a server; the one with the server's own id is @everyone. */
export interface Role {
  readonly id: string
  readonly name: string
  permissions: bigint
  mentionable: boolean
  readonly position: number
  /** Whether the role belongs to a bot and came with it. */
  readonly managed: boolean
}

/** Allows and denies permissions in one channel to a role (type 0) or a member (type 1). */
export interface Overwrite {
  readonly id: string
  readonly type: 0 | 1
  readonly allow: bigint
  readonly deny: bigint
}

/** Someone's membership of a server. */
export interface Member {
  readonly userId: string
  readonly roleIds: string[]
  /** Epoch milliseconds. */
  readonly joinedAt: number
}

/** A Discord server ("guild" on the wire). */
export interface Server {
  readonly id: string
  readonly name: string
  readonly ownerId: string
  readonly locale: string
  readonly roles: Map<string, Role>
  /** By user id; the bot is in it while it is a member. */
  readonly members: Map<string, Member>
  /** Ids of the members whom the server lets use a command whatever its default permissions, by the command's name. */
  readonly allowed: Map<string, ReadonlySet<string>>
}

/** A tag that forum posts can carry. */
export interface ForumTag {
  readonly id: string
  readonly name: string
}

/** What a thread has beyond a channel. */
export interface ThreadState {
  readonly ownerId: string
  archived: boolean
  locked: boolean
  readonly memberIds: Set<string>
  readonly tagIds: readonly string[]
  /** Epoch milliseconds of the last change of `archived`, or of the thread's making. */
  archivedAt: number
}

/** A channel of any type, direct messages and threads included. */
export interface Channel {
  readonly id: string
  readonly type: ChannelType
  name: string
  /** Absent for direct messages. */
  readonly serverId?: string
  /** The channel of a thread. */
  readonly parentId?: string
  readonly position: number
  overwrites: readonly Overwrite[]
  /** The people in a direct message, the bot included. */
  readonly recipientIds: readonly string[]
  readonly tags: readonly ForumTag[]
  readonly requiresTag: boolean
  readonly thread?: ThreadState
  lastMessageId?: string
}

/** Who a message called when it was sent, after allowed_mentions and permissions. Ids in order of appearance. */
export interface Pings {
  readonly everyone: boolean
  readonly roleIds: readonly string[]
  readonly userIds: readonly string[]
}

/** A file on a message. Its bytes are served under `url`. */
export interface Attachment {
  readonly id: string
  readonly filename: string
  readonly contentType: string
  readonly description?: string
  readonly data: Uint8Array
  readonly url: string
}

/** A message as it stands now, edits applied. */
export interface Message {
  readonly id: string
  readonly channelId: string
  readonly authorId: string
  readonly content: string
  /** As the API shows them. */
  readonly embeds: readonly JsonObject[]
  /** As the API shows them, each with its numeric id. */
  readonly components: readonly JsonObject[]
  readonly attachments: readonly Attachment[]
  /** Bits of MessageFlags: 64 ephemeral, 128 loading, 1 << 15 components v2. */
  readonly flags: number
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly editedAt?: number
  readonly nonce?: string | number
  readonly replyTo?: { readonly channelId: string; readonly messageId: string }
  /** The message that this one forwards, as it was then. */
  readonly forwarded?: Message
  /** The interaction that this message answers, as the API shows it. */
  readonly interaction?: JsonObject
  /** For ephemeral messages the one person who sees it. */
  readonly visibleTo?: string
  readonly pings: Pings
  readonly poll?: Json
}

/** A registered command: the body as registered, with the ids that the registration gave it. */
export interface Command extends JsonObject {
  readonly id: string
  readonly name: string
  readonly type: number
}

/** One event for the bots connected to the gateway. */
export interface Dispatch {
  readonly type: string
  readonly data: JsonObject
  /** The server whose shard gets it; absent: shard 0. */
  readonly serverId?: string
  /** Bit of the intent without which it is not sent; 0: always sent. */
  readonly intent: number
}

/** A request as it was logged. `status` is 0 until it is answered, and where its socket was cut. */
export interface LoggedRequest {
  readonly method: string
  readonly path: string
  status: number
  /** Epoch milliseconds by the stand-in's clock. */
  readonly at: number
}

interface WorldEvents {
  message: [Message]
  edit: [Message]
  delete: [Message]
  dispatch: [Dispatch]
  request: [LoggedRequest]
}

/** Everything that the stand-in remembers. */
export interface World {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly nextId: () => string
  readonly application: { readonly id: string; readonly name: string; readonly ownerId: string }
  readonly botId: string
  readonly users: Map<string, User>
  readonly servers: Map<string, Server>
  readonly channels: Map<string, Channel>
  /** Oldest first, ephemeral ones included. */
  readonly messages: Map<string, Message>
  /** Every file of a message or command option, by id: what the addresses of attachments lead to. */
  readonly files: Map<string, Attachment>
  /** By server id, or by `globalCommands`. */
  readonly commands: Map<string, readonly Command[]>
  readonly events: EventEmitter<WorldEvents>
  /** Where the bytes of attachments are served; known only when the server listens. */
  cdnUrl: string
  /** ws:// address of the gateway; known only when the server listens. */
  gatewayUrl: string
}

/** The key under which `World.commands` keeps the commands registered for everywhere. */
export const globalCommands = 'global'

/** The messages that everyone in a channel sees, oldest first. */
export function channelMessages(world: World, channelId: string): readonly Message[] {
  return [...world.messages.values()].filter(
    (message) => message.channelId === channelId && message.visibleTo === undefined,
  )
}

/** Says whether the bot is a member of the server now. */
export function isBotIn(world: World, serverId: string): boolean {
  return world.servers.get(serverId)?.members.has(world.botId) ?? false
}

/** Gives the direct message between the bot and a person, and makes it if there is none yet. */
export function directMessageWith(world: World, userId: string): Channel {
  for (const channel of world.channels.values())
    if (channel.type === ChannelType.DM && channel.recipientIds.includes(userId)) return channel
  const made: Channel = {
    id: world.nextId(),
    type: ChannelType.DM,
    name: '',
    position: 0,
    overwrites: [],
    recipientIds: [userId, world.botId],
    tags: [],
    requiresTag: false,
  }
  world.channels.set(made.id, made)
  return made
}
