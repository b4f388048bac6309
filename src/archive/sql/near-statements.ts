import type { Page, Window } from '../article-lists.ts'
import { scopesOf } from '../scopes.ts'
import type { Statement } from '../statements.ts'
import type { Viewer } from '../viewer.ts'
import { number, optionalNumber } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'
import type { Row } from './row.ts'
import { statementsFrom } from './statement-columns.ts'

/** Statements that are looked for by words near to theirs. */
export interface NearQuestion {
  readonly stems: readonly string[]
  readonly viewer: Viewer
  /** Of `statements s`. */
  readonly statement: Condition
  /** Of `audience v`. */
  readonly article: Condition
}

/** So many are told of, the best ones: nobody reads on, and a word that every tenth statement holds makes all of these near. */
const mostNear = 1000

/** Statements near to some words, the nearest first, then the newest; of one utterance the first to carry it. */
export function nearPage(database: Database, asked: NearQuestion, window: Window): Page<Statement> {
  const found = firstCarriers(nearest(database, asked)).toSorted(byNearness)
  const page = found.slice(window.offset, window.offset + window.limit)
  return { rows: statementsFrom(database, page, asked.viewer), total: found.length }
}

function nearest(database: Database, { stems, viewer, statement, article }: NearQuestion): readonly Row[] {
  const where = (column: string): Condition => ({
    sql: `EXISTS (SELECT 1 FROM statements s JOIN audience v ON v.seq = s.seq
      WHERE s.id = ${column} AND ${statement.sql} AND v.scope IN (?, ?) AND ${article.sql})`,
    values: [...statement.values, ...scopesOf(viewer), ...article.values],
  })
  const near = database.words.near(stems, { most: mostNear, where })
  return database.all(
    `SELECT s.id, s.published_at, s.seq, s.number, s.utterance, near.weight
     FROM (${near.sql}) near CROSS JOIN statements s ON s.id = near.id`,
    ...near.values,
  )
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
