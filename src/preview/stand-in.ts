import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type Changes, createChanges } from './changes.ts'
import { createFaults, type Faults } from './faults.ts'
import { createGateway, type Gateway } from './gateway.ts'
import { createHand, type Hand } from './hand.ts'
import type { InteractionStage } from './interaction-start.ts'
import type { Interactions } from './interactions.ts'
import { createNonces } from './nonces.ts'
import { createRateLimits, type RateLimitPace } from './rate-limits.ts'
import { createApi, type LoggedRequest, type Validator, type Violation } from './rest/api.ts'
import { createWorld, defaultServers, defaultUsers, type ServerSeed, seedIds, type UserSeed } from './seed.ts'
import { type Command, channelMessages, globalCommands, type Message, type World } from './world.ts'

/** How the stand-in is started. Everything has a default. */
export interface StandInOptions {
  /** Port on 127.0.0.1; any free one where not given. */
  readonly port?: number
  /** Epoch milliseconds: decides deadlines, nonces and ids. Rate limits and waiting go by the real clock. */
  readonly now?: () => number
  /** Checks every body against a description of Discord's API. */
  readonly validate?: Validator
  readonly servers?: readonly ServerSeed[]
  readonly users?: readonly UserSeed[]
  /** `quick` where not given. */
  readonly rateLimits?: RateLimitPace
  /** Discord's 41,250 where not given. */
  readonly heartbeatMs?: number
  /** How long a hand waits for the end of a deferred answer, in milliseconds: Discord's 15 minutes where not given. */
  readonly deferredWithinMs?: number
}

/** A Discord on loopback. */
export interface StandIn {
  /** REST base without the version, for `new Client({ rest: { api, version: '10' } })`. */
  readonly apiUrl: string
  /** The one token that is accepted; any other gets 401, and 4004 on the gateway. */
  readonly token: string
  readonly applicationId: string
  /** Everything it remembers, to look at. Change it through `change`. */
  readonly world: World
  readonly change: Changes
  readonly faults: Faults
  readonly gateway: Pick<Gateway, 'sessions' | 'connected'>
  /** Every request that Discord would have refused, oldest first; what a fault refused is not among them. */
  readonly violations: readonly Violation[]
  readonly requests: readonly LoggedRequest[]
  /** The commands registered in a server, or for everywhere. */
  commands(serverId?: string): readonly Command[]
  /** A person's hand in a channel: "general" of the newsroom where none is given, the DM with the bot for 'DM'. */
  as(userId: string, channelId?: string): Hand
  /** The messages that everyone in a channel sees, oldest first, edits applied. */
  messages(channelId: string): readonly Message[]
  /** Tells of every new, changed and deleted message, ephemeral ones included, until the returned function is called. */
  on(event: 'message' | 'edit' | 'delete', listener: (message: Message) => void): () => void
  /**
   * Resolves with the first message of a channel, there already or still to come, that fits as sent or edited.
   * Rejects after `timeoutMs` (5 seconds where not given).
   */
  waitForMessage(channelId: string, fits: (message: Message) => boolean, timeoutMs?: number): Promise<Message>
  /** A member's own message. */
  post(channelId: string, userId: string, content: string): Message
  /** Ends every connection and timer. */
  close(): Promise<void>
}

/** How long to wait for a message where nothing else is asked for, in milliseconds. */
const defaultWaitMs = 5000

const discordHeartbeatMs = 41_250
const discordDeferredMs = 15 * 60_000

/** Starts a Discord stand-in on 127.0.0.1. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const now = options.now ?? Date.now
  const world = createWorld({
    now,
    servers: options.servers ?? defaultServers,
    users: options.users ?? defaultUsers,
  })
  const closing = new AbortController()
  const token = makeToken(world.application.id)
  const interactions: Interactions = new Map()
  const nonces = createNonces(now)
  const violations: Violation[] = []
  const requests: LoggedRequest[] = []
  let gatewayUrl = ''
  const gateway = createGateway(world, {
    token,
    heartbeatMs: options.heartbeatMs ?? discordHeartbeatMs,
    url: () => gatewayUrl,
  })
  const { faults, planned } = createFaults(gateway, nonces)
  const api = createApi({
    context: { world, interactions, nonces, planned, gatewayUrl: () => gatewayUrl },
    token,
    rateLimits: createRateLimits(options.rateLimits ?? 'quick'),
    validate: options.validate,
    violations,
    requests,
    closing: closing.signal,
  })
  const server = createServer(getRequestListener(api.fetch))
  server.on('upgrade', gateway.upgrade)
  const address = `127.0.0.1:${await listen(server, options.port ?? 0)}`
  gatewayUrl = `ws://${address}`
  world.cdnUrl = `http://${address}`
  const stage: InteractionStage = {
    world,
    interactions,
    deferredWithinMs: options.deferredWithinMs ?? discordDeferredMs,
  }
  return {
    apiUrl: `http://${address}/api`,
    token,
    applicationId: world.application.id,
    world,
    change: createChanges(world),
    faults,
    gateway,
    violations,
    requests,
    ...createViews(stage),
    async close() {
      closing.abort()
      for (const interaction of interactions.values()) interaction.settle()
      gateway.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What tests and the page look through and act with. */
function createViews(
  stage: InteractionStage,
): Pick<StandIn, 'commands' | 'as' | 'messages' | 'on' | 'waitForMessage' | 'post'> {
  const { world } = stage
  const handOf = (userId: string, channelId: string = seedIds.general): Hand => {
    const user = world.users.get(userId)
    const channel =
      channelId === 'DM' ? createChanges(world).directMessage(userId) : world.channels.get(channelId)
    if (user === undefined) throw new Error(`There is no user ${userId}`)
    if (channel === undefined) throw new Error(`There is no channel ${channelId}`)
    return createHand(stage, user, channel)
  }
  return {
    commands: (serverId) => world.commands.get(serverId ?? globalCommands) ?? [],
    as: handOf,
    messages: (channelId) => channelMessages(world, channelId),
    on(event, listener) {
      world.events.on(event, listener)
      return () => world.events.off(event, listener)
    },
    waitForMessage: (channelId, fits, timeoutMs = defaultWaitMs) =>
      waitForMessage(world, { channelId, fits, timeoutMs }),
    post: (channelId, userId, content) => handOf(userId, channelId).say(content),
  }
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

/** A token of the form that Discord's have: the bot's id, a time, a signature. It opens nothing anywhere else. */
function makeToken(applicationId: string): string {
  return [Buffer.from(applicationId).toString('base64url'), 'StandI', 'n'.repeat(38)].join('.')
}

function listen(server: HttpServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error(`Cannot listen on 127.0.0.1:${port} for the stand-in: ${cause.message}`, { cause })),
    )
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
