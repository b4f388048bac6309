import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { StatementFilter } from '../../../src/archive/statements.ts'
import { entry, type Written } from '../entries.ts'
import { fresh, operator } from '../fresh.ts'

const articles = 11
const ofEach = 100
/** The articles' first statements are one utterance. */
const different = articles * ofEach - (articles - 1)
const dayMs = 86_400_000
const shared = 'the pier will open again in early spring'

/** When the articles are published, in the order in which they arrive. */
const orders: readonly (readonly [string, (index: number) => number])[] = [
  ['as they are published', (index) => index],
  ['nearly as they are published', (index) => [9, 1, 0, 2, 3, 4, 7, 6, 8, 10, 5][index] ?? 0],
  ['the newest first', (index) => articles - index],
]

/** Lists that are longer than they are counted. */
export function describeLongLists(open: () => Promise<Archive>): void {
  it.each(orders)('shows every page of statements that arrived %s', async (_, publishedAt) => {
    const written = Array.from({ length: articles }, (_, index) => manySaid(index, publishedAt(index)))
    const archive = await fresh(open)
    await archive.keepAll(written.map(entry))
    const expected = statementsOf(written)
    expect(expected.length).toBe(different)
    const filters: readonly Partial<StatementFilter>[] = [
      { speaker: 'quell' },
      { about: { all: [[['pier']]], none: [['nothing']] } },
      { words: { stems: ['pier'], match: 'phrase' } },
      { speaker: 'quell', about: { all: [[['pier']]], none: [] } },
    ]
    for (const filter of filters) {
      for (const offset of [0, 98, 195, 995, different - 2]) {
        const page = await archive.statements({ viewer: operator, ...filter }, { offset, limit: 5 })
        const shown = page.rows.map(({ article, number }) => `${article.id} ${number}`)
        expect(shown).toEqual(expected.slice(offset, offset + 5))
        if (!page.isMore) expect(page.total).toBe(different)
        else expect(page.total).toBeLessThan(different)
        expect(page.total).toBeGreaterThanOrEqual(Math.min(different, Math.max(180, offset + 5)))
      }
    }
  })

  it('has a next page as long as there is more', async () => {
    const archive = await fresh(open)
    await archive.keepAll(Array.from({ length: articles }, (_, index) => entry(manySaid(index, index))))
    const about = { all: [[['pier']]], none: [] }
    const ends = [0, 4, ...Array.from({ length: 10 }, (_, index) => 180 + 4 * index), 396, 400, 1084, 1088]
    for (const offset of ends) {
      const { rows, total, isMore } = await archive.statements(
        { viewer: operator, about },
        { offset, limit: 4 },
      )
      expect(rows).toHaveLength(Math.min(4, different - offset))
      expect((isMore ? total + 1 : total) > offset + 4).toBe(different > offset + 4)
    }
  })

  it('tells the last days of a speaker from no more statements than are gathered', async () => {
    const archive = await fresh(open)
    await archive.keepAll(
      Array.from({ length: articles }, (_, index) => entry(manySaid(index, index * dayMs))),
    )
    const page = async (offset: number, limit = 5) => {
      const filter = { viewer: operator, speaker: 'quell' }
      const { rows, ...counted } = await archive.timeline(filter, { offset, limit })
      return { days: rows.map(({ startsAt, statements }) => [startsAt / dayMs, statements]), ...counted }
    }
    expect(await page(0, 2)).toEqual({
      days: [10, 9].map((day) => [day, ofEach - 1]),
      total: 2,
      statements: 2 * (ofEach - 1),
      isMore: true,
    })
    expect(await page(0)).toEqual({
      days: [10, 9, 8, 7, 6].map((day) => [day, ofEach - 1]),
      total: articles - 1,
      statements: (articles - 1) * (ofEach - 1),
      isMore: true,
    })
    expect(await page(10)).toEqual({ days: [[0, ofEach]], total: articles, statements: different })
  })

  it('counts no further than two hundred, or the end of the page', async () => {
    const archive = await fresh(open)
    await archive.keepAll(Array.from({ length: articles }, (_, index) => entry(manySaid(index, index))))
    const counted = async (filter: Partial<StatementFilter>, offset: number) => {
      const { total, isMore } = await archive.statements(
        { viewer: operator, ...filter },
        { offset, limit: 5 },
      )
      return { total, isMore }
    }
    expect(await counted({ speaker: 'quell' }, 0)).toEqual({ total: 200, isMore: true })
    expect(await counted({ speaker: 'quell' }, 1050)).toEqual({ total: 1055, isMore: true })
    expect(await counted({ speaker: 'quell' }, different - 5)).toEqual({ total: different })
    expect(await counted({}, 0)).toEqual({ total: 200, isMore: true })
    // Of 201 that are read, two are one utterance.
    expect(await counted({ about: { all: [[['pier']]], none: [] } }, 0)).toEqual({ total: 199, isMore: true })
  })
}

function manySaid(index: number, publishedAt: number): Written {
  const said = Array.from({ length: ofEach }, (_, number) =>
    number === 0 ? `"${shared}."` : `"Pier ${index} ${number}."`,
  )
  return {
    id: `a${index}`,
    publishedAt,
    text: said.join(' '),
    said: said.map((words) => ({ words, by: 'Ada Quell' })),
    people: [],
  }
}

/** By a linear scan: newest article first, then as it gives them; what several say is given by the first of them. */
function statementsOf(written: readonly Written[]): readonly string[] {
  const newest = written.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))
  return newest.flatMap(({ id }, place) =>
    Array.from({ length: ofEach }, (_, number) => `${id} ${number}`).slice(place === articles - 1 ? 0 : 1),
  )
}
