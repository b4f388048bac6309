import { ChannelType } from 'discord-api-types/v10'
import type { Follow } from '../../src/archive/follows.ts'
import { type ServerSeed, seedIds } from '../../src/preview/seed.ts'
import { repeatable } from '../bench/repeatable.ts'

/** How much happens. */
export interface Extent {
  readonly seed: number
  readonly servers: number
  readonly days: number
  readonly articlesADay: number
}

/** An article that comes at a moment. */
export interface MadeUpArticle {
  /** "N000017": stands in its title, and in no other. */
  readonly mark: string
  /** Epoch milliseconds; never a full minute, so that nothing comes at the moment of a digest. */
  readonly at: number
  /** What it is about. */
  readonly topics: readonly string[]
  readonly speaker?: string
}

/** A made-up time: servers, what they follow, and what comes. */
export interface Month {
  readonly servers: readonly ServerSeed[]
  /** By server id. */
  readonly timezones: ReadonlyMap<string, string>
  readonly follows: readonly Follow[]
  /** Oldest first. */
  readonly articles: readonly MadeUpArticle[]
  readonly begin: number
  readonly end: number
}

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
const speakers = ['Ilse Brandt', 'Tomas Lindqvist', 'Adaeze Marlowe']
/** Zones without a change of clocks, and how far they are from UTC in hours. */
export const zones = new Map([
  ['UTC', 0],
  ['Asia/Kolkata', 5.5],
  ['America/Lima', -5],
])

const dayMs = 86_400_000
const firstDay = Date.parse('2026-09-01T00:00:00Z')

/** The same month for the same seed. */
export function makeMonth(extent: Extent): Month {
  const random = repeatable(extent.seed)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new RangeError('Expected something to pick from')
    return item
  }
  const servers = Array.from({ length: extent.servers }, (_, index) => makeServer(index))
  const timezones = new Map(servers.map(({ id }) => [id, pick([...zones.keys()])]))
  const follows = servers.flatMap((server) =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, (_, index) => ({
      id: `${server.id}-${index}`,
      owner: server.id,
      channel: pick(server.channels).id,
      createdBy: seedIds.admin,
      createdAt: firstDay,
      ...conditions(random, pick),
      ...times(random, pick),
    })),
  )
  const end = firstDay + extent.days * dayMs
  return { servers, timezones, follows, articles: makeArticles(extent, random, pick), begin: firstDay, end }
}

type Pick = <Item>(items: readonly Item[]) => Item

function makeServer(index: number): ServerSeed {
  const id = String(200_000_000_000_000_000n + BigInt(index) * 4_194_304_000n)
  const channel = (number: number, type: ChannelType) => ({
    id: `${id.slice(0, -2)}${10 + number}`,
    name: `news-${number}`,
    type,
  })
  return {
    id,
    name: `Server ${index}`,
    ownerId: seedIds.admin,
    channels: [
      channel(1, ChannelType.GuildText),
      channel(2, ChannelType.GuildText),
      channel(3, ChannelType.GuildAnnouncement),
    ],
  }
}

function conditions(random: () => number, pick: Pick): Partial<Follow> {
  const draw = random()
  if (draw < 0.1) return {}
  if (draw < 0.2) return { speaker: pick(speakers) }
  const about = draw < 0.6 ? pick(topics) : `${pick(topics)} OR ${pick(topics)}`
  return random() < 0.3 ? { about, exclude: pick(topics) } : { about }
}

function times(random: () => number, pick: Pick): Partial<Follow> {
  const draw = random()
  const quiet = random() < 0.25 ? { quiet: pick(['22:00-07:00', '12:00-13:30']) } : {}
  if (draw < 0.2) return { delivery: 'hourly', ...quiet }
  if (draw < 0.4) return { delivery: 'daily', at: pick(['06:30', '09:00', '18:45']), ...quiet }
  return draw < 0.6 ? { most: 2, at: '20:00', ...quiet } : quiet
}

function makeArticles(
  { days, articlesADay }: Extent,
  random: () => number,
  pick: Pick,
): readonly MadeUpArticle[] {
  const times = Array.from({ length: days * articlesADay }, () => Math.floor(random() * days * 1440))
  return [...new Set(times)]
    .toSorted((a, b) => a - b)
    .map((minute, index) => ({
      mark: `N${String(index).padStart(6, '0')}`,
      at: firstDay + minute * 60_000 + 7_000,
      topics: [...new Set([pick(topics), pick(topics)])],
      ...(random() < 0.5 && { speaker: pick(speakers) }),
    }))
}
