import { number } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'

/** What has ids in the order in which it arrived: articles (`seq`) and statements. */
export type Arriving = 'articles' | 'statements'

/** Rows that arrived one after the other make a block: so many ids. */
const idsOfBlock = { articles: 512, statements: 2048 } as const satisfies Record<Arriving, number>

/** What arrived, and when it was published, epoch milliseconds. */
export interface Arrival {
  readonly id: number
  readonly publishedAt: number
}

/**
 * Remembers of each block of ids when the latest of it was published, so that what arrived early and is new nevertheless is
 * found without reading all that is as new. What is taken out is not forgotten: a block may be looked at in vain.
 */
export function noteArrivals(database: Database, list: Arriving, arrivals: readonly Arrival[]): void {
  const latest = new Map<number, number>()
  for (const { id, publishedAt } of arrivals) {
    const block = Math.floor(id / idsOfBlock[list])
    latest.set(block, Math.max(publishedAt, latest.get(block) ?? publishedAt))
  }
  database.runEach(
    `INSERT INTO latest_by_block (list, block, latest) VALUES (?, ?, ?)
     ON CONFLICT (list, block) DO UPDATE SET latest = excluded.latest WHERE excluded.latest > latest_by_block.latest`,
    [...latest].map(([block, at]) => [list, block, at]),
  )
}

/** Blocks are looked through one by one; of more than so many it is not told. */
const mostBlocks = 16

/** What arrived before a row, and was published at a moment or later. */
export interface Earlier {
  readonly list: Arriving
  /** Lower ids than this. */
  readonly before: number
  readonly publishedAt: number
  /** No more than so many. */
  readonly most: number
}

/**
 * Their ids. `within`: SQL for rows of `id` of all that was published at the moment or later and has an id from the first up to
 * and without the second.
 * @returns undefined if too much would have to be read
 */
export function arrivedEarlier(
  database: Database,
  { list, before, publishedAt, most }: Earlier,
  within: (from: number, to: number) => Condition,
): readonly number[] | undefined {
  const size = idsOfBlock[list]
  const late = 'SELECT block FROM latest_by_block WHERE list = ? AND latest >= ? AND block <= ? LIMIT ?'
  const last = Math.floor((before - 1) / size)
  const blocks = database
    .all(late, list, publishedAt, last, mostBlocks + 1)
    .map((row) => number(row, 'block'))
  if (blocks.length > mostBlocks) return undefined
  if (blocks.length === 0) return []
  const parts = blocks.map((block) => within(block * size, Math.min((block + 1) * size, before)))
  const sql = `${parts.map((part) => part.sql).join(' UNION ALL ')} LIMIT ?`
  return database.all(sql, ...parts.flatMap(({ values }) => values), most).map((row) => number(row, 'id'))
}
