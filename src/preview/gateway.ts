import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { GatewayOpcodes } from 'discord-api-types/v10'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { guildCreateData, readyData } from './gateway-events.ts'
import { createSession, type GatewaySession, shardCovers } from './gateway-session.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { type Dispatch, isBotIn, type World } from './world.ts'

/** The gateway's own words for why it closes a connection. */
const closeCodes = {
  unknownError: 4000,
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidShard: 4010,
  invalidVersion: 4012,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const

/** Guild Members, Guild Presences, Message Content: to be switched on in the developer portal. */
const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15)

/** One past the highest intent that exists (Direct Message Polls, 1 << 25). */
const intentLimit = 1 << 26

/** What makes the gateway misbehave, on purpose. */
export interface GatewayFaults {
  /** Closes every connection: with a code, or by cutting the socket where none is given. */
  drop(options?: { readonly resumable?: boolean; readonly code?: number }): void
  /** Asks every shard to reconnect (op 7). */
  reconnect(): void
  /** Tells every shard that its session is invalid (op 9), resumable or not. */
  invalidate(resumable: boolean): void
  /** Answers heartbeats no more, or again. */
  silenceHeartbeats(silent: boolean): void
}

/** The gateway of the stand-in. */
export interface Gateway extends GatewayFaults {
  readonly sessions: readonly GatewaySession[]
  /** How many shards are connected and identified now. */
  connected(): number
  /** Takes over a request to become a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

interface Connection {
  readonly socket: WebSocket
  session?: GatewaySession
  send(frame: JsonObject): void
}

/** What the gateway is started with. */
export interface GatewayOptions {
  readonly token: string
  readonly heartbeatMs: number
}

interface GatewayState {
  readonly world: World
  readonly options: GatewayOptions
  readonly connections: Set<Connection>
  readonly sessions: GatewaySession[]
  silent: boolean
}

/** Starts a gateway for a world's events. */
export function createGateway(world: World, options: GatewayOptions): Gateway {
  const server = new WebSocketServer({ noServer: true })
  const state: GatewayState = { world, options, connections: new Set(), sessions: [], silent: false }
  const onDispatch = (event: Dispatch) => dispatch(state, event)
  server.on('connection', (socket, request) => accept(state, socket, request))
  world.events.on('dispatch', onDispatch)
  return {
    sessions: state.sessions,
    connected: () => [...state.connections].filter(({ session }) => session !== undefined).length,
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (made) => server.emit('connection', made, request)),
    ...createGatewayFaults(state),
    close() {
      world.events.off('dispatch', onDispatch)
      for (const { socket } of state.connections) socket.terminate()
      server.close()
    },
  }
}

function createGatewayFaults(state: GatewayState): GatewayFaults {
  return {
    drop(fault = {}) {
      for (const { socket, session } of state.connections) {
        if (session !== undefined && fault.resumable === false) session.resumable = false
        if (fault.code === undefined) socket.terminate()
        else socket.close(fault.code)
      }
    },
    reconnect() {
      for (const { send } of state.connections) send(control(GatewayOpcodes.Reconnect, null))
    },
    invalidate(resumable) {
      for (const { session, send } of state.connections) {
        if (session !== undefined) session.resumable = resumable
        send(control(GatewayOpcodes.InvalidSession, resumable))
      }
    },
    silenceHeartbeats(silent) {
      state.silent = silent
    },
  }
}

function accept(state: GatewayState, socket: WebSocket, request: IncomingMessage): void {
  const connection: Connection = { socket, send: (frame) => socket.send(JSON.stringify(frame)) }
  state.connections.add(connection)
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    state.connections.delete(connection)
    connection.session?.detach(connection.send)
  })
  socket.on('message', (data) => {
    const closeCode = receive(state, connection, parseFrame(data))
    if (closeCode !== undefined) socket.close(closeCode)
  })
  if (!(request.url ?? '').includes('v=10')) socket.close(closeCodes.invalidVersion)
  else connection.send(control(GatewayOpcodes.Hello, { heartbeat_interval: state.options.heartbeatMs }))
}

/** Each of these gives the code to close the connection with, or `undefined` to go on. */
function receive(
  state: GatewayState,
  connection: Connection,
  frame: JsonObject | undefined,
): number | undefined {
  if (frame === undefined) return closeCodes.decodeError
  if (frame.op === GatewayOpcodes.Heartbeat) {
    if (!state.silent) connection.send(control(GatewayOpcodes.HeartbeatAck, null))
    return undefined
  }
  if (frame.op === GatewayOpcodes.Identify) return identify(state, connection, frame.d)
  if (frame.op === GatewayOpcodes.Resume) return resume(state, connection, frame.d)
  if (connection.session === undefined) return closeCodes.notAuthenticated
  return frame.op === GatewayOpcodes.PresenceUpdate ? undefined : closeCodes.unknownOpcode
}

function identify(state: GatewayState, connection: Connection, data: Json | undefined): number | undefined {
  if (connection.session !== undefined) return closeCodes.alreadyAuthenticated
  const problem = checkIdentify(data, state.options.token)
  if (problem !== undefined || !isJsonObject(data)) return problem
  const { world, sessions } = state
  const shard = readShard(data.shard) ?? { id: 0, count: 1 }
  const session = createSession({ id: `session-${world.nextId()}`, shard, intents: Number(data.intents) })
  sessions.push(session)
  connection.session = session
  session.attach(connection.send)
  const servers = [...world.servers.values()].filter(({ id }) => isBotIn(world, id) && shardCovers(shard, id))
  const start = { id: session.id, url: world.gatewayUrl, shard }
  session.dispatch('READY', readyData(world, start, servers))
  for (const server of servers) session.dispatch('GUILD_CREATE', guildCreateData(world, server))
  return undefined
}

function resume(state: GatewayState, connection: Connection, data: Json | undefined): number | undefined {
  if (!isJsonObject(data) || data.token !== state.options.token) return closeCodes.authenticationFailed
  const session = state.sessions.find((known) => known.id === data.session_id && known.resumable)
  const sequence = Number(data.seq)
  if (session === undefined || !(sequence <= session.sent.length)) {
    connection.send(control(GatewayOpcodes.InvalidSession, false))
    return undefined
  }
  connection.session = session
  session.attach(connection.send)
  session.replayAfter(sequence)
  session.dispatch('RESUMED', {})
  return undefined
}

function dispatch(state: GatewayState, event: Dispatch): void {
  for (const session of state.sessions)
    if (shardCovers(session.shard, event.serverId) && (!event.intent || session.intents & event.intent))
      session.dispatch(event.type, event.data)
}

function control(op: GatewayOpcodes, data: Json): JsonObject {
  return { op, d: data, s: null, t: null }
}

/** Gives the code with which Discord closes on a bad IDENTIFY, `undefined` for a good one. */
function checkIdentify(data: Json | undefined, token: string): number | undefined {
  if (!isJsonObject(data) || !isJsonObject(data.properties)) return closeCodes.decodeError
  if (data.token !== token) return closeCodes.authenticationFailed
  if (data.shard !== undefined && readShard(data.shard) === undefined) return closeCodes.invalidShard
  const intents = data.intents
  if (typeof intents !== 'number' || !Number.isInteger(intents) || intents < 0 || intents >= intentLimit)
    return closeCodes.invalidIntents
  return intents & privilegedIntents ? closeCodes.disallowedIntents : undefined
}

function readShard(value: Json | undefined): { id: number; count: number } | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined
  const [id, count] = value
  if (typeof id !== 'number' || typeof count !== 'number' || !(id >= 0 && id < count)) return undefined
  return { id, count }
}

function parseFrame(data: RawData): JsonObject | undefined {
  try {
    const frame: Json = JSON.parse(String(data))
    return isJsonObject(frame) ? frame : undefined
  } catch {
    return undefined
  }
}
