import type { Page, Window } from '../article-lists.ts'
import { scopesOf } from '../scopes.ts'
import type { Statement } from '../statements.ts'
import type { Viewer } from '../viewer.ts'
import { number, optionalNumber } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'
import type { Row } from './row.ts'
import { statementsFrom } from './statement-columns.ts'

/** Who asks for statements near to some words, and what else must hold. */
export interface NearWanted {
  readonly stems: readonly string[]
  readonly viewer: Viewer
  readonly condition: Condition
}

/** So many are told of, the best ones: nobody reads on, and a word that every tenth statement holds makes all of these near. */
const mostNear = 1000
/** Where the viewer sees too few of the best, so many times as many are looked at. */
const widening = 10

/** Statements near to some words, the nearest first, then the newest; of one utterance the first to carry it. */
export function nearPage(database: Database, wanted: NearWanted, window: Window): Page<Statement> {
  const found = firstCarriers(nearest(database, wanted)).toSorted(byNearness)
  const page = found.slice(window.offset, window.offset + window.limit)
  return { rows: statementsFrom(database, page, wanted.viewer), total: found.length }
}

/** The nearest that the viewer sees, however many others are as near. */
function nearest(database: Database, { stems, viewer, condition }: NearWanted): readonly Row[] {
  const values = [...scopesOf(viewer), ...condition.values, mostNear]
  for (let most = mostNear; ; most *= widening) {
    const near = database.words.near(stems, most)
    const sql = `SELECT s.id, s.published_at, s.seq, s.number, s.utterance, near.weight
      FROM (${near.sql}) near CROSS JOIN statements s ON s.id = near.id CROSS JOIN audience v ON v.seq = s.seq
      WHERE v.scope IN (?, ?) AND ${condition.sql} ORDER BY near.weight DESC, s.id DESC LIMIT ?`
    const seen = database.all(sql, ...near.values, ...values)
    if (seen.length === mostNear || countOf(database, near) < most) return seen
  }
}

function countOf(database: Database, { sql, values }: Condition): number {
  return number(database.first(`SELECT COUNT(*) AS total FROM (${sql}) near`, ...values) ?? {}, 'total')
}

function firstCarriers(rows: readonly Row[]): readonly Row[] {
  const told = new Set<number>()
  return rows.toSorted(byReport).filter((row) => {
    const utterance = optionalNumber(row, 'utterance')
    if (utterance === undefined) return true
    const isFirst = !told.has(utterance)
    told.add(utterance)
    return isFirst
  })
}

/** First reported first. */
function byReport(one: Row, other: Row): number {
  return (
    number(one, 'published_at') - number(other, 'published_at') ||
    number(one, 'seq') - number(other, 'seq') ||
    number(one, 'number') - number(other, 'number')
  )
}

function byNearness(one: Row, other: Row): number {
  return (
    number(other, 'weight') - number(one, 'weight') ||
    number(other, 'published_at') - number(one, 'published_at') ||
    number(other, 'seq') - number(one, 'seq') ||
    number(one, 'number') - number(other, 'number')
  )
}
