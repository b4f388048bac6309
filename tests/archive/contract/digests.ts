import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { NewDelivery, Plan } from '../../../src/archive/entry.ts'
import { entry, type Written } from '../entries.ts'
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

  describeEditedDigests(open)
}

/** Articles a and b go out as one digest into channel 11. */
function describeEditedDigests(open: () => Promise<Archive>): void {
  const minute = 60_000
  const written = (id: string, at: number, more: Partial<Written> = {}) =>
    entry({ id, origin: { key: id }, deliveries: [to('11', 'f', digest(500))], at, ...more })
  const claimed = async () => {
    const archive = await fresh(open)
    await archive.addFollow(followOf('f'))
    await archive.keepAll([written('a', 10), written('b', 20)])
    const [posting] = await archive.claimDeliveries({ now: 500, leaseUntil: 550, limit: 10 })
    const id = posting?.id ?? 0
    await archive.markSending({ id }, { at: 500 })
    return { archive, id, arrive: () => archive.settleDelivery(id, 'm') }
  }
  const posted = async () => {
    const { archive, id, arrive } = await claimed()
    await arrive()
    return { archive, id }
  }
  const claimEdits = (archive: Archive, now: number) =>
    archive.claimEdits({ now, leaseUntil: now + 10, limit: 10 })
  const edits = async (archive: Archive, now: number) => {
    const due = await claimEdits(archive, now)
    for (const edit of due) await archive.settleEdit(edit, now)
    return due.map(({ posting, messageId }) => [
      posting.id,
      messageId,
      posting.digest?.map(({ articleId }) => articleId),
    ])
  }

  it('edits a digest when an article in it is corrected, withdrawn or returns, once for all that came by then', async () => {
    const { archive, id } = await posted()
    const whole = [id, 'm', ['a', 'b']]
    expect(await edits(archive, minute)).toEqual([])
    await archive.keep(written('b', 600, { title: 'Corrected' }))
    expect(await edits(archive, 600)).toEqual([whole])
    await archive.withdraw('b', 700)
    await archive.withdraw('a', 701)
    expect(await edits(archive, 600 + minute - 1)).toEqual([])
    expect(await edits(archive, 600 + minute)).toEqual([whole])
    await archive.keep(written('b', 600 + 2 * minute, { title: 'Corrected' }))
    expect(await edits(archive, 600 + 2 * minute)).toEqual([whole])
    expect(await edits(archive, 9 * minute)).toEqual([])
    expect(await archive.claimDeliveries({ now: 9 * minute, leaseUntil: 9 * minute, limit: 10 })).toEqual([])
  })

  it('keeps articles that are too old until the digest that tells them is edited', async () => {
    const { archive, id } = await posted()
    await archive.withdraw('b', 600)
    expect(await archive.deleteOlder(9 * minute, 10)).toBe(0)
    expect(await edits(archive, 600)).toEqual([[id, 'm', ['a', 'b']]])
    expect(await archive.deleteOlder(9 * minute, 10)).toBe(2)
    expect(await edits(archive, 9 * minute)).toEqual([])
  })

  it('never has two edits of one digest under way', async () => {
    const { archive } = await posted()
    await archive.withdraw('b', 600)
    const [edit] = await claimEdits(archive, 600)
    await archive.withdraw('a', 601)
    expect(await claimEdits(archive, 605)).toEqual([])
    if (edit !== undefined) await archive.settleEdit(edit, 606)
    expect(await edits(archive, 606 + minute)).toHaveLength(1)
  })

  it('edits a digest that was under way when articles in it were withdrawn', async () => {
    const { archive, id, arrive } = await claimed()
    await archive.withdraw('a', 501)
    await archive.withdraw('b', 502)
    await arrive()
    expect(await edits(archive, 600)).toEqual([[id, 'm', ['a', 'b']]])
    await archive.keep(written('a', 700))
    expect(await edits(archive, 600 + minute)).toEqual([[id, 'm', ['a', 'b']]])
  })

  it('takes what was withdrawn under way for not posted where the digest certainly was not', async () => {
    const { archive, id } = await claimed()
    await archive.withdraw('a', 501)
    await archive.putOffDelivery(id, 600, 'was not posted')
    await archive.claimDeliveries({ now: 600, leaseUntil: 650, limit: 10 })
    await archive.markSending({ id }, { at: 600 })
    await archive.settleDelivery(id, 'm')
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'dropped' }])
    expect(await edits(archive, 9 * minute)).toEqual([])
    await archive.keep(written('b', 10 * minute, { title: 'Corrected' }))
    expect(await edits(archive, 10 * minute)).toEqual([[id, 'm', ['b']]])
  })

  it('edits a digest twenty times, and for withdrawals also after that', async () => {
    const { archive } = await posted()
    let now = minute
    for (let times = 0; times < 25; times += 1, now += minute) {
      await archive.keep(written('a', now, { title: `Title ${times}` }))
      expect(await edits(archive, now)).toHaveLength(times < 20 ? 1 : 0)
    }
    await archive.withdraw('b', now)
    expect(await edits(archive, now)).toHaveLength(1)
  })

  it('leaves a digest alone when a story in it grows, unless it is one article’s alone', async () => {
    const story = { wording: [], terms: [['quake', 1] as const], particulars: [], keys: [1, 2, 3, 4, 5] }
    for (const others of [0, 1]) {
      const archive = await fresh(open)
      await archive.addFollow(followOf('f'))
      await archive.keepAll([written('a', 10, { story }), ...(others === 0 ? [] : [written('b', 20)])])
      const [posting] = await archive.claimDeliveries({ now: 500, leaseUntil: 550, limit: 10 })
      await archive.settleDelivery(posting?.id ?? 0, 'm')
      await archive.keep(written('c', 600, { story }))
      expect(await edits(archive, 600)).toHaveLength(1 - others)
    }
  })

  it('edits no digest for articles that went with a feed which was given up', async () => {
    const { archive } = await posted()
    await archive.addFeed({ id: 'x', url: 'https://example.org/x' }, {}, 1)
    const item = { keys: ['1'], hash: 'h' }
    await archive.keep({ ...written('b', 600), origin: { feed: 'x', item } })
    await archive.withdraw('b', 601)
    expect(await edits(archive, 9 * minute)).toEqual([])
    await archive.removeFeed('x', {}, 602)
    expect(await edits(archive, 9 * minute)).toEqual([])
    expect(await archive.withdrawnArticle('b')).toBeUndefined()
    await archive.withdraw('a', 603)
    expect(await archive.withdrawnArticle('a')).toMatchObject({ withdrawnAt: 603 })
  })
}
