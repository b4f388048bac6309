import { PermissionFlagsBits } from 'discord-api-types/v10'
import { seedIds } from '../seed.ts'
import type { StandIn } from '../stand-in.ts'
import type { FaultView } from './wire.ts'

const messagesRoute = 'POST /channels/:id/messages'
const answersRoute = 'POST /interactions/:id/:token/callback'
const always = Number.POSITIVE_INFINITY
/** Longer than the three seconds that a bot has to answer. */
const slowMs = 3500

/** A fault that stays until it is switched off. */
interface Switch {
  readonly title: string
  readonly about: string
  /** What switching it on does; planned faults are ended all at once and planned anew. */
  readonly on: (standIn: StandIn) => void
  readonly off?: (standIn: StandIn) => void
}

/** A fault that happens once. */
interface Push {
  readonly title: string
  readonly about: string
  readonly happen: (standIn: StandIn) => void
}

const switches: Readonly<Record<string, Switch>> = {
  rateLimit: {
    title: 'Rate limit',
    about: 'Messages get 429, “again in 2 s”. Announcements wait and come later, each once.',
    on: ({ faults }) => faults.rateLimit(messagesRoute, { retryAfter: 2, times: always }),
  },
  outage: {
    title: 'Outage',
    about: 'Messages get 503. Announcements wait; when it is over they come, each once and in order.',
    on: ({ faults }) => faults.fail(messagesRoute, 503, always),
  },
  cutAfter: {
    title: 'Cut sockets',
    about: 'The line breaks after a message was taken. The bot asks again; nothing is posted twice.',
    on: ({ faults }) => faults.cut(messagesRoute, 'after', always),
  },
  deaf: {
    title: 'Answers fail',
    about: 'Answers to commands get 500. Discord says that the application did not respond.',
    on: ({ faults }) => faults.fail(answersRoute, 500, always),
  },
  slow: {
    title: 'Slow line',
    about: 'Each answer takes 3.5 s: longer than Discord waits.',
    on: ({ faults }) => faults.slow(answersRoute, slowMs),
  },
  lostPermission: {
    title: 'Lost permission',
    about: 'The bot may no longer write in #news. What follows there is paused and says so.',
    on: (standIn) => setMayWrite(standIn, false),
    off: (standIn) => setMayWrite(standIn, true),
  },
  serverOutage: {
    title: 'Server away',
    about: 'Discord loses the server for a while, as in its own outages.',
    on: ({ change }) => change.setOutage(seedIds.newsroom, true),
    off: ({ change }) => change.setOutage(seedIds.newsroom, false),
  },
  silence: {
    title: 'Silent gateway',
    about: 'Heartbeats are not answered. The bot notices after a while and connects anew.',
    on: ({ faults }) => faults.silenceHeartbeatAck(true),
    off: ({ faults }) => faults.silenceHeartbeatAck(false),
  },
}

const pushes: Readonly<Record<string, Push>> = {
  drop: {
    title: 'Drop the gateway',
    about: 'The socket is cut. The bot resumes its session and misses nothing.',
    happen: ({ faults }) => faults.dropGateway(),
  },
  reconnect: {
    title: 'Ask to reconnect',
    about: 'What Discord does before it restarts a gateway (op 7).',
    happen: ({ faults }) => faults.reconnect(),
  },
  invalid: {
    title: 'Invalid session',
    about: 'The session is gone (op 9): the bot must identify anew.',
    happen: ({ faults }) => faults.invalidSession(false),
  },
}

/** The faults that the page offers. */
export interface FaultSwitches {
  readonly list: () => readonly FaultView[]
  /** Switches a fault on or off, or lets one happen. @throws Error for an unknown name. */
  readonly set: (name: string, on: boolean) => void
}

/** Faults of a stand-in as switches: all off. */
export function createFaultSwitches(standIn: StandIn): FaultSwitches {
  const active = new Set<string>()
  return {
    list: () => [
      ...Object.entries(switches).map(([name, { title, about }]) => ({
        name,
        title,
        about,
        on: active.has(name),
      })),
      ...Object.entries(pushes).map(([name, { title, about }]) => ({ name, title, about })),
    ],
    set: (name, on) => {
      const wanted = Object.hasOwn(switches, name) ? switches[name] : undefined
      if (wanted !== undefined) flip(standIn, active, { name, wanted, on })
      else if (Object.hasOwn(pushes, name)) pushes[name]?.happen(standIn)
      else throw new Error(`There is no fault “${name}”`)
    },
  }
}

function flip(
  standIn: StandIn,
  active: Set<string>,
  { name, wanted, on }: { readonly name: string; readonly wanted: Switch; readonly on: boolean },
): void {
  if (active.has(name) === on) return
  if (on) active.add(name)
  else active.delete(name)
  if (wanted.off === undefined) planAnew(standIn, active)
  else if (on) wanted.on(standIn)
  else wanted.off(standIn)
}

/** Planned faults can only be ended together; heartbeats, which that brings back, are silenced again. */
function planAnew(standIn: StandIn, active: ReadonlySet<string>): void {
  standIn.faults.clear()
  for (const [name, fault] of Object.entries(switches))
    if (active.has(name) && (fault.off === undefined || name === 'silence')) fault.on(standIn)
}

function setMayWrite(standIn: StandIn, may: boolean): void {
  const { world, change, applicationId } = standIn
  const others = world.channels.get(seedIds.news)?.overwrites.filter(({ id }) => id !== applicationId) ?? []
  const denied = { id: applicationId, type: 1, allow: 0n, deny: PermissionFlagsBits.SendMessages } as const
  change.setOverwrites(seedIds.news, may ? others : [...others, denied])
}
