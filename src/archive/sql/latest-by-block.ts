import { number } from './columns.ts'
import type { Condition } from './condition.ts'
import type { Database } from './database.ts'

/**
 * What has ids in the order in which it arrived, and how many of these ids make a block. The step of the schema that counted what
 * was there has these sizes written out: another size needs another step.
 */
const lists = {
  articles: { id: 'seq', size: 512 },
  statements: { id: 'id', size: 2048 },
} as const

/** The table of what arrives. */
type Arriving = keyof typeof lists

/** An article that has its statements, and the scopes in which it is found. */
export interface Arrival {
  readonly seq: number
  readonly scopes: readonly string[]
  /** Epoch milliseconds. */
  readonly publishedAt: number
}

/**
 * Remembers of each block of ids when the latest of it was published, so that what arrived early and is new nevertheless is
 * found without reading all that is as new. By scopes: what somebody does not see changes nothing. What is taken out, or gets
 * another date, is not forgotten: a block may be looked at in vain.
 */
export function noteArrivals(database: Database, articles: readonly Arrival[]): void {
  const latest = new Map<string, readonly [string, Arriving, number, number]>()
  const note = (list: Arriving, { scopes, publishedAt }: Arrival, id: number): void => {
    const block = Math.floor(id / lists[list].size)
    for (const scope of scopes) {
      const key = `${list} ${block} ${scope}`
      const known = latest.get(key)?.[3] ?? publishedAt
      latest.set(key, [scope, list, block, Math.max(publishedAt, known)])
    }
  }
  const statements = statementsOf(database, articles)
  for (const article of articles) {
    note('articles', article, article.seq)
    for (const id of statements.get(article.seq) ?? []) note('statements', article, id)
  }
  database.runEach(
    `INSERT INTO latest_by_block (scope, list, block, latest) VALUES (?, ?, ?, ?)
     ON CONFLICT (scope, list, block) DO UPDATE SET latest = excluded.latest
     WHERE excluded.latest > latest_by_block.latest`,
    [...latest.values()],
  )
}

function statementsOf(
  database: Database,
  articles: readonly Arrival[],
): ReadonlyMap<number, readonly number[]> {
  const these = database.among(
    'seq',
    articles.map(({ seq }) => seq),
  )
  const rows = database.all(`SELECT seq, id FROM statements WHERE ${these.sql}`, ...these.values)
  const bySeq = Map.groupBy(rows, (row) => number(row, 'seq'))
  return new Map([...bySeq].map(([seq, own]) => [seq, own.map((row) => number(row, 'id'))]))
}

/** Blocks are looked through one by one; of more than so many it is not told. */
const mostBlocks = 16

/** What arrived before a row, and was published at a moment or later. */
export interface Earlier {
  readonly list: Arriving
  readonly scopes: readonly [string, string]
  /** Lower ids than this. */
  readonly before: number
  readonly publishedAt: number
  /** No more than so many. */
  readonly most: number
}

/**
 * Their ids. `within`: SQL for rows of `id` of all in these scopes that was published at the moment or later and has an id from
 * the first up to and without the second.
 * @returns undefined if too much would have to be read
 */
export function arrivedEarlier(
  database: Database,
  { list, scopes, before, publishedAt, most }: Earlier,
  within: (from: number, to: number) => Condition,
): readonly number[] | undefined {
  const { id, size } = lists[list]
  // A block of which all was taken out, or kept anew with other ids, is none.
  const late = `SELECT DISTINCT block FROM latest_by_block
    WHERE scope IN (?, ?) AND list = ? AND latest >= ? AND block <= ? AND EXISTS (
      SELECT 1 FROM ${list} WHERE ${id} >= block * ${size} AND ${id} < (block + 1) * ${size}
    ) LIMIT ?`
  const last = Math.floor((before - 1) / size)
  const rows = database.all(late, ...scopes, list, publishedAt, last, mostBlocks + 1)
  if (rows.length > mostBlocks) return undefined
  if (rows.length === 0) return []
  const parts = rows.map((row) => {
    const from = number(row, 'block') * size
    return within(from, Math.min(from + size, before))
  })
  const sql = `${parts.map((part) => part.sql).join(' UNION ALL ')} LIMIT ?`
  return database.all(sql, ...parts.flatMap(({ values }) => values), most).map((row) => number(row, 'id'))
}
