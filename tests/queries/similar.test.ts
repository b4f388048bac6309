import { expect, it } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { similarTo } from '../../src/queries/similar.ts'
import type { Written } from '../archive/entries.ts'
import { fresh, operator, server } from '../archive/fresh.ts'

async function likeFirst(viewer: Parameters<typeof similarTo>[2]['viewer'], ...articles: readonly Written[]) {
  const archive = await fresh(async () => openSqliteArchive(':memory:'), ...articles)
  const stored = await archive.article(articles[0]?.id ?? '', viewer)
  if (stored === undefined) throw new Error('Expected the first article')
  return (await similarTo({ archive }, stored, { viewer, limit: 2 })).rows
}

const quell = [['Ada Quell', 'Quell']]

it('gives the nearest with what they share, and never the article itself', async () => {
  const rows = await likeFirst(
    operator,
    { id: 'a', people: [...quell, ['Bo Low']] },
    { id: 'b', people: quell, publishedAt: 5 },
    { id: 'c', people: [...quell, ['Bo Low']] },
    { id: 'd', people: [['Cy']] },
  )
  expect(rows.map(({ head, people, keywords }) => [head.id, people, keywords])).toEqual([
    ['c', ['Ada Quell', 'Bo Low'], ['ferry']],
    ['b', ['Ada Quell'], ['ferry']],
  ])
})

it('lets what few articles are about count for more', async () => {
  const crowd = Array.from({ length: 9 }, (_, index) => ({ id: `n${index}`, people: [['Bo Low']] }))
  const rows = await likeFirst(operator, { id: 'a', people: [['Ada Quell'], ['Bo Low']] }, ...crowd, {
    id: 'rare',
    people: [['Ada Quell']],
  })
  expect(rows[0]?.head.id).toBe('rare')
})

it("shows a server's own articles to that server alone", async () => {
  const articles = [
    { id: 'a', people: quell },
    { id: 'own', people: quell, origin: { key: 'own', server: '1' } },
  ]
  expect((await likeFirst(server('1'), ...articles)).map(({ head }) => head.id)).toEqual(['own'])
  expect(await likeFirst(server('2'), ...articles)).toEqual([])
})
