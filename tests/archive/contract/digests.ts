import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { NewDelivery, Plan } from '../../../src/archive/entry.ts'
import { entry } from '../entries.ts'
import { fresh } from '../fresh.ts'
import { followOf } from './follows.ts'

const to = (channel: string, follow: string, plan?: Plan): NewDelivery => ({
  channel,
  follows: [follow],
  ...(plan !== undefined && { plan }),
})
const digest = (at: number): Plan => ({ at, isDigest: true })

/** Posts planned for later, alone and together. Follows f and g post into channel 11, h into 12. */
export function describeDigests(open: () => Promise<Archive>): void {
  const outbox = async () => {
    const archive = await fresh(open)
    for (const id of ['f', 'g']) await archive.addFollow(followOf(id))
    await archive.addFollow(followOf('h', { channel: '12' }))
    return archive
  }
  const keep = (archive: Archive, id: string, at: number, ...deliveries: readonly NewDelivery[]) =>
    archive.keep(entry({ id, deliveries, at }))
  const claim = (archive: Archive, now: number) =>
    archive.claimDeliveries({ now, leaseUntil: now + 50, limit: 10 })
  const articles = (posting: { digest?: readonly { articleId: string }[] } | undefined) =>
    posting?.digest?.map(({ articleId }) => articleId)

  it('gives what is planned for one moment and channel as one posting, in order', async () => {
    const archive = await outbox()
    await keep(archive, 'a', 10, to('11', 'f', digest(500)))
    await keep(archive, 'b', 20, to('11', 'g', digest(500)), to('12', 'h', digest(500)))
    expect(await claim(archive, 499)).toEqual([])
    expect(await archive.nextDueAt()).toBe(500)
    const claimed = await claim(archive, 500)
    expect(claimed.map(articles)).toEqual([['a', 'b'], ['b']])
    expect(claimed).toMatchObject([
      { channel: '11', plannedAt: 500, isDigest: true, state: 'pending' },
      { channel: '12' },
    ])
  })

  it('brings all of a posting to each further state', async () => {
    const archive = await outbox()
    await keep(archive, 'a', 10, to('11', 'f', digest(500)))
    await keep(archive, 'b', 20, to('11', 'f', digest(500)))
    const states = async () =>
      [...(await archive.deliveriesOf('a')), ...(await archive.deliveriesOf('b'))].map(({ state }) => state)
    const [posting] = await claim(archive, 500)
    const id = posting?.id ?? 0
    expect(await archive.markSending({ id }, { at: 501, isPublished: true })).toBe(true)
    expect(await states()).toEqual(['sending', 'sending'])
    await archive.doubtDelivery(id, 510, 'cut')
    expect((await claim(archive, 510)).map(articles)).toEqual([['a', 'b']])
    await archive.putOffDelivery(id, 520, 'busy')
    expect(await states()).toEqual(['pending', 'pending'])
    expect((await claim(archive, 520)).map((again) => again.id)).toEqual([id])
    await archive.settleDelivery(id, 'm')
    expect(await states()).toEqual(['sent', 'sent'])
    expect(
      (await archive.deliveriesOfPosting(id)).map(({ articleId, messageId }) => [articleId, messageId]),
    ).toEqual([
      ['a', 'm'],
      ['b', 'm'],
    ])
  })

  it('lets what comes before a digest go first, and what is planned later wait for nothing', async () => {
    const archive = await outbox()
    await keep(archive, 'a', 10, to('11', 'f', digest(500)))
    await keep(archive, 'b', 400, to('11', 'f'))
    await keep(archive, 'c', 500, to('11', 'f'))
    const order: (string | readonly string[])[] = []
    for (const now of [400, 450, 500, 501, 502]) {
      for (const posting of await claim(archive, now)) {
        order.push(articles(posting) ?? posting.articleId)
        await archive.settleDelivery(posting.id, 'm')
      }
    }
    expect(order).toEqual(['b', ['a'], 'c'])
  })

  it('makes another digest of what is planned for its moment after it was claimed', async () => {
    const archive = await outbox()
    await keep(archive, 'a', 10, to('11', 'f', digest(500)))
    const [first] = await claim(archive, 500)
    await keep(archive, 'b', 499, to('11', 'f', digest(500)))
    await archive.settleDelivery(first?.id ?? 0, 'm')
    expect((await claim(archive, 510)).map(articles)).toEqual([['b']])
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'sent' }])
  })

  it('makes one delivery of several plans for one channel: the earliest, rather by itself', async () => {
    const archive = await outbox()
    await keep(archive, 'a', 10, to('11', 'f', digest(500)), to('11', 'g', digest(400)))
    await keep(archive, 'b', 20, to('11', 'f', digest(500)), to('11', 'g'))
    expect(await archive.deliveriesOf('a')).toMatchObject([
      { plannedAt: 400, isDigest: true, follows: ['f', 'g'] },
    ])
    expect(await archive.deliveriesOf('b')).toMatchObject([
      { plannedAt: 20, isDigest: false, follows: ['f', 'g'] },
    ])
  })

  it('puts what is more than the day’s most into a digest', async () => {
    const archive = await outbox()
    const plan = { isDigest: false, limit: { most: 2, since: 100, digestAt: 900 } }
    await keep(archive, 'before', 90, to('11', 'f', plan))
    for (const [id, at] of [
      ['a', 110],
      ['b', 120],
      ['c', 130],
    ] as const)
      await keep(archive, id, at, to('11', 'f', plan))
    await keep(archive, 'd', 140, to('11', 'g', plan))
    const planned = async (id: string) =>
      (await archive.deliveriesOf(id)).map(({ isDigest, plannedAt }) => [isDigest, plannedAt])
    expect(await planned('b')).toEqual([[false, 120]])
    expect(await planned('c')).toEqual([[true, 900]])
    expect(await planned('d')).toEqual([[false, 140]])
  })

  it('leaves out of a digest what was withdrawn before it went, and posts it when it returns', async () => {
    const archive = await outbox()
    const origin = (key: string) => ({ key })
    const kept = (id: string, at: number) =>
      archive.keep(entry({ id, origin: origin(id), deliveries: [to('11', 'f', digest(500))], at }))
    await kept('a', 10)
    await kept('b', 20)
    const [first] = await claim(archive, 500)
    await archive.withdraw('a', 505)
    expect((await claim(archive, 550)).map(articles)).toEqual([['b']])
    await archive.markSending({ id: first?.id ?? 0 }, { at: 551 })
    await archive.settleDelivery(first?.id ?? 0, 'm')
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'dropped' }])
    await kept('a', 600)
    const [again] = await claim(archive, 600)
    expect(articles(again)).toEqual(['a'])
    expect(again?.id).not.toBe(first?.id)
  })
}
