import type { Archive } from '../archive.ts'
import { scopesOf } from '../scopes.ts'
import type { DaySpan, TrendSpan } from '../subjects.ts'
import {
  type DailyCounts,
  dayMs,
  dayOf,
  personKey,
  type SubjectKey,
  type SubjectKind,
  type TrendCount,
  type TrendCounts,
} from '../subjects.ts'
import { number, text } from './columns.ts'
import type { Database } from './database.ts'
import type { Row, Value } from './row.ts'
import { sharing, subjectFrequencies } from './subjects-table.ts'
import { bearerOf } from './surnames.ts'

type SubjectMethods = Pick<Archive, 'subjectFrequencies' | 'sharing' | 'trendCounts' | 'dailyCounts'>

/** Subjects that are compared with their past: those of most articles. */
const mostCompared = 1_000

/** What articles are about, and what is coming up. */
export function subjectMethods(database: Database): SubjectMethods {
  return {
    subjectFrequencies: (subjects, viewer) =>
      database.read(() => subjectFrequencies(database, subjects, viewer)),
    sharing: (wanted, options) => database.read(() => sharing(database, wanted, options)),
    trendCounts: (span) => database.read(() => trendCounts(database, span)),
    dailyCounts: (subjects, span) => database.read(() => dailyCounts(database, subjects, span)),
  }
}

function trendCounts(database: Database, span: TrendSpan): TrendCounts {
  const first = dayOf(span.since)
  const scopes = scopesOf(span.viewer)
  const whole = articlesOfDays(database, scopes, { first: first + 1, last: dayOf(span.until) })
  const part = countPublished(database, scopes, { from: span.since, to: (first + 1) * dayMs })
  const subjects = risen(database, span).map((row) => countOf(database, { kind: span.kind, row }, scopes))
  return {
    articles: whole + part,
    past: articlesOfDays(database, scopes, { first: first - span.pastDays, last: first - 1 }),
    subjects: span.kind === 'person' ? joinSurnames(database, subjects, scopes) : subjects,
  }
}

/** The first day begins somewhere within: its articles are counted one by one, those of the others are counted already. */
function risen(database: Database, { viewer, kind, since, until, pastDays, least }: TrendSpan) {
  const first = dayOf(since)
  const tallied =
    'SELECT key, articles FROM subject_tallies WHERE scope = ? AND kind = ? AND day BETWEEN ? AND ?'
  const single = `SELECT s.key, 1 AS articles FROM audience v CROSS JOIN subjects s ON s.seq = v.seq AND s.kind = ?
    WHERE v.scope = ? AND v.published_at >= ? AND v.published_at < ?`
  const [one, other] = scopesOf(viewer)
  const values = [one, other].flatMap((scope): Value[] => [
    ...[scope, kind, first + 1, dayOf(until)],
    ...[kind, scope, since, (first + 1) * dayMs],
  ])
  return database.all(
    `WITH risen AS MATERIALIZED (
       SELECT key, SUM(articles) AS articles FROM (
         ${tallied} UNION ALL ${single} UNION ALL ${tallied} UNION ALL ${single}
       ) counted GROUP BY key HAVING SUM(articles) >= ? ORDER BY 2 DESC, key LIMIT ${mostCompared}
     )
     SELECT risen.key, risen.articles, (
       SELECT COALESCE(SUM(t.articles), 0) FROM subject_tallies t
       WHERE t.scope IN (?, ?) AND t.kind = ? AND t.key = risen.key AND t.day BETWEEN ? AND ?
     ) AS past FROM risen ORDER BY risen.articles DESC, risen.key`,
    ...values,
    least,
    one,
    other,
    kind,
    first - pastDays,
    first - 1,
  )
}

function countOf(
  database: Database,
  { kind, row }: { readonly kind: SubjectKind; readonly row: Row },
  scopes: readonly [string, string],
): TrendCount {
  const key = text(row, 'key')
  const newest = database.first(
    `SELECT s.name FROM subjects s CROSS JOIN audience v ON v.seq = s.seq
     WHERE s.kind = ? AND s.key = ? AND v.scope IN (?, ?) ORDER BY s.seq DESC LIMIT 1`,
    kind,
    key,
    ...scopes,
  )
  return {
    key,
    name: newest ? text(newest, 'name') : key,
    articles: number(row, 'articles'),
    past: number(row, 'past'),
  }
}

/** Adds a lone surname to the one person who bears it. */
function joinSurnames(
  database: Database,
  counts: readonly TrendCount[],
  scopes: readonly [string, string],
): readonly TrendCount[] {
  const joined = new Map<string, TrendCount>()
  for (const count of counts) {
    const bearer = count.key.includes(' ') ? undefined : bearerOf(database, count.name, scopes)
    const name = bearer ?? count.name
    const key = personKey(name)
    const before = joined.get(key)
    joined.set(key, {
      key,
      name,
      articles: count.articles + (before?.articles ?? 0),
      past: count.past + (before?.past ?? 0),
    })
  }
  return [...joined.values()]
}

interface Days {
  readonly first: number
  readonly last: number
}

function articlesOfDays(
  database: Database,
  scopes: readonly [string, string],
  { first, last }: Days,
): number {
  const row = database.first(
    `SELECT COALESCE(SUM(articles), 0) AS articles FROM day_tallies
     WHERE scope IN (?, ?) AND day BETWEEN ? AND ?`,
    ...scopes,
    first,
    last,
  )
  return number(row ?? {}, 'articles')
}

function countPublished(
  database: Database,
  scopes: readonly [string, string],
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const row = database.first(
    'SELECT COUNT(*) AS articles FROM audience WHERE scope IN (?, ?) AND published_at >= ? AND published_at < ?',
    ...scopes,
    from,
    to,
  )
  return number(row ?? {}, 'articles')
}

function dailyCounts(
  database: Database,
  subjects: readonly SubjectKey[],
  { viewer, until, days }: DaySpan,
): DailyCounts {
  const scopes = scopesOf(viewer)
  const last = dayOf(until)
  const first = last - days + 1
  const spread = (rows: readonly Row[]): readonly number[] => {
    const counts = new Array<number>(days).fill(0)
    for (const row of rows) counts[number(row, 'day') - first] = number(row, 'articles')
    return counts
  }
  const sum = 'SELECT day, SUM(articles) AS articles FROM'
  const where = 'WHERE scope IN (?, ?) AND day BETWEEN ? AND ?'
  return {
    all: spread(database.all(`${sum} day_tallies ${where} GROUP BY day`, ...scopes, first, last)),
    subjects: subjects.map(({ kind, key }) =>
      spread(
        database.all(
          `${sum} subject_tallies ${where} AND kind = ? AND key = ? GROUP BY day`,
          ...scopes,
          first,
          last,
          kind,
          key,
        ),
      ),
    ),
  }
}
