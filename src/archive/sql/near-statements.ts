import type { Page, Window } from '../article-lists.ts'
import { number } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'
import { firstCarriers } from './first-carriers.ts'
import { newestFirst, partOf } from './latest-found.ts'
import type { Row } from './row.ts'
import { conditionOn, isWanted, type StatementsWanted } from './statement-filter.ts'

/** So many are told of, the best ones: nobody reads on, and a word that every tenth statement holds makes all of these near. */
const mostNear = 1000

/** Statements that are looked for by words near to theirs. */
type NearWanted = StatementsWanted & { readonly stems: readonly string[] }

/** Statements near to some words, the nearest first, then the newest; of one utterance the first to carry it. */
export function nearPage(database: Database, wanted: NearWanted, window: Window): Page<Row> {
  const found = firstCarriers(nearest(database, wanted)).toSorted(byNearness)
  return { rows: partOf(found, window), total: found.length }
}

function nearest(database: Database, wanted: NearWanted): readonly Row[] {
  const besides = { ...wanted, statement: conditionOn(database, wanted) }
  const where = (column: string): Condition => isWanted(besides, column)
  const near = database.words.near(wanted.stems, { most: mostNear, where })
  return database.all(
    `SELECT s.id, s.published_at, s.seq, s.number, s.utterance, near.weight
     FROM (${near.sql}) near CROSS JOIN statements s ON s.id = near.id`,
    ...near.values,
  )
}

function byNearness(one: Row, other: Row): number {
  return number(other, 'weight') - number(one, 'weight') || newestFirst(one, other)
}
