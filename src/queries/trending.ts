import type { Archive } from '../archive/archive.ts'
import { dayMs, type SubjectKind, type TrendCount, type TrendCounts } from '../archive/subjects.ts'
import type { Viewer } from '../archive/viewer.ts'
import { riseOf } from './rise.ts'

/** The stretches of time that trends are asked for: their days, and the days before that they are compared with. */
export const trendWindows = {
  '24h': { days: 1, pastDays: 7 },
  '7d': { days: 7, pastDays: 28 },
  '30d': { days: 30, pastDays: 90 },
} as const

/** A stretch of time. */
export type TrendWindow = keyof typeof trendWindows

/** What /trending was asked for. */
export interface TrendingQuestion {
  readonly viewer: Viewer
  readonly window: TrendWindow
  /** Absent: both. */
  readonly kind?: SubjectKind
}

/** A subject that more articles are about than before. */
export interface Trend extends TrendCount {
  readonly kind: SubjectKind
  /** How many times as large a share of the articles as before, drawn towards 1 where there are few. */
  readonly times: number
  /** Articles of each UTC day, the earliest first, the days before included. */
  readonly daily: readonly number[]
}

/** What rose, that which is least likely to be chance first. */
export interface Trending {
  readonly window: TrendWindow
  /** All articles of the window, and of the days before. */
  readonly articles: number
  readonly past: number
  /** All articles of each UTC day, as in `Trend.daily`. */
  readonly daily: readonly number[]
  readonly trends: readonly Trend[]
}

/** Fewer articles make no trend. */
const leastArticles = 3
/** Trends that are told, of one kind and of each of both. */
const mostOfOne = 8
const mostOfEach = 5

/** What rose against its own past (see `riseOf`). Nothing rises where there is no past to compare with. */
export async function trending(
  archive: Archive,
  { viewer, window, kind }: TrendingQuestion,
  now: number,
): Promise<Trending> {
  const { days, pastDays } = trendWindows[window]
  const span = { viewer, since: now - days * dayMs, until: now, pastDays, least: leastArticles }
  const kinds: readonly SubjectKind[] = kind === undefined ? ['person', 'topic'] : [kind]
  const counts = await Promise.all(kinds.map((one) => archive.trendCounts({ ...span, kind: one })))
  const risen = counts.flatMap((found, index) =>
    rising(found, kinds[index] ?? 'topic').slice(0, kinds.length > 1 ? mostOfEach : mostOfOne),
  )
  // The window begins within a day: that day is the window's in pictures, though only its later part is counted.
  const daily = await archive.dailyCounts(risen, { viewer, until: now, days: days + 1 + pastDays })
  const [first] = counts
  return {
    window,
    articles: first?.articles ?? 0,
    past: first?.past ?? 0,
    daily: daily.all,
    trends: risen.map((trend, index) => ({ ...trend, daily: daily.subjects[index] ?? [] })),
  }
}

type Risen = Omit<Trend, 'daily'>

function rising({ articles, past, subjects }: TrendCounts, kind: SubjectKind): readonly Risen[] {
  const risen = subjects
    .flatMap((subject) => {
      const rise = riseOf({ now: subject.articles, before: subject.past }, { now: articles, before: past })
      return rise === undefined ? [] : [{ ...subject, kind, ...rise }]
    })
    .sort((a, b) => b.surprise - a.surprise || b.articles - a.articles || (a.key < b.key ? -1 : 1))
  return risen
    .filter(({ key }, index) => !risen.slice(0, index).some((earlier) => isPartOf(key, earlier.key)))
    .map(({ surprise: _, ...trend }) => trend)
}

/** "wall" and "sea wall" are one thing to a reader. */
function isPartOf(one: string, other: string): boolean {
  const [words, others] = [one.split(' '), other.split(' ')]
  return words.every((word) => others.includes(word)) || others.every((word) => words.includes(word))
}
