import { expect, it } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { dayMs } from '../../src/archive/subjects.ts'
import { trending } from '../../src/queries/trending.ts'
import { entry } from '../archive/entries.ts'
import { fresh, operator, server } from '../archive/fresh.ts'

const now = 1_000 * dayMs + dayMs / 2

/** One article each: the people it is about, and how many days ago. */
async function archiveOf(articles: readonly (readonly [days: number, ...people: string[]])[], own?: string) {
  const archive = await fresh(async () => openSqliteArchive(':memory:'))
  for (const [index, [days, ...people]] of articles.entries()) {
    const origin = own === undefined ? { key: 'x' } : { key: 'own', server: own }
    const written = { id: `a${index}`, people: people.map((name) => [name]), origin }
    await archive.keep(entry({ ...written, publishedAt: Math.round(now - days * dayMs) }))
  }
  return archive
}

const times = <Item>(count: number, item: Item): readonly Item[] => Array.from({ length: count }, () => item)

const week = [
  ...times(6, [2, 'Ada Quell'] as const),
  ...times(6, [3, 'Bo Low'] as const),
  ...times(1, [20, 'Ada Quell'] as const),
  ...times(23, [21, 'Bo Low'] as const),
  ...times(16, [22, 'Cy Dean'] as const),
]

it('tells who rose, with the counts, and not who is always there', async () => {
  const archive = await archiveOf(week)
  const found = await trending(archive, { viewer: operator, window: '7d' }, now)
  expect(found).toMatchObject({ articles: 12, past: 40 })
  expect(found.trends.map(({ name, articles, past }) => [name, articles, past])).toEqual([
    ['Ada Quell', 6, 1],
  ])
  expect(found.trends[0]?.times).toBeCloseTo(13.67, 1)
})

it('counts a window to the millisecond, and tells of each day', async () => {
  const archive = await archiveOf([
    ...times(3, [0.9, 'Ada Quell'] as const),
    ...times(9, [1.1, 'Bo Low'] as const),
    ...times(9, [2, 'Bo Low'] as const),
  ])
  const found = await trending(archive, { viewer: operator, window: '24h', kind: 'person' }, now)
  expect([found.articles, found.past]).toEqual([3, 9])
  expect(found.trends.map(({ name, daily }) => [name, daily])).toEqual([
    ['Ada Quell', [0, 0, 0, 0, 0, 0, 0, 3, 0]],
  ])
  expect(found.daily).toEqual([0, 0, 0, 0, 0, 0, 9, 12, 0])
})

it('tells nothing without a past, nor of fewer than three articles', async () => {
  const alone = await archiveOf(times(9, [1, 'Ada Quell'] as const))
  expect((await trending(alone, { viewer: operator, window: '7d' }, now)).trends).toEqual([])
  const few = await archiveOf([...times(2, [1, 'Ada Quell'] as const), ...times(60, [9, 'Bo Low'] as const)])
  expect((await trending(few, { viewer: operator, window: '7d' }, now)).trends).toEqual([])
})

it("tells a server's own trends to that server alone", async () => {
  const archive = await archiveOf(week, '1')
  const ask = async (viewer: Parameters<typeof trending>[1]['viewer']) =>
    (await trending(archive, { viewer, window: '7d', kind: 'person' }, now)).trends.length
  expect([await ask(server('1')), await ask(server('2')), await ask(operator)]).toEqual([1, 0, 1])
})
