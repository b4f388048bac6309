import type { Follow } from '../../src/archive/follows.ts'
import { directMessagesOf } from './month-servers.ts'
import { type Happening, type MadeUpArticle, type Month, textOf } from './months.ts'
import { clockAt, lastMidnight, millisecondsOf, nextTime } from './wall-clocks.ts'

/** What a message says in the end. */
export interface Message {
  /** Marks of the articles that it tells of or names, in their order; "N000017 withdrawn" where it says so. */
  readonly marks: readonly string[]
  /** Articles of a digest; 1 of any other message. */
  readonly articles: number
  readonly isPublished?: true
}

/** One article for one channel. */
interface Planned {
  readonly article: MadeUpArticle
  readonly follows: Set<Follow>
  readonly at: number
  readonly isDigest: boolean
  isPublished: boolean
  isDropped: boolean
}

type Told = Extract<Happening, { article: MadeUpArticle }>
const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** Stories of a digest's first page. */
const perPage = 10

/** What is posted in each channel, in order, by the plainest reading of the follows: no database, no library for time. */
export function expectedMessages(month: Month): ReadonlyMap<string, readonly Message[]> {
  const channels = new Map<string, Planned[]>(month.follows.map(({ channel }) => [channel, []]))
  const closedAt = new Map<string, number>()
  const seen = new Set<string>()
  for (const happening of month.happenings) {
    if (happening.kind === 'closed') closedAt.set(directMessagesOf(happening.person), happening.at)
    else if (happening.kind === 'withdrawn') withdraw(channels, happening)
    else if (happening.kind === 'told' && seen.has(happening.article.mark)) bringBack(channels, happening)
    else if (happening.kind === 'told') {
      seen.add(happening.article.mark)
      tell(month, channels, happening)
    }
  }
  return new Map(
    Array.from(channels, ([channel, planned]): [string, readonly Message[]] => [
      channel,
      messagesOf(planned, month, Math.min(month.end, closedAt.get(channel) ?? month.end)),
    ]).filter(([, messages]) => messages.length > 0),
  )
}

function tell(month: Month, channels: Map<string, Planned[]>, { article, at: now }: Told): void {
  const matching = month.follows.filter((follow) => matches(follow, article))
  for (const [channel, follows] of Map.groupBy(matching, (follow) => follow.channel)) {
    const here = channels.get(channel) ?? []
    const plans = follows.map((follow) => plan(follow, { month, now, here }))
    const [first] = plans.toSorted((a, b) => a.at - b.at || Number(a.isDigest) - Number(b.isDigest))
    if (first === undefined) continue
    const [told] = here.filter((earlier) => isToldBy(earlier, article, now)).toSorted((a, b) => a.at - b.at)
    for (const follow of follows) told?.follows.add(follow)
    const isPublished = follows.some(({ crosspost }) => crosspost === true)
    const isDropped = told !== undefined
    here.push({ article, follows: new Set(follows), ...first, isPublished, isDropped })
  }
}

function isToldBy(earlier: Planned, { event }: MadeUpArticle, now: number): boolean {
  return event !== undefined && earlier.article.event === event && !earlier.isDropped && earlier.at <= now
}

function withdraw(channels: Map<string, Planned[]>, { article, at }: Told): void {
  for (const here of channels.values())
    for (const one of here) if (one.article === article && one.at > at) one.isDropped = true
}

/** What was to come and was dropped comes, now at the earliest. */
function bringBack(channels: Map<string, Planned[]>, { article, at }: Told): void {
  for (const here of channels.values()) {
    const dropped = here.filter((one) => one.article === article && one.isDropped)
    for (const one of dropped) here.push({ ...one, at: Math.max(one.at, at), isDropped: false })
  }
}

function messagesOf(planned: readonly Planned[], month: Month, end: number): readonly Message[] {
  const posted = planned
    .filter(({ at, isDropped }) => at <= end && !isDropped)
    .toSorted((a, b) => a.at - b.at)
  const groups = Map.groupBy(posted, ({ at, isDigest, article: { mark } }) =>
    isDigest ? `digest ${at}` : mark,
  )
  return Array.from(groups.values(), (group) => messageOf(group, month))
}

function messageOf(group: readonly Planned[], { happenings }: Month): Message {
  const published = group.some(({ isPublished }) => isPublished) ? { isPublished: true as const } : {}
  const about = happenings.filter((happening) => happening.kind !== 'closed')
  const [first] = group
  const marks =
    group.length === 1 && first !== undefined
      ? announcement(first.article, about)
      : digest(
          group.map(({ article }) => article),
          about,
        )
  return { marks: [...new Set(marks)].toSorted(), articles: group.length, ...published }
}

/** All who tell its event are named, whether they were posted or not. */
function announcement(article: MadeUpArticle, about: readonly Told[]): readonly string[] {
  const others = about.map((happening) => happening.article).filter((other) => isOfSameEvent(other, article))
  return [headed(article, about), ...others.filter((other) => other !== article).map(({ mark }) => mark)]
}

/** A line for each event that is headed by the fullest article; the others of the digest are named. */
function digest(articles: readonly MadeUpArticle[], about: readonly Told[]): readonly string[] {
  const lines = [...Map.groupBy(articles, ({ event, mark }) => event ?? mark).values()]
  return lines.slice(0, perPage).flatMap((line) => {
    const [fullest, ...others] = line.toSorted((a, b) => textOf(b).length - textOf(a).length)
    return fullest === undefined ? [] : [headed(fullest, about), ...others.map(({ mark }) => mark)]
  })
}

/** The mark of an article whose headline is shown, and what became of it in the end. */
function headed(article: MadeUpArticle, about: readonly Told[]): string {
  const last = about.findLast((happening) => happening.article === article)?.kind ?? 'told'
  return last === 'told' ? article.mark : `${article.mark} ${last}`
}

function isOfSameEvent(one: MadeUpArticle, other: MadeUpArticle): boolean {
  return one.event !== undefined && one.event === other.event
}

function matches({ about, speaker, exclude }: Follow, article: MadeUpArticle): boolean {
  const isAbout = about === undefined || about.split(' OR ').some((word) => article.topics.includes(word))
  const isSaid = speaker === undefined || article.speaker === speaker
  return isAbout && isSaid && !(exclude !== undefined && article.topics.includes(exclude))
}

function plan(
  follow: Follow,
  { month, now, here }: { month: Month; now: number; here: readonly Planned[] },
): Pick<Planned, 'at' | 'isDigest'> {
  const zone = follow.timezone ?? month.timezones.get(follow.owner) ?? ''
  const digest = (at: number) => ({ at: afterQuiet(follow, at, zone), isDigest: true })
  if (follow.delivery === 'hourly') return digest(now + hourMs - (clockAt(zone, now) % hourMs))
  if (follow.delivery === 'daily') return digest(nextTime(follow.at ?? '08:00', zone, now))
  if (afterQuiet(follow, now, zone) > now) return digest(now)
  const midnight = lastMidnight(zone, now)
  const today = here.filter(
    ({ at, isDigest, isDropped, follows }) =>
      at >= midnight && !isDigest && !isDropped && follows.has(follow),
  ).length
  return follow.most !== undefined && today >= follow.most
    ? digest(nextTime(follow.at ?? '08:00', zone, now))
    : { at: now, isDigest: false }
}

function afterQuiet({ quiet }: Follow, at: number, zone: string): number {
  if (quiet === undefined) return at
  const [from = '', to = ''] = quiet.split('-')
  const [begins, ends, clock] = [millisecondsOf(from), millisecondsOf(to), clockAt(zone, at)]
  const isQuiet = begins < ends ? clock >= begins && clock < ends : clock >= begins || clock < ends
  return isQuiet ? nextTime(to, zone, at) : at
}
