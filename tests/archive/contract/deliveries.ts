import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { Delivery } from '../../../src/archive/deliveries.ts'
import type { NewDelivery } from '../../../src/archive/entry.ts'
import { entry } from '../entries.ts'
import { fresh } from '../fresh.ts'
import { followOf } from './follows.ts'

const to = (channel: string, ...follows: string[]): NewDelivery => ({ channel, follows })

/** The outbox. Follows f and g post into channel 11, h into 12. */
export function describeDeliveries(open: () => Promise<Archive>): void {
  const outbox = async (...articles: readonly (readonly [id: string, ...deliveries: NewDelivery[]])[]) => {
    const archive = await fresh(open)
    for (const id of ['f', 'g']) await archive.addFollow(followOf(id))
    await archive.addFollow(followOf('h', { channel: '12' }))
    for (const [id, ...deliveries] of articles) await archive.keep(entry({ id, deliveries, at: 100 }))
    return archive
  }
  const claim = (archive: Archive, now: number, limit = 10) =>
    archive.claimDeliveries({ now, leaseUntil: now + 50, limit })
  const claimOne = async (archive: Archive, now: number): Promise<Delivery> => {
    const [one] = await claim(archive, now, 1)
    if (!one) throw new Error(`Expected a delivery to claim at ${now}`)
    return one
  }

  it('keeps a posting for its claimer for as long as the lease is lengthened', async () => {
    const archive = await outbox(['a', to('11', 'f')])
    const { id } = await claimOne(archive, 100)
    await archive.renewDeliveries([id], 400)
    expect(await claim(archive, 300)).toEqual([])
    await archive.settleDelivery(id, 'm')
    await archive.renewDeliveries([id], 900)
    expect(await archive.nextDueAt()).toBeUndefined()
  })

  it('makes the deliveries of a new article, due at once, one for each channel', async () => {
    const archive = await outbox(['a', to('11', 'f'), to('12', 'h'), to('11', 'g', 'f')])
    const [first, second, ...others] = await archive.deliveriesOf('a')
    expect(first).toEqual({
      id: first?.id,
      articleId: 'a',
      channel: '11',
      follows: ['f', 'g'],
      state: 'pending',
      attempts: 0,
      plannedAt: 100,
      isDigest: false,
      dueAt: 100,
    })
    expect(second).toMatchObject({ channel: '12', follows: ['h'], state: 'pending' })
    expect(others).toEqual([])
  })

  it('leaves out follows that are gone or paused', async () => {
    const archive = await outbox()
    await archive.pauseChannel('12', 'no access')
    await archive.keep(
      entry({ id: 'a', deliveries: [to('11', 'gone', 'g'), to('12', 'h'), to('13', 'gone')] }),
    )
    expect(await archive.deliveriesOf('a')).toMatchObject([{ channel: '11', follows: ['g'] }])
  })

  it('delivers nothing for an article that was there before, changed, or came back', async () => {
    const archive = await outbox(['a'])
    await archive.keep(entry({ id: 'a', title: 'Changed', deliveries: [to('11', 'f')] }))
    await archive.withdraw('ingest', 200)
    await archive.keep(entry({ id: 'a', deliveries: [to('11', 'f')] }))
    expect(await archive.deliveriesOf('a')).toEqual([])
    expect(await archive.nextDueAt()).toBeUndefined()
  })

  it('drops the unsent deliveries of a withdrawn article, and takes them up again when it returns', async () => {
    const archive = await outbox(['a', to('11', 'f'), to('12', 'h')])
    const sent = await claimOne(archive, 100)
    await archive.settleDelivery(sent.id, 'm1')
    await archive.withdraw('ingest', 200)
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'sent' }, { state: 'dropped' }])
    expect(await claim(archive, 250)).toEqual([])
    await archive.keep(entry({ id: 'a', at: 300 }))
    expect(await archive.deliveriesOf('a')).toMatchObject([
      { state: 'sent', messageId: 'm1' },
      { state: 'pending', dueAt: 300 },
    ])
    expect(await claim(archive, 300)).toMatchObject([{ channel: '12' }])
  })

  it('remembers of a withdrawn article that returns that it may have been posted', async () => {
    const archive = await outbox(['a', to('11', 'f')])
    const { id } = await claimOne(archive, 100)
    await archive.markSending({ id }, { at: 110 })
    await archive.withdraw('ingest', 200)
    await archive.keep(entry({ id: 'a', at: 300 }))
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'sending', sendingAt: 110 }])
  })

  it('claims the oldest of each channel, and that alone until it is settled', async () => {
    const archive = await outbox(['a', to('11', 'f'), to('12', 'h')], ['b', to('11', 'f')])
    const claimed = await claim(archive, 100)
    expect(claimed.map(({ articleId, channel }) => [articleId, channel])).toEqual([
      ['a', '11'],
      ['a', '12'],
    ])
    expect(await claim(archive, 100)).toEqual([])
    await archive.settleDelivery(claimed[0]?.id ?? 0, 'm1')
    expect(await claim(archive, 100)).toMatchObject([{ articleId: 'b', channel: '11' }])
  })

  it('claims no more than it is asked for', async () => {
    const archive = await outbox(['a', to('11', 'f'), to('12', 'h')])
    expect(await claim(archive, 100, 1)).toMatchObject([{ channel: '11' }])
    expect(await claim(archive, 100, 1)).toMatchObject([{ channel: '12' }])
  })

  it('claims nothing before it is due', async () => {
    const archive = await outbox(['a', to('11', 'f')])
    expect(await claim(archive, 99)).toEqual([])
    expect(await archive.nextDueAt()).toBe(100)
  })

  it('lets anybody claim when the lease has run out', async () => {
    const archive = await outbox(['a', to('11', 'f')])
    await claim(archive, 100)
    expect(await archive.nextDueAt()).toBe(150)
    expect(await claim(archive, 149)).toEqual([])
    expect(await claim(archive, 150)).toMatchObject([{ articleId: 'a' }])
  })

  it('remembers when sending began, also over a lost lease', async () => {
    const archive = await outbox(['a', to('11', 'f')])
    const { id } = await claimOne(archive, 100)
    expect(await archive.markSending({ id }, { at: 101 })).toBe(true)
    expect(await claim(archive, 150)).toMatchObject([{ id, state: 'sending', sendingAt: 101, attempts: 0 }])
    expect(await archive.markSending({ id, sendingAt: 101 }, { at: 151 })).toBe(true)
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'sending', sendingAt: 101 }])
  })

  it('is not sent by a claimer whose lease another has taken over, whatever that one came to', async () => {
    const archive = await outbox(['a', to('11', 'f')])
    const late = await claimOne(archive, 100)
    const next = await claimOne(archive, 150)
    expect(await archive.markSending(next, { at: 151 })).toBe(true)
    expect(await archive.markSending(late, { at: 152 })).toBe(false)
    const last = await claimOne(archive, 201)
    expect(last).toMatchObject({ sendingAt: 151 })
    await archive.putOffDelivery(last.id, 210, 'was not posted')
    expect(await archive.markSending(next, { at: 212 })).toBe(true)
    expect(await archive.markSending(last, { at: 213 })).toBe(false)
  })

  it('is to be published from before it is posted until that has come about', async () => {
    const archive = await outbox(['a', to('11', 'f')], ['b', to('12', 'h')])
    const publications = (now: number) => archive.claimPublications({ now, leaseUntil: now + 50, limit: 10 })
    const [posting, other] = await claim(archive, 100)
    if (posting === undefined || other === undefined) throw new Error('Expected two postings')
    await archive.markSending(posting, { at: 101, isPublished: true })
    await archive.markSending(other, { at: 101 })
    expect(await publications(200)).toEqual([])
    await archive.settleDelivery(posting.id, 'm1')
    await archive.settleDelivery(other.id, 'm2')
    expect(await publications(200)).toMatchObject([
      { messageId: 'm1', tries: 1, delivery: { articleId: 'a' } },
    ])
    expect(await publications(249)).toEqual([])
    await archive.renewDeliveries([posting.id], 300)
    expect(await publications(299)).toEqual([])
    await archive.putOffPublication(posting.id, 400)
    expect(await publications(399)).toEqual([])
    expect(await publications(400)).toMatchObject([{ messageId: 'm1', tries: 2 }])
    await archive.postponePublication(posting.id, 500)
    expect(await publications(499)).toEqual([])
    expect(await publications(500)).toMatchObject([{ messageId: 'm1', tries: 2 }])
    await archive.settlePublication(posting.id)
    await archive.settleDelivery(posting.id, 'm1')
    expect(await publications(9_000)).toEqual([])
  })

  it('is published no more after twenty tries', async () => {
    const archive = await outbox(['a', to('11', 'f')])
    const posting = await claimOne(archive, 100)
    await archive.markSending(posting, { at: 100, isPublished: true })
    await archive.settleDelivery(posting.id, 'm1')
    let tries = 0
    for (let now = 200; tries < 50; now += 100) {
      const [one] = await archive.claimPublications({ now, leaseUntil: now + 50, limit: 10 })
      if (one === undefined) break
      tries = one.tries
      await archive.putOffPublication(posting.id, now + 100)
    }
    expect(tries).toBe(20)
  })

  it('is settled with the id of the message, for good', async () => {
    const archive = await outbox(['a', to('11', 'f')])
    const { id } = await claimOne(archive, 100)
    await archive.putOffDelivery(id, 100, 'busy')
    await archive.settleDelivery(id, 'm1')
    await archive.putOffDelivery(id, 100, 'late')
    await archive.doubtDelivery(id, 100, 'late')
    await archive.endDelivery(id, 'dropped', 'late')
    expect(await archive.markSending({ id }, { at: 200 })).toBe(false)
    expect(await archive.deliveriesOf('a')).toEqual([
      {
        id,
        articleId: 'a',
        channel: '11',
        follows: ['f'],
        state: 'sent',
        attempts: 1,
        plannedAt: 100,
        isDigest: false,
        dueAt: 100,
        messageId: 'm1',
      },
    ])
    expect(await archive.nextDueAt()).toBeUndefined()
  })

  it('is tried again later when it was put off, before what came after it', async () => {
    const archive = await outbox(['a', to('11', 'f')], ['b', to('11', 'f')])
    const { id } = await claimOne(archive, 100)
    await archive.markSending({ id }, { at: 101 })
    await archive.putOffDelivery(id, 120, '503 from Discord')
    const [delivery] = await archive.deliveriesOf('a')
    expect(delivery).toMatchObject({ state: 'pending', attempts: 1, dueAt: 120, error: '503 from Discord' })
    expect(delivery).not.toHaveProperty('sendingAt')
    expect(await archive.nextDueAt()).toBe(120)
    expect(await claim(archive, 119)).toEqual([])
    expect(await claim(archive, 120)).toMatchObject([{ id }])
  })

  it('stays in doubt with the time its sending began', async () => {
    const archive = await outbox(['a', to('11', 'f')])
    const { id } = await claimOne(archive, 100)
    await archive.markSending({ id }, { at: 101 })
    await archive.doubtDelivery(id, 130, 'socket closed')
    expect(await archive.deliveriesOf('a')).toMatchObject([
      { state: 'sending', sendingAt: 101, dueAt: 130, attempts: 0, error: 'socket closed' },
    ])
    expect(await claim(archive, 129)).toEqual([])
    expect(await claim(archive, 130)).toMatchObject([{ id, state: 'sending' }])
  })

  it.each(['held', 'dropped'] as const)('is out of the queue once it is %s', async (state) => {
    const archive = await outbox(['a', to('11', 'f')], ['b', to('11', 'f')])
    const { id } = await claimOne(archive, 100)
    await archive.endDelivery(id, state, 'cannot look')
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state, error: 'cannot look' }])
    expect(await claim(archive, 100)).toMatchObject([{ articleId: 'b' }])
  })

  it('says that a delivery dropped since its claim must not be sent, but records it if it was', async () => {
    const archive = await outbox(['a', to('11', 'f')])
    const { id } = await claimOne(archive, 100)
    await archive.removeFollow('f', '1')
    expect(await archive.markSending({ id }, { at: 101 })).toBe(false)
    await archive.putOffDelivery(id, 100, 'late')
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'dropped', attempts: 0 }])
    await archive.settleDelivery(id, 'm1')
    expect(await archive.deliveriesOf('a')).toMatchObject([{ state: 'sent', messageId: 'm1' }])
  })

  it('sends each channel its articles once and in order, whatever fails', async () => {
    const outcome = fc.constantFrom('sent', 'put off', 'doubt', 'crash')
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { maxLength: 12 }), async (outcomes) => {
        const names = ['a', 'b', 'c']
        const archive = await outbox(...names.map((id) => [id, to('11', 'f'), to('12', 'h')] as const))
        const sent: string[] = []
        const left = [...outcomes]
        for (let now = 100; sent.length < 6 && now < 5_000; now += 60) {
          for (const posting of await claim(archive, now)) {
            const { id, channel, articleId } = posting
            const result = left.shift() ?? 'sent'
            await archive.markSending(posting, { at: now })
            if (result === 'put off') await archive.putOffDelivery(id, now + 70, 'busy')
            if (result === 'doubt') await archive.doubtDelivery(id, now + 10, 'cut')
            if (result === 'sent') {
              sent.push(`${channel} ${articleId}`)
              await archive.settleDelivery(id, 'm')
            }
          }
        }
        expect(sent.filter((one) => one.startsWith('11'))).toEqual(['11 a', '11 b', '11 c'])
        expect(sent.filter((one) => one.startsWith('12'))).toEqual(['12 a', '12 b', '12 c'])
      }),
      { numRuns: 25 },
    )
  })
}
