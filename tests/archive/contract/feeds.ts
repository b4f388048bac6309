import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { FeedOrigin } from '../../../src/archive/entry.ts'
import { entry, type Written } from '../entries.ts'
import { everything, fresh, ids, operator, person, server } from '../fresh.ts'
import { followOf } from './follows.ts'

const feed = { id: 'f1', url: 'https://gazette.test/feed' }
const everybody = {}
const of = (id: string) => ({ server: id })

const from = (key: string, id = feed.id): FeedOrigin => ({
  feed: id,
  item: { keys: [`guid:${key}`, `link:${key}`], hash: `hash of ${key}` },
})

/** Feeds, who owns them, and what is known of their entries. */
export function describeFeeds(open: () => Promise<Archive>): void {
  const keep = (archive: Archive, written: Written, origin: FeedOrigin) =>
    archive.keep({ ...entry(written), origin })

  it('reads a feed once for all who added it', async () => {
    const archive = await fresh(open)
    expect(await archive.addFeed(feed, everybody, 5)).toBe(true)
    expect(await archive.addFeed(feed, of('1'), 6)).toBe(true)
    expect(await archive.addFeed(feed, of('1'), 7)).toBe(false)
    expect(await archive.feeds()).toEqual([{ ...feed, nextReadAt: 5, failures: 0, loaded: false }])
    expect(await archive.feeds(of('1'))).toHaveLength(1)
    expect(await archive.feeds(of('2'))).toEqual([])
    expect(await archive.feed('f1', of('2'))).toBeUndefined()
    expect(await archive.feed('f1', of('1'))).toMatchObject({ id: 'f1' })
    expect(await archive.feed('f1')).toMatchObject({ id: 'f1' })
  })

  it('tells who has a feed: everybody first, then servers as they came', async () => {
    const archive = await fresh(open)
    await archive.addFeed(feed, of('2'), 5)
    await archive.addFeed(feed, of('1'), 6)
    await archive.addFeed(feed, everybody, 7)
    expect(await archive.feedOwners('f1')).toEqual([{}, of('2'), of('1')])
    await archive.removeFeed('f1', of('2'), 8)
    expect(await archive.feedOwners('f1')).toEqual([{}, of('1')])
    expect(await archive.feedOwners('unknown')).toEqual([])
  })

  it('lists feeds by their titles, and by address where they have none', async () => {
    const archive = await fresh(open)
    await archive.addFeed({ id: 'b', url: 'https://m.test/', title: 'zebra' }, everybody, 1)
    await archive.addFeed({ id: 'a', url: 'https://a.test/', title: 'Apple' }, everybody, 1)
    await archive.addFeed({ id: 'c', url: 'https://n.test/' }, everybody, 1)
    expect((await archive.feeds(everybody)).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  })

  it('gives the feeds that are due, longest due first, and never a disabled one', async () => {
    const archive = await fresh(open)
    for (const [id, at] of [
      ['a', 30],
      ['b', 10],
      ['c', 20],
    ] as const)
      await archive.addFeed({ id, url: `https://${id}.test/` }, everybody, at)
    expect((await archive.dueFeeds(20, 9)).map(({ id }) => id)).toEqual(['b', 'c'])
    expect((await archive.dueFeeds(20, 1)).map(({ id }) => id)).toEqual(['b'])
    await archive.changeFeed('b', { disabled: 'gone', failures: 9, failingSince: 3 })
    expect((await archive.dueFeeds(99, 9)).map(({ id }) => id)).toEqual(['c', 'a'])
    expect(await archive.nextFeedAt()).toBe(20)
    expect(await archive.addFeed({ id: 'b', url: 'https://b.test/' }, of('1'), 15)).toBe(true)
    expect(await archive.feed('b')).toEqual({
      id: 'b',
      url: 'https://b.test/',
      nextReadAt: 15,
      failures: 0,
      loaded: false,
    })
  })

  it('has a feed due that was read later than it is now', async () => {
    const archive = await fresh(open)
    await archive.addFeed(feed, everybody, 5)
    await archive.changeFeed(feed.id, { readAt: 1000, nextReadAt: 2000 })
    expect(await archive.dueFeeds(1000, 9)).toEqual([])
    expect((await archive.dueFeeds(400, 9)).map(({ id }) => id)).toEqual([feed.id])
  })

  it('has nothing due while there is nothing to read', async () => {
    const archive = await fresh(open)
    expect(await archive.nextFeedAt()).toBeUndefined()
    expect(await archive.dueFeeds(9, 9)).toEqual([])
  })

  it('writes what reading has changed and leaves the rest', async () => {
    const archive = await fresh(open)
    await archive.addFeed(feed, everybody, 5)
    await archive.changeFeed('f1', {
      etag: '"1"',
      lastModified: 'then',
      title: 'Gazette',
      failures: 2,
      error: 'lost',
      heldUntil: 8,
      wishes: { ttlMs: 5, skipHours: [0, 23], skipDays: [6] },
    })
    expect(await archive.feed('f1')).toMatchObject({ heldUntil: 8 })
    await archive.changeFeed('f1', {
      etag: null,
      failures: 0,
      error: null,
      heldUntil: null,
      readAt: 9,
      nextReadAt: 20,
      loaded: true,
    })
    expect(await archive.feed('f1')).toEqual({
      ...feed,
      title: 'Gazette',
      lastModified: 'then',
      wishes: { ttlMs: 5, skipHours: [0, 23], skipDays: [6] },
      failures: 0,
      readAt: 9,
      nextReadAt: 20,
      loaded: true,
    })
    await archive.changeFeed('unknown', { title: 'x' })
    expect(await archive.feeds()).toHaveLength(1)
  })

  it("shows a feed's articles to its owners alone, and to those that join or leave later", async () => {
    const archive = await fresh(open)
    await archive.addFeed(feed, of('1'), 5)
    await keep(archive, { id: 'a' }, from('a'))
    const seenBy = async () => ({
      one: ids(await archive.newest({ viewer: server('1') }, everything)),
      two: ids(await archive.newest({ viewer: server('2') }, everything)),
      person: ids(await archive.newest({ viewer: person }, everything)),
    })
    expect(await seenBy()).toEqual({ one: ['a'], two: [], person: [] })
    await archive.addFeed(feed, of('2'), 6)
    expect(await seenBy()).toEqual({ one: ['a'], two: ['a'], person: [] })
    await archive.addFeed(feed, everybody, 7)
    expect(await seenBy()).toEqual({ one: ['a'], two: ['a'], person: ['a'] })
    expect(await archive.removeFeed('f1', everybody, 8)).toBe(true)
    expect(await archive.removeFeed('f1', of('1'), 9)).toBe(true)
    expect(await archive.removeFeed('f1', of('1'), 9)).toBe(false)
    expect(await seenBy()).toEqual({ one: [], two: ['a'], person: [] })
    expect(await archive.size(server('2'))).toMatchObject({ articles: 1 })
    expect(await archive.size(server('1'))).toMatchObject({ articles: 0 })
  })

  it('tells who sees an article', async () => {
    const archive = await fresh(open, { id: 'b' })
    await archive.addFeed(feed, of('2'), 5)
    await archive.addFeed(feed, of('1'), 6)
    await keep(archive, { id: 'a' }, from('a'))
    expect(await archive.audienceOf('a')).toEqual([of('1'), of('2')])
    expect(await archive.audienceOf('b')).toEqual([everybody])
    await archive.addFeed(feed, everybody, 7)
    expect(await archive.audienceOf('a')).toEqual([everybody])
    expect(await archive.audienceOf('unknown')).toEqual([])
    for (const owner of [everybody, of('1'), of('2')]) await archive.removeFeed('f1', owner, 8)
    expect(await archive.audienceOf('a')).toEqual([])
  })

  it('forgets a feed with its last owner, and withdraws what came through nothing else', async () => {
    const archive = await fresh(open, { id: 'b' })
    await archive.addFeed(feed, of('1'), 5)
    await keep(archive, { id: 'a' }, from('a'))
    await keep(archive, { id: 'b' }, from('b'))
    await archive.removeFeed('f1', of('1'), 9)
    expect(await archive.feeds()).toEqual([])
    expect(await archive.feedItems('f1', ['guid:a'])).toEqual(new Map())
    expect(ids(await archive.newest({ viewer: operator }, everything))).toEqual(['b'])
  })

  it('knows an entry again by any of its keys', async () => {
    const archive = await fresh(open)
    await archive.addFeed(feed, everybody, 5)
    await keep(archive, { id: 'a' }, from('a'))
    await archive.recordItems('f1', [{ keys: ['guid:old'], hash: 'h' }], 6)
    await archive.addFeed({ id: 'f2', url: 'https://other.test/' }, everybody, 5)
    expect(await archive.feedItems('f1', ['guid:a', 'link:a', 'guid:b', 'guid:old'])).toEqual(
      new Map([
        ['guid:a', { hash: 'hash of a', articleId: 'a' }],
        ['link:a', { hash: 'hash of a', articleId: 'a' }],
        ['guid:old', { hash: 'h' }],
      ]),
    )
    expect(await archive.feedItems('f2', ['guid:a'])).toEqual(new Map())
  })

  it('forgets entries that a feed has not shown for long', async () => {
    const archive = await fresh(open)
    await archive.addFeed(feed, everybody, 5)
    await archive.recordItems('f1', [{ keys: ['a', 'b'], hash: 'h' }], 10)
    await archive.recordItems('f1', [{ keys: ['b', 'c'], hash: 'h' }], 20)
    expect(await archive.forgetItems('f1', 20)).toBe(1)
    expect([...(await archive.feedItems('f1', ['a', 'b', 'c'])).keys()]).toEqual(['b', 'c'])
  })

  it('remembers nothing of a feed that was removed meanwhile', async () => {
    const archive = await fresh(open)
    await archive.recordItems('gone', [{ keys: ['a'], hash: 'h' }], 10)
    expect(await archive.feedItems('gone', ['a'])).toEqual(new Map())
    expect(await keep(archive, { id: 'a' }, from('a', 'gone'))).toBe('unchanged')
    expect((await archive.newest({ viewer: operator }, everything)).total).toBe(0)
  })

  it("posts an article in a server when it first becomes that server's, and never again", async () => {
    const archive = await fresh(open)
    await archive.addFollow(followOf('one', { owner: '1', channel: '11' }))
    await archive.addFollow(followOf('two', { owner: '2', channel: '22' }))
    const deliveries = [
      { channel: '11', follows: ['one'] },
      { channel: '22', follows: ['two'] },
    ]
    await archive.addFeed(feed, of('1'), 5)
    await archive.addFeed({ id: 'f2', url: 'https://other.test/' }, everybody, 5)
    await keep(archive, { id: 'a', deliveries }, from('a'))
    expect(await archive.deliveriesOf('a')).toMatchObject([{ channel: '11' }])
    await keep(archive, { id: 'a', deliveries }, from('a', 'f2'))
    expect(await archive.deliveriesOf('a')).toMatchObject([{ channel: '11' }, { channel: '22' }])
    await keep(archive, { id: 'a', deliveries, title: 'Changed' }, from('a'))
    expect(await archive.deliveriesOf('a')).toHaveLength(2)
  })
}
