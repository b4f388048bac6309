import { ChannelType } from 'discord-api-types/v10'
import { type Follow, personOwner } from '../../src/archive/follows.ts'
import { type ServerSeed, seedIds, type UserSeed } from '../../src/preview/seed.ts'
import type { Chance } from './months.ts'
import { zones } from './wall-clocks.ts'

export const topics = [
  'harbour',
  'glacier',
  'orchestra',
  'parliament',
  'locust',
  'bicycle',
  'volcano',
  'museum',
]
export const speakers = ['Ilse Brandt', 'Tomas Lindqvist', 'Adaeze Marlowe']
/** A quarter as many people as servers have alerts of their own. */
const serversForEach = 4

/** What stands for the channel of a person's direct messages, which gets its id from Discord. */
export function directMessagesOf(person: string): string {
  return `direct messages of ${person}`
}

/** A server with a channel of each kind. Its forum has a tag for each topic. */
export function makeServer(index: number): ServerSeed {
  const id = String(200_000_000_000_000_000n + BigInt(index) * 4_194_304_000n)
  const idOf = (number: number) => `${id.slice(0, -2)}${number}`
  const channel = (number: number, type: ChannelType) => ({ id: idOf(number), name: `news-${number}`, type })
  return {
    id,
    name: `Server ${index}`,
    ownerId: seedIds.admin,
    channels: [
      channel(11, ChannelType.GuildText),
      channel(12, ChannelType.GuildText),
      channel(13, ChannelType.GuildAnnouncement),
      {
        ...channel(14, ChannelType.GuildForum),
        tags: topics.map((name, order) => ({ id: idOf(20 + order), name })),
      },
      { ...channel(15, ChannelType.PublicThread), parentId: idOf(11) },
    ],
  }
}

/** People who have installed the bot for themselves. */
export function makePersons(servers: number): readonly UserSeed[] {
  return Array.from({ length: Math.ceil(servers / serversForEach) }, (_, index) => ({
    id: String(300_000_000_000_000_000n + BigInt(index)),
    username: `reader${index}`,
    displayName: `Reader ${index}`,
    installedApp: true,
  }))
}

/** Two to four follows of a server. */
export function makeServerFollows(server: ServerSeed, chance: Chance): readonly Follow[] {
  const { random, pick } = chance
  return Array.from({ length: 2 + Math.floor(random() * 3) }, (_, index) => {
    const { id: channel, type } = pick(server.channels)
    const isPublished = type === ChannelType.GuildAnnouncement && random() < 0.5
    return {
      ...common(`${server.id}-${index}`, chance),
      owner: server.id,
      channel,
      ...(isPublished && { crosspost: true }),
    }
  })
}

/** One or two alerts of a person. */
export function makePersonalFollows({ id }: UserSeed, chance: Chance): readonly Follow[] {
  return Array.from({ length: chance.random() < 0.5 ? 1 : 2 }, (_, index) => ({
    ...common(`${id}-${index}`, chance),
    owner: personOwner(id),
    channel: directMessagesOf(id),
    timezone: chance.pick([...zones.keys()]),
  }))
}

function common(id: string, chance: Chance) {
  return { id, createdBy: seedIds.admin, createdAt: chance.begin, ...conditions(chance), ...times(chance) }
}

function conditions({ random, pick }: Chance): Partial<Follow> {
  const draw = random()
  if (draw < 0.1) return {}
  if (draw < 0.2) return { speaker: pick(speakers) }
  const about = draw < 0.6 ? pick(topics) : `${pick(topics)} OR ${pick(topics)}`
  return random() < 0.3 ? { about, exclude: pick(topics) } : { about }
}

function times({ random, pick }: Chance): Partial<Follow> {
  const draw = random()
  const quiet = random() < 0.25 ? { quiet: pick(['22:00-07:00', '12:00-13:30']) } : {}
  if (draw < 0.2) return { delivery: 'hourly', ...quiet }
  if (draw < 0.4) return { delivery: 'daily', at: pick(['06:30', '09:00', '18:45']), ...quiet }
  return draw < 0.6 ? { most: 2, at: '20:00', ...quiet } : quiet
}
