import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import { entry } from '../entries.ts'
import { everything, fresh, ids, operator } from '../fresh.ts'

const follow = { id: 'f', owner: '1', channel: '11', createdBy: '77', createdAt: 0 }
const deliveries = [{ channel: '11', follows: ['f'] }]

/** What is deleted for its age. */
export function describeRetention(open: () => Promise<Archive>): void {
  it('deletes the oldest first, so many at once, with all that they were found by', async () => {
    const text = 'The ferry is late. “We sail on Friday,” said Ada Quell.'
    const said = [{ words: '“We sail on Friday,”', by: 'Ada Quell' }]
    const archive = await fresh(
      open,
      { id: 'new', publishedAt: 4000, text, said },
      { id: 'old', publishedAt: 1000, text, said },
      { id: 'older', publishedAt: 500, text, said },
    )
    expect(await archive.deleteOlder(4000, 1)).toBe(1)
    expect(ids(await archive.newest({ viewer: operator }, everything))).toEqual(['new', 'old'])
    expect(await archive.deleteOlder(4000, 5)).toBe(1)
    expect(await archive.deleteOlder(4000, 5)).toBe(0)
    const about = { all: [[['ferry']]], none: [] }
    expect(ids(await archive.search({ viewer: operator, about }, everything))).toEqual(['new'])
    expect((await archive.statements({ viewer: operator, speaker: 'quell' }, everything)).total).toBe(1)
    expect(await archive.size(operator)).toEqual({ articles: 1, statements: 1, newestAt: 4000 })
  })

  it('keeps an old article that came lately', async () => {
    const archive = await fresh(open, { id: 'late', publishedAt: 1000, at: 9000 })
    expect(await archive.deleteOlder(5000, 5)).toBe(0)
    expect(await archive.deleteOlder(9500, 5)).toBe(1)
  })

  it('waits for what is still to be posted, and takes what was posted along', async () => {
    const archive = await fresh(open)
    await archive.addFollow(follow)
    await archive.keep(entry({ id: 'a', publishedAt: 1000, deliveries }))
    expect(await archive.deleteOlder(5000, 5)).toBe(0)
    const [posting] = await archive.claimDeliveries({ now: 2000, leaseUntil: 3000, limit: 1 })
    await archive.settleDelivery(posting?.id ?? 0, 'message')
    expect(await archive.deleteOlder(5000, 5)).toBe(1)
    expect(await archive.deliveriesOf('a')).toEqual([])
  })

  it('deletes what was withdrawn, too', async () => {
    const archive = await fresh(open, { id: 'gone', publishedAt: 1000 })
    await archive.withdraw('ingest', 2000)
    expect(await archive.deleteOlder(5000, 5)).toBe(1)
  })
}
