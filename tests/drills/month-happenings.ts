import type { UserSeed } from '../../src/preview/seed.ts'
import { speakers, topics } from './month-servers.ts'
import type { Chance, Extent, Happening, MadeUpArticle } from './months.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** Seconds of a minute at which things happen: never those of digests, and each kind apart from the others. */
const atSecond = { told: 7_000, corrected: 23_000, withdrawn: 37_000, returned: 41_000, closed: 53_000 }
/** Others tell of an event within so long: later it would be other news. */
const eventMs = 20 * hourMs

/** Articles, some about events that others told of; some are corrected or withdrawn; people close their messages. */
export function makeHappenings(
  extent: Extent,
  persons: readonly UserSeed[],
  chance: Chance,
): readonly Happening[] {
  const end = chance.begin + extent.days * dayMs
  const articles = makeArticles(extent, chance)
  const changes = articles.flatMap((article) => changesOf(article, chance))
  const closings = persons
    .filter(() => chance.random() < 0.3)
    .map(({ id }) => ({
      kind: 'closed' as const,
      at: minuteFrom(chance.begin, chance.random() * extent.days * dayMs, atSecond.closed),
      person: id,
    }))
  return [
    ...articles.map((article) => ({ kind: 'told' as const, at: article.at, article })),
    ...changes,
    ...closings,
  ]
    .filter(({ at }) => at < end)
    .toSorted((a, b) => a.at - b.at)
}

function makeArticles(
  { days, articlesADay }: Extent,
  { random, pick, begin }: Chance,
): readonly MadeUpArticle[] {
  const minutes = new Set(
    Array.from({ length: days * articlesADay }, () => Math.floor(random() * days * 1440)),
  )
  const begun: { readonly event: number; readonly at: number; tellers: number }[] = []
  return [...minutes]
    .toSorted((a, b) => a - b)
    .map((minute, index) => {
      const at = begin + minute * minuteMs + atSecond.told
      const event = random() < 0.4 ? eventAt(begun, at, random) : undefined
      return {
        mark: `N${String(index).padStart(6, '0')}`,
        at,
        topics: [...new Set([pick(topics), pick(topics)])],
        ...(random() < 0.5 && { speaker: pick(speakers) }),
        ...(event !== undefined && { event }),
      }
    })
}

/** One that is being told, or a new one. Three tell of an event at most: as many as a digest names on one line. */
function eventAt(
  begun: { readonly event: number; readonly at: number; tellers: number }[],
  at: number,
  random: () => number,
): number {
  const open = begun.filter((one) => at - one.at < eventMs && one.tellers < 3)
  const known = open[Math.floor(random() * open.length)]
  if (known !== undefined && random() < 0.7) {
    known.tellers += 1
    return known.event
  }
  begun.push({ event: begun.length, at, tellers: 1 })
  return begun.length - 1
}

/** Only what nobody else tells of is withdrawn: what takes its place in a story is not told here. */
function changesOf(article: MadeUpArticle, { random }: Chance): readonly Happening[] {
  const draw = random()
  const later = (milliseconds: number, second: number): number => minuteFrom(article.at, milliseconds, second)
  if (draw < 0.15)
    return [{ kind: 'corrected', at: later(random() * dayMs + minuteMs, atSecond.corrected), article }]
  if (draw > 0.3 || article.event !== undefined) return []
  const goes = random() * dayMs + minuteMs
  const withdrawn: Happening = { kind: 'withdrawn', at: later(goes, atSecond.withdrawn), article }
  if (draw < 0.22) return [withdrawn]
  const returned: Happening = {
    kind: 'told',
    at: later(goes + random() * dayMs + minuteMs, atSecond.returned),
    article,
  }
  return [withdrawn, returned]
}

function minuteFrom(from: number, milliseconds: number, second: number): number {
  return Math.floor((from + milliseconds) / minuteMs) * minuteMs + second
}
