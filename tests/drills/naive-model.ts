import type { Follow } from '../../src/archive/follows.ts'
import { type MadeUpArticle, type Month, zones } from './months.ts'

/** Marks of the articles of one message; more than one are a digest. */
export type Message = readonly string[]

interface Planned {
  readonly mark: string
  readonly at: number
  readonly isDigest: boolean
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** What is posted in each channel, in order, by the plainest reading of the follows: no database, no library for time. */
export function expectedMessages(month: Month): ReadonlyMap<string, readonly Message[]> {
  const posts = new Map<string, number[]>()
  const planned = new Map<string, Planned[]>()
  for (const article of month.articles) {
    const matching = month.follows.filter((follow) => matches(follow, article))
    for (const [channel, follows] of Map.groupBy(matching, (follow) => follow.channel)) {
      const plans = follows.map((follow) => plan(follow, { month, now: article.at, posts }))
      const [first] = plans.toSorted((a, b) => a.at - b.at || Number(a.isDigest) - Number(b.isDigest))
      if (first === undefined) continue
      planned.set(channel, [...(planned.get(channel) ?? []), { ...first, mark: article.mark }])
      if (first.isDigest) continue
      for (const { id } of follows) posts.set(id, [...(posts.get(id) ?? []), article.at])
    }
  }
  return new Map(Array.from(planned, ([channel, rows]) => [channel, messagesOf(rows, month.end)]))
}

function messagesOf(rows: readonly Planned[], end: number): readonly Message[] {
  const inTime = rows.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
  const groups = Map.groupBy(inTime, ({ at, isDigest, mark }) => (isDigest ? `digest ${at}` : mark))
  return Array.from(groups.values(), (group) => group.map(({ mark }) => mark))
}

function matches({ about, speaker, exclude }: Follow, article: MadeUpArticle): boolean {
  const isAbout = about === undefined || about.split(' OR ').some((word) => article.topics.includes(word))
  const isSaid = speaker === undefined || article.speaker === speaker
  return isAbout && isSaid && !(exclude !== undefined && article.topics.includes(exclude))
}

function plan(
  follow: Follow,
  { month, now, posts }: { month: Month; now: number; posts: ReadonlyMap<string, readonly number[]> },
): Omit<Planned, 'mark'> {
  const offset = (zones.get(month.timezones.get(follow.owner) ?? '') ?? 0) * hourMs
  const digest = (at: number) => ({ at: afterQuiet(follow, at, offset), isDigest: true })
  if (follow.delivery === 'hourly')
    return digest(Math.floor((now + offset) / hourMs) * hourMs + hourMs - offset)
  const daily = nextAt(follow.at ?? '08:00', now, offset)
  if (follow.delivery === 'daily') return digest(daily)
  if (afterQuiet(follow, now, offset) > now) return digest(now)
  const midnight = Math.floor((now + offset) / dayMs) * dayMs - offset
  const today = (posts.get(follow.id) ?? []).filter((at) => at >= midnight).length
  return follow.most !== undefined && today >= follow.most ? digest(daily) : { at: now, isDigest: false }
}

/** The next time that a clock, `offset` ahead of UTC, shows "HH:MM". */
function nextAt(time: string, now: number, offset: number): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const today = Math.floor((now + offset) / dayMs) * dayMs + hour * hourMs + minute * minuteMs - offset
  return today > now ? today : today + dayMs
}

function afterQuiet({ quiet }: Follow, at: number, offset: number): number {
  if (quiet === undefined) return at
  const [from = 0, to = 0] = quiet.split('-').map((time) => nextAt(time, 0, 0) % dayMs)
  const clock = (at + offset) % dayMs
  const isQuiet = from < to ? clock >= from && clock < to : clock >= from || clock < to
  return isQuiet ? at + ((to - clock + dayMs) % dayMs) : at
}
