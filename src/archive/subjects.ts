import type { Analysis, Person } from '../article.ts'
import type { Head } from './article-lists.ts'
import { fold, foldedWords } from './fold.ts'
import { nameParts } from './person-names.ts'
import type { Viewer } from './viewer.ts'

/** What an article can be about. */
export type SubjectKind = 'topic' | 'person'

/** A subject, the same in every article: a keyword by its stem, a person by name. */
export interface SubjectKey {
  readonly kind: SubjectKind
  /** The keyword's stem, or the folded name without initials. */
  readonly key: string
}

/** What one article is about. */
export interface Subject extends SubjectKey {
  /** As the article writes it. */
  readonly name: string
  /** Relative importance within the article: the heaviest keyword has 1, and so has the person named most often. */
  readonly weight: number
}

/** A subject, and how much it counts. */
export interface WeighedSubject extends SubjectKey {
  readonly weight: number
}

/** A subject, and how many articles are about it. */
export interface TrendCount {
  readonly key: string
  /** As the newest article writes it. */
  readonly name: string
  readonly articles: number
  readonly past: number
}

/** How many articles were about what, since a moment and in the days before. */
export interface TrendCounts {
  /** All articles since then. */
  readonly articles: number
  /** All articles of the days before. */
  readonly past: number
  /** Those of most articles first, at most a thousand. */
  readonly subjects: readonly TrendCount[]
}

/** Articles of each day of a stretch of UTC days, the first day first. */
export interface DailyCounts {
  readonly all: readonly number[]
  /** In the order in which the subjects were asked for. */
  readonly subjects: readonly (readonly number[])[]
}

/** Milliseconds of a UTC day. */
export const dayMs = 24 * 3_600_000

/** The number of the UTC day in which a moment lies. */
export function dayOf(at: number): number {
  return Math.floor(at / dayMs)
}

/**
 * What an article is about: its people, and those of its keywords that are no part of their names and don't hold one of
 * these whole ("Ada Quell opened"). Each key once.
 */
export function subjectsOf({ keywords, people }: Pick<Analysis, 'keywords' | 'people'>): readonly Subject[] {
  const most = Math.max(1, ...people.map(({ mentions }) => mentions))
  const persons = people.map(({ name, mentions }) => ({
    kind: 'person' as const,
    key: personKey(name),
    name,
    weight: mentions / most,
  }))
  const names = people.map(namesOf)
  const topics = keywords
    .filter(({ term }) => {
      const words = foldedWords(term)
      return !names.some((name) => isOfName(words, name))
    })
    .map(({ term, stem, weight }) => ({ kind: 'topic' as const, key: stem, name: term, weight }))
  const known = new Map<string, Subject>()
  for (const subject of [...persons, ...topics]) {
    const id = `${subject.kind}:${subject.key}`
    if (subject.key !== '' && !known.has(id)) known.set(id, subject)
  }
  return [...known.values()]
}

/** The name by which a person is counted. */
export function personKey(name: string): string {
  return nameParts(name).join(' ') || fold(name)
}

/** The words of a person's names: of all of them, and of the fullest. */
interface Names {
  readonly known: ReadonlySet<string>
  readonly whole: readonly string[]
}

function namesOf({ name, aliases }: Person): Names {
  return { known: new Set([name, ...aliases].flatMap(foldedWords)), whole: foldedWords(name) }
}

function isOfName(term: readonly string[], { known, whole }: Names): boolean {
  return (
    term.every((word) => known.has(word)) || (whole.length > 1 && whole.every((word) => term.includes(word)))
  )
}

/** An article that is about some of the same. */
export interface Sharing {
  readonly head: Head
  /** Sum over what is shared: the wanted weight times the article's own. */
  readonly score: number
  /** What is shared, as this article writes it, by its weight there. */
  readonly shared: readonly Subject[]
}

/** A stretch of time, and the days before with which it is compared. Epoch milliseconds. */
export interface TrendSpan {
  readonly viewer: Viewer
  readonly kind: SubjectKind
  /** Counted from here, to the millisecond. */
  readonly since: number
  /** To the end of the UTC day in which this lies. */
  readonly until: number
  /** Whole UTC days before the one in which `since` lies. */
  readonly pastDays: number
  /** Subjects with fewer articles since then are left out. */
  readonly least: number
}

/** Which days, and for whom. */
export interface DaySpan {
  readonly viewer: Viewer
  /** Epoch milliseconds within the last day. */
  readonly until: number
  readonly days: number
}
