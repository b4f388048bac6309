import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { type Changes, createChanges } from './changes.ts'
import { createWorld } from './create-world.ts'
import { createFaults, type Faults } from './faults.ts'
import { createGateway, type Gateway } from './gateway.ts'
import type { Interactions } from './interactions.ts'
import { createNonces } from './nonces.ts'
import { createRateLimits, type RateLimitPace } from './rate-limits.ts'
import { createApi, type Validator, type Violation } from './rest/api.ts'
import { defaultServers, defaultUsers, type ServerSeed, type UserSeed } from './seed.ts'
import { createViews, type StandInViews } from './stand-in-views.ts'
import type { LoggedRequest, World } from './world.ts'

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
  /** How many sessions of the gateway may be started in a day: Discord's 1,000 where not given. */
  readonly dailySessions?: number
  /** How long a hand waits for the end of a deferred answer, in milliseconds: Discord's 15 minutes where not given. */
  readonly deferredWithinMs?: number
}

/** A Discord on loopback. */
export interface StandIn extends StandInViews {
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
  /** Ends every connection and timer. */
  close(): Promise<void>
}

const discordHeartbeatMs = 41_250
const discordDailySessions = 1000
const discordDeferredMs = 15 * 60_000

/**
 * Starts a Discord stand-in on 127.0.0.1.
 * @throws Error where the port cannot be had.
 */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { server, gateway, world, interactions, closing, ...parts } = assemble(options)
  const address = `127.0.0.1:${await listen(server, options.port ?? 0)}`
  world.gatewayUrl = `ws://${address}`
  world.cdnUrl = `http://${address}`
  const deferredWithinMs = options.deferredWithinMs ?? discordDeferredMs
  return {
    apiUrl: `http://${address}/api`,
    applicationId: world.application.id,
    world,
    change: createChanges(world),
    gateway,
    ...parts,
    ...createViews({ world, interactions, deferredWithinMs }),
    async close() {
      closing.abort()
      for (const interaction of interactions.values()) interaction.settle()
      gateway.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Puts the parts together that answer requests; nothing listens yet. */
function assemble(options: StandInOptions) {
  const now = options.now ?? Date.now
  const dailySessions = options.dailySessions ?? discordDailySessions
  const world = createWorld({
    now,
    servers: options.servers ?? defaultServers,
    users: options.users ?? defaultUsers,
  })
  const token = makeToken(world.application.id)
  const interactions: Interactions = new Map()
  const nonces = createNonces(now)
  const violations: Violation[] = []
  const requests: LoggedRequest[] = []
  const closing = new AbortController()
  const gateway = createGateway(world, { token, heartbeatMs: options.heartbeatMs ?? discordHeartbeatMs })
  const { faults, planned } = createFaults(gateway, nonces)
  const api = createApi({
    context: {
      world,
      interactions,
      nonces,
      planned,
      sessions: () => ({ total: dailySessions, started: gateway.sessions.length }),
    },
    token,
    rateLimits: createRateLimits(options.rateLimits ?? 'quick'),
    validate: options.validate,
    violations,
    requests,
    closing: closing.signal,
  })
  const server = createServer(getRequestListener(api.fetch))
  server.on('upgrade', gateway.upgrade)
  return { world, token, interactions, violations, requests, closing, gateway, faults, server }
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
