import { EventEmitter } from 'node:events'
import {
  type ChannelSeed,
  everyonePermissions,
  type RoleSeed,
  type ServerSeed,
  seedIds,
  type UserSeed,
} from './seed.ts'
import { createSnowflakes } from './snowflakes.ts'
import type { Channel, Member, Role, Server, ThreadState, User, World } from './world.ts'

/** Makes the world that the stand-in begins with. */
export function createWorld(seed: {
  readonly now: () => number
  readonly servers: readonly ServerSeed[]
  readonly users: readonly UserSeed[]
}): World {
  const users: readonly User[] = [
    createUser({ id: seedIds.application, username: 'crier', displayName: 'Crier' }, true),
    ...seed.users.map((user) => createUser(user, false)),
  ]
  const world: World = {
    now: seed.now,
    nextId: createSnowflakes(seed.now),
    application: { id: seedIds.application, name: 'Crier', ownerId: seedIds.admin },
    botId: seedIds.application,
    users: new Map(users.map((user) => [user.id, user])),
    servers: new Map(),
    channels: new Map(),
    messages: new Map(),
    files: new Map(),
    commands: new Map(),
    events: new EventEmitter(),
    cdnUrl: '',
    gatewayUrl: '',
  }
  // Everyone who waits for a message listens here; that is no leak.
  world.events.setMaxListeners(0)
  for (const server of seed.servers) addServer(world, server)
  return world
}

/** Puts a server with its channels into the world. The bot gets a managed role named after it. */
export function addServer(world: World, seed: ServerSeed): Server {
  const botRole: RoleSeed = { id: world.nextId(), name: world.application.name, permissions: 0n }
  const roles = [
    createRole({ id: seed.id, name: '@everyone', permissions: everyonePermissions }, 0),
    ...(seed.roles ?? []).map((role, index) => createRole(role, index + 1)),
    { ...createRole(botRole, 100), managed: true },
  ]
  const memberships = new Map<string, readonly string[]>([
    [seed.ownerId, []],
    ...Object.entries(seed.members ?? {}),
    [world.botId, [botRole.id]],
  ])
  const server: Server = {
    id: seed.id,
    name: seed.name,
    ownerId: seed.ownerId,
    locale: seed.locale ?? 'en-US',
    roles: new Map(roles.map((role) => [role.id, role])),
    members: new Map([...memberships].map(([id, roleIds]) => [id, createMember(world, id, roleIds)])),
    allowed: new Map(),
  }
  world.servers.set(server.id, server)
  for (const [position, channel] of seed.channels.entries())
    world.channels.set(channel.id, createChannel(world, channel, { serverId: seed.id, position }))
  return server
}

/** Makes a channel or thread of a server from its seed, without telling anyone. */
export function createChannel(
  world: World,
  seed: ChannelSeed,
  place: { readonly serverId: string; readonly position: number },
): Channel {
  return {
    id: seed.id,
    type: seed.type,
    name: seed.name,
    serverId: place.serverId,
    position: place.position,
    overwrites: [],
    recipientIds: [],
    tags: seed.tags ?? [],
    requiresTag: seed.requiresTag ?? false,
    ...(seed.parentId !== undefined && { parentId: seed.parentId, thread: createThreadState(world) }),
  }
}

function createThreadState(world: World): ThreadState {
  const memberIds = new Set([world.application.ownerId])
  return {
    ownerId: world.application.ownerId,
    archived: false,
    locked: false,
    memberIds,
    tagIds: [],
    archivedAt: world.now(),
  }
}

function createUser(seed: UserSeed, bot: boolean): User {
  const { id, username, displayName } = seed
  return {
    id,
    username,
    displayName,
    bot,
    locale: seed.locale ?? 'en-US',
    closedToMessages: false,
    installedApp: seed.installedApp ?? false,
  }
}

function createRole(seed: RoleSeed, position: number): Role {
  return {
    id: seed.id,
    name: seed.name,
    permissions: seed.permissions ?? 0n,
    mentionable: seed.mentionable ?? false,
    position,
    managed: false,
  }
}

function createMember(world: World, userId: string, roleIds: readonly string[]): Member {
  return { userId, roleIds: [...roleIds], joinedAt: world.now() }
}
