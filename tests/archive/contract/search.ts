import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { SearchFilter } from '../../../src/archive/article-lists.ts'
import { entry } from '../entries.ts'
import { everything, fresh, ids, person, server } from '../fresh.ts'

const day = 86_400_000
const about = { all: [[['ferry']]], none: [] }
/** More than are looked at closely for a short page. */
const many = 600
const now = many * day

/** Searches that find much more than they show. */
export function describeSearch(open: () => Promise<Archive>): void {
  it('gives of many the same first ones as when all are wanted, whoever asks', async () => {
    const archive = await fresh(open)
    // Of the hidden ones each fits better than all others.
    const hidden = ferries('hidden', (index) => ({ text: 'Ferry ferry ferry.', publishedAt: index * day }))
    // The newer, the worse it fits, but by little.
    const seen = ferries('seen', (index) => {
      const days = (index * 7) % many
      const text = `Ferry. ${'Harbour. '.repeat(20 + days / 20)}`
      return { text, publishedAt: days * day, publisher: `Post ${index % 3}` }
    })
    await archive.keepAll(hidden.map((one) => entry({ ...one, origin: { key: one.id, server: '2' } })))
    await archive.keepAll(seen.map((one) => entry({ ...one, origin: { key: one.id } })))
    for (const viewer of [person, server('1'), server('2')]) {
      await expectSamePages(archive, { viewer, about, now })
      await expectSamePages(archive, { viewer, about, now: now / 2 })
      await expectSamePages(archive, { viewer, about })
      await expectSamePages(archive, { viewer, about, now, publisher: 'Post 1', since: 9 * day })
    }
  })

  it('gives the newest of many that fit alike', async () => {
    const archive = await fresh(open)
    const alike = ferries('a', (index) => ({ text: 'Ferry.', publishedAt: ((index * 7) % many) * day }))
    await archive.keepAll(alike.map(entry))
    const newest = ids(await archive.newest({ viewer: person }, { offset: 0, limit: 5 }))
    for (const filter of [{ now }, { now: 0 }, {}]) {
      const found = await archive.search({ viewer: person, about, ...filter }, { offset: 0, limit: 5 })
      expect(ids(found)).toEqual(newest)
      expect(found.total).toBe(many)
    }
  })
}

/** Made-up articles, each with the same title. */
function ferries<More>(name: string, more: (index: number) => More) {
  return Array.from({ length: many }, (_, index) => ({
    id: `${name}${index}`,
    title: 'News',
    ...more(index),
  }))
}

async function expectSamePages(archive: Archive, filter: SearchFilter): Promise<void> {
  const all = await archive.search(filter, { ...everything, limit: 2 * many })
  expect(all.rows.length).toBe(all.total)
  for (const offset of [0, 5, 40]) {
    const page = await archive.search(filter, { offset, limit: 5 })
    expect(ids(page)).toEqual(ids(all).slice(offset, offset + 5))
    expect(page.total).toBe(all.total)
  }
}
