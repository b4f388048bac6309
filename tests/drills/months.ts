import type { Follow } from '../../src/archive/follows.ts'
import type { ServerSeed, UserSeed } from '../../src/preview/seed.ts'
import { repeatable } from '../bench/repeatable.ts'
import { makeHappenings } from './month-happenings.ts'
import { makePersonalFollows, makePersons, makeServer, makeServerFollows } from './month-servers.ts'
import { zones } from './wall-clocks.ts'

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
  /** The event that it tells of; absent: nobody else tells of its event. */
  readonly event?: number
}

/** What an article says. */
export function textOf({ topics, speaker }: MadeUpArticle): string {
  const said = speaker === undefined ? '' : `\n\n“We have waited for this for years,” said ${speaker}.`
  return `This is told of the ${topics.join(' and the ')} today by those who were there.${said}`
}

/** What happens at a moment. An article that returns after it was withdrawn is `told` again. */
export type Happening =
  | {
      readonly kind: 'told' | 'corrected' | 'withdrawn'
      readonly at: number
      readonly article: MadeUpArticle
    }
  | { readonly kind: 'closed'; readonly at: number; readonly person: string }

/** A made-up time: servers and people, what they follow, and what happens. */
export interface Month {
  readonly servers: readonly ServerSeed[]
  readonly persons: readonly UserSeed[]
  /** By server id. */
  readonly timezones: ReadonlyMap<string, string>
  /** The channel of somebody's own follow is named after the person: see `directMessagesOf`. */
  readonly follows: readonly Follow[]
  /** Oldest first. */
  readonly happenings: readonly Happening[]
  readonly begin: number
  readonly end: number
}

/** Picks one of several by chance. */
export type Pick = <Item>(items: readonly Item[]) => Item

const dayMs = 86_400_000
/** Clocks are put back in Europe a day later, in New York after nine days. */
const firstDay = Date.parse('2026-10-24T00:00:00Z')
/** Days after the last happening, until all that was to come is posted. */
const daysAfter = 2

/** The same month for the same seed. */
export function makeMonth(extent: Extent): Month {
  const random = repeatable(extent.seed)
  const pick: Pick = (items) => {
    const item = items[Math.floor(random() * items.length)]
    if (item === undefined) throw new RangeError('Expected something to pick from')
    return item
  }
  const chance = { random, pick, begin: firstDay }
  const servers = Array.from({ length: extent.servers }, (_, index) => makeServer(index))
  const persons = makePersons(extent.servers)
  const follows = [
    ...servers.flatMap((server) => makeServerFollows(server, chance)),
    ...persons.flatMap((person) => makePersonalFollows(person, chance)),
  ]
  return {
    servers,
    persons,
    timezones: new Map(servers.map(({ id }) => [id, pick([...zones.keys()])])),
    follows,
    happenings: makeHappenings(extent, persons, chance),
    begin: firstDay,
    end: firstDay + (extent.days + daysAfter) * dayMs,
  }
}

/** Chance, and when the month begins. */
export interface Chance {
  readonly random: () => number
  readonly pick: Pick
  readonly begin: number
}
