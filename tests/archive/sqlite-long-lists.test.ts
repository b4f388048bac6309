import { expect, it } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { entry } from './entries.ts'
import { fresh, ids, operator, person } from './fresh.ts'

const articles = 1100
const about = { all: [[['pier']]], none: [] }

/** When the articles are published, in the order in which they arrive. */
const orders: readonly (readonly [string, (index: number) => number])[] = [
  ['as they are published', (index) => index],
  ['nearly as they are published', (index) => (index % 100 === 7 ? articles + index : index - (index % 13))],
  ['with a few of the newest first', (index) => (index < 5 ? articles + index : index)],
  ['the newest first', (index) => articles - index],
  ['in any order', (index) => (index * 7919) % articles],
]

it.each(orders)('shows every page of articles that arrived %s', async (_, publishedAt) => {
  const archive = await fresh(async () => openSqliteArchive(':memory:'))
  const written = Array.from({ length: articles }, (_, index) => ({
    id: `a${index}`,
    title: index % 50 === 3 ? 'Another' : 'Pier news',
    text: index % 50 === 3 ? 'Nothing.' : 'The pier.',
    publishedAt: publishedAt(index),
    people: [],
    // Some are shown to one server alone.
    origin: index % 90 === 4 ? { key: 'own', server: '1' } : { key: 'open' },
  }))
  await archive.keepAll(written.map(entry))
  for (const viewer of [operator, person]) {
    const expected = written
      .map((one, arrived) => ({ ...one, arrived }))
      .filter(({ title, origin }) => title !== 'Another' && (viewer === operator || !('server' in origin)))
      .toSorted((a, b) => b.publishedAt - a.publishedAt || b.arrived - a.arrived)
      .map(({ id }) => id)
    for (const offset of [0, 60, 198, 998, expected.length - 2]) {
      const page = await archive.newest({ viewer, about }, { offset, limit: 5 })
      expect(ids(page)).toEqual(expected.slice(offset, offset + 5))
      expect(page.total).toBe(Math.min(expected.length, Math.max(200, offset + 5)))
      expect(page.isMore).toBe(page.total < expected.length ? true : undefined)
    }
    const suggested = await archive.suggestArticles('new pi', viewer, 25)
    expect(suggested.map(({ id }) => id)).toEqual(expected.slice(0, 25))
    const stories = await archive.newestStories({ viewer, about }, 60)
    expect(stories.map(({ id }) => id)).toEqual(expected.slice(0, 60))
  }
})

const speeches = 25
const ofEach = 100

it.each(orders)('shows every page of statements that arrived %s', async (_, publishedAt) => {
  const archive = await fresh(async () => openSqliteArchive(':memory:'))
  const written = Array.from({ length: speeches }, (_, index) => {
    const said = Array.from({ length: ofEach }, (_, number) => `"Pier ${index} ${number}."`)
    const text = said.join(' ')
    return {
      id: `a${index}`,
      publishedAt: publishedAt(index),
      text,
      said: said.map((words) => ({ words, by: 'Ada Quell' })),
      people: [],
    }
  })
  await archive.keepAll(written.map(entry))
  const expected = written
    .map((one, arrived) => ({ ...one, arrived }))
    .toSorted((a, b) => b.publishedAt - a.publishedAt || b.arrived - a.arrived)
    .flatMap(({ id }) => Array.from({ length: ofEach }, (_, number) => `${id} ${number}`))
  for (const offset of [0, 98, 198, 1500, expected.length - 2]) {
    const page = await archive.statements({ viewer: operator, about }, { offset, limit: 5 })
    const shown = page.rows.map(({ article, number }) => `${article.id} ${number}`)
    expect(shown).toEqual(expected.slice(offset, offset + 5))
  }
})

it('tells of statements whatever another server has', async () => {
  const written = Array.from({ length: 8 }, (_, index) => {
    const said = Array.from({ length: ofEach }, (_, number) => `"Pier ${index} ${number}."`)
    // What arrives first is the newest, and another server's.
    const isHidden = index < 3
    return {
      id: `a${index}`,
      publishedAt: isHidden ? 1000 + index : index,
      text: said.join(' '),
      said: said.map((words) => ({ words, by: 'Ada Quell' })),
      people: [],
      origin: isHidden ? { key: 'own', server: '1' } : { key: 'open' },
    }
  })
  const pages = await Promise.all(
    [written, written.slice(3)].map(async (some) => {
      const archive = await fresh(async () => openSqliteArchive(':memory:'))
      await archive.keepAll(some.map(entry))
      return archive.statements({ viewer: person, about }, { offset: 0, limit: 5 })
    }),
  )
  expect(pages[0]).toEqual(pages[1])
  expect(pages[0]).toMatchObject({ total: 200, isMore: true })
})
