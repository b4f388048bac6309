import { mostCounted, type Window } from '../article-lists.ts'
import type { Statement, Timeline, TimelineDay, TimelineFilter } from '../statements.ts'
import { dayMs } from '../subjects.ts'
import { mostTelling } from '../telling-statement.ts'
import type { Viewer } from '../viewer.ts'
import { number, text } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'
import { partOf } from './latest-found.ts'
import { piecesOf } from './pieces.ts'
import type { Row } from './row.ts'
import { statementsFrom } from './statement-columns.ts'
import { type StatementsWanted, wantedBy } from './statement-filter.ts'
import { saidOnce } from './statement-lists.ts'
import { fewSpeakers, saidLast } from './statements-by-speaker.ts'

/** Statements of a day of which the most telling is chosen, and whose articles' topics are told: the surest. */
const mostRead = 8
const topicsOfDay = 3

/** The UTC day of a row of `said`. */
const day = `(said.published_at / ${dayMs})`

/** Archive.timeline, inside a transaction. */
export function timelinePage(database: Database, filter: TimelineFilter, window: Window): Timeline {
  const wanted = wantedBy(database, filter)
  if (!wanted) return { rows: [], total: 0, statements: 0 }
  const { said, days, ...counted } = daysOf(database, wanted, window)
  const page = partOf(days, window)
  const rows = page.length === 0 ? [] : daysFrom(database, { said, viewer: filter.viewer }, page)
  return { rows, total: days.length, ...counted }
}

/** Days, the newest first, with what was said. */
interface Days extends Pick<Timeline, 'statements' | 'isMore'> {
  /** The table `said`: the statements of the page's days at least. */
  readonly said: Condition
  readonly days: readonly Row[]
}

/** So many statements are gathered by their days, or if that is not enough so many: a day may hold hundreds. */
const mostGathered = [mostCounted, 5 * mostCounted]

function daysOf(database: Database, wanted: StatementsWanted, window: Window): Days {
  const speakers = fewSpeakers(wanted)
  if (speakers)
    for (const most of mostGathered) {
      const days = lastDays((last) => saidLast(database, wanted, { speakers, most: last }), {
        database,
        window,
        most,
      })
      if (days) return days
    }
  return allDays(database, wanted)
}

function allDays(database: Database, wanted: StatementsWanted): Days {
  const said = saidOnce(database, wanted)
  const days = countByDay(database, said)
  return { said, days, statements: sumOf(days) }
}

/** The days of the last statements; undefined if so many at most do not reach to the end of what is asked for. */
function lastDays(
  lastSaid: (most: number) => Condition,
  { database, window, most }: { readonly database: Database; readonly window: Window; readonly most: number },
): Days | undefined {
  const days = countByDay(database, lastSaid(most + 1))
  const end = window.offset + window.limit
  const said = lastSaid(sumOf(days.slice(0, end)))
  const statements = sumOf(days)
  if (statements <= most) return { said, days, statements }
  // Of the earliest of these days there may be more.
  const whole = days.slice(0, -1)
  return whole.length < end ? undefined : { said, days: whole, statements: sumOf(whole), isMore: true }
}

function countByDay(database: Database, { sql, values }: Condition): readonly Row[] {
  const counted = `SELECT ${day} AS day, COUNT(*) AS statements FROM said GROUP BY ${day} ORDER BY day DESC`
  return database.all(`${sql} ${counted}`, ...values)
}

function sumOf(days: readonly Row[]): number {
  return days.reduce((sum, row) => sum + number(row, 'statements'), 0)
}

function daysFrom(
  database: Database,
  { said, viewer }: { readonly said: Condition; readonly viewer: Viewer },
  page: readonly Row[],
): readonly TimelineDay[] {
  const numbers = page.map((row) => number(row, 'day'))
  const values = [...said.values, Math.min(...numbers), Math.max(...numbers)]
  const statements = database.all(`${said.sql} ${surestOfDays}`, ...values)
  const surest = byDay(statements)
  const topics = byDay(topicsOf(database, [...new Set(statements.map((row) => number(row, 'seq')))]))
  return page.flatMap((row) => {
    const at = number(row, 'day')
    const telling = mostTelling((surest.get(at) ?? []).map(candidateFrom))
    return statementsFrom(database, telling ? [telling.row] : [], viewer).map((quote) =>
      dayFrom(row, quote, topics.get(at) ?? []),
    )
  })
}

/** The keywords that most of these articles of a day share. */
function topicsOf(database: Database, seqs: readonly number[]): readonly Row[] {
  const articles = database.among('t.seq', seqs)
  return database.all(
    `SELECT name, day FROM (
      SELECT counted.name, counted.day, ROW_NUMBER() OVER (
        PARTITION BY counted.day ORDER BY counted.articles DESC, counted.weight DESC, counted.key
      ) AS place
      FROM (
        SELECT a.published_at / ${dayMs} AS day, t.key, MIN(t.name) AS name, COUNT(*) AS articles, MAX(t.weight) AS weight
        FROM subjects t CROSS JOIN articles a ON a.seq = t.seq
        WHERE ${articles.sql} AND t.kind = 'topic' GROUP BY a.published_at / ${dayMs}, t.key
      ) AS counted
    ) AS placed WHERE place <= ${topicsOfDay} ORDER BY day, place`,
    ...articles.values,
  )
}

function candidateFrom(row: Row) {
  return { row, isQuoted: text(row, 'kind') !== 'indirect', pieces: piecesOf(row) }
}

function dayFrom(row: Row, quote: Statement, topics: readonly Row[]): TimelineDay {
  return {
    startsAt: number(row, 'day') * dayMs,
    statements: number(row, 'statements'),
    topics: topics.map((topic) => text(topic, 'name')),
    quote,
  }
}

function byDay(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  return Map.groupBy(rows, (row) => number(row, 'day'))
}

/** The statements of each day, those in quotation marks first, then the surest. */
const surestOfDays = `SELECT placed.id, placed.seq, placed.day, placed.kind, b.pieces FROM (
    SELECT said.id, said.seq, said.kind, ${day} AS day, ROW_NUMBER() OVER (
      PARTITION BY ${day}
      ORDER BY CASE said.kind WHEN 'indirect' THEN 1 ELSE 0 END, said.confidence DESC, said.published_at, said.seq, said.number
    ) AS place
    FROM said WHERE ${day} BETWEEN ? AND ?
  ) AS placed CROSS JOIN statement_bodies b ON b.statement = placed.id
  WHERE placed.place <= ${mostRead} ORDER BY placed.day, placed.place`
