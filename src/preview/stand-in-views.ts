import { createChanges } from './changes.ts'
import { createHand, type Hand } from './hand.ts'
import type { InteractionStage } from './interaction-start.ts'
import { seedIds } from './seed.ts'
import {
  type Command,
  channelMessages,
  globalCommands,
  type LoggedRequest,
  type Message,
  type World,
} from './world.ts'

/** How long to wait for a message where nothing else is asked for, in milliseconds. */
const defaultWaitMs = 5000

/** What tests, the prompt and the page look through and act with. */
export interface StandInViews {
  /** The commands registered in a server, or for everywhere. */
  commands(serverId?: string): readonly Command[]
  /**
   * A person's hand in a channel: "general" of the newsroom where none is given, the direct message with the
   * bot for 'DM'.
   */
  as(userId: string, channelId?: string): Hand
  /** The messages that everyone in a channel sees, oldest first, edits applied. */
  messages(channelId: string): readonly Message[]
  /** Tells of every new, changed and deleted message, ephemeral ones included, until the returned function is called. */
  on(event: 'message' | 'edit' | 'delete', listener: (message: Message) => void): () => void
  /** Tells of every request of the bot's once it is answered, until the returned function is called. */
  onRequest(listener: (request: LoggedRequest) => void): () => void
  /**
   * Resolves with the first message of a channel, there already or still to come, that fits as sent or edited.
   * Rejects after `timeoutMs` (5 seconds where not given).
   */
  waitForMessage(channelId: string, fits: (message: Message) => boolean, timeoutMs?: number): Promise<Message>
  /** A member's own message. */
  post(channelId: string, userId: string, content: string): Message
  /** The id of what people call by a name in a server: a channel, a role, or anyone's username or shown name. */
  findId(serverId: string, kind: 'channel' | 'role' | 'user', name: string): string | undefined
}

/** Makes the views of a world. */
export function createViews(stage: InteractionStage): StandInViews {
  const { world } = stage
  return {
    commands: (serverId) => world.commands.get(serverId ?? globalCommands) ?? [],
    as: (userId, channelId) => handOf(stage, userId, channelId),
    messages: (channelId) => channelMessages(world, channelId),
    on(event, listener) {
      world.events.on(event, listener)
      return () => world.events.off(event, listener)
    },
    onRequest(listener) {
      world.events.on('request', listener)
      return () => world.events.off('request', listener)
    },
    waitForMessage: (channelId, fits, timeoutMs = defaultWaitMs) =>
      waitForMessage(world, { channelId, fits, timeoutMs }),
    post: (channelId, userId, content) => handOf(stage, userId, channelId).say(content),
    findId: (serverId, kind, name) => findId(world, serverId, { kind, name: name.toLowerCase() }),
  }
}

function handOf(stage: InteractionStage, userId: string, channelId: string = seedIds.general): Hand {
  const { world } = stage
  const user = world.users.get(userId)
  const channel =
    channelId === 'DM' ? createChanges(world).directMessage(userId) : world.channels.get(channelId)
  if (user === undefined) throw new Error(`There is no user ${userId}`)
  if (channel === undefined) throw new Error(`There is no channel ${channelId}`)
  return createHand(stage, user, channel)
}

function findId(
  world: World,
  serverId: string,
  wanted: { readonly kind: 'channel' | 'role' | 'user'; readonly name: string },
): string | undefined {
  const isWanted = (name: string) => name.toLowerCase() === wanted.name
  if (wanted.kind === 'channel')
    return [...world.channels.values()].find((one) => one.serverId === serverId && isWanted(one.name))?.id
  if (wanted.kind === 'role')
    return [...(world.servers.get(serverId)?.roles.values() ?? [])].find(({ name }) => isWanted(name))?.id
  return [...world.users.values()].find((user) => isWanted(user.username) || isWanted(user.displayName))?.id
}

function waitForMessage(
  world: World,
  wanted: {
    readonly channelId: string
    readonly fits: (message: Message) => boolean
    readonly timeoutMs: number
  },
): Promise<Message> {
  const { channelId, fits, timeoutMs } = wanted
  const there = channelMessages(world, channelId).find(fits)
  if (there !== undefined) return Promise.resolve(there)
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      world.events.off('message', look).off('edit', look)
    }
    const look = (message: Message) => {
      if (message.channelId !== channelId || message.visibleTo !== undefined || !fits(message)) return
      stop()
      resolve(message)
    }
    const timer = setTimeout(() => {
      stop()
      const count = channelMessages(world, channelId).length
      reject(
        new Error(`No such message in channel ${channelId} within ${timeoutMs} ms; it has ${count} others`),
      )
    }, timeoutMs)
    world.events.on('message', look).on('edit', look)
  })
}
