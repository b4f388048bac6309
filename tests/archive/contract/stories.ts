import { expect, it } from 'vitest'
import type { Archive } from '../../../src/archive/archive.ts'
import type { NewDelivery } from '../../../src/archive/entry.ts'
import type { Viewer } from '../../../src/archive/viewer.ts'
import type { StorySignature } from '../../../src/article.ts'
import { entry, type Written } from '../entries.ts'
import { everything, fresh, ids, operator, person, server } from '../fresh.ts'
import { followOf } from './follows.ts'

const hour = 3_600_000
const day = 24 * hour

/** The signature of a report of something that is told by one word. */
function about(event: string, wording: readonly number[] = []): StorySignature {
  return {
    wording,
    terms: [[event, 1]],
    particulars: [],
    keys: [...event].map((letter) => letter.charCodeAt(0)),
  }
}

const text = Array.from({ length: 64 }, (_, order) => order)
const ownOrigin = (id: string, of: string) => ({ key: `feed:${id}`, server: of })

function report(id: string, event: string, more: Partial<Written> = {}): Written {
  return { id, publisher: `${id} Post`, story: about(event), ...more }
}

/** The article, and who else tells its story, "=" before those that print the same text. */
async function told(archive: Archive, id: string, viewer: Viewer = operator): Promise<string> {
  const story = await archive.storyOf(id, viewer)
  const others = (story?.others ?? []).map(({ article, sameText }) => `${sameText ? '=' : ''}${article.id}`)
  expect(story?.total ?? 0).toBe(others.length)
  return [id, ...others].join(' ')
}

/** Articles about one event. */
export function describeStories(open: () => Promise<Archive>): void {
  it('joins reports of one event, the first published first, and keeps others apart', async () => {
    const archive = await fresh(
      open,
      report('a', 'quake', { publishedAt: 2 * hour }),
      report('x', 'match', { publishedAt: 3 * hour }),
      report('b', 'quake', { publishedAt: 5 * hour }),
      report('c', 'quake', { publishedAt: hour }),
    )
    expect(await told(archive, 'a')).toBe('a c b')
    expect(await told(archive, 'b')).toBe('b c a')
    expect(await told(archive, 'x')).toBe('x')
    const [first, second] = [await archive.storyOf('a', operator), await archive.storyOf('c', operator)]
    expect(first?.id).toBe(second?.id)
  })

  it('leaves alone what has no signature', async () => {
    const archive = await fresh(open, { id: 'a' }, { id: 'b' })
    expect(await archive.storyOf('a', operator)).toBeUndefined()
    expect((await archive.newestStories({ viewer: operator }, 5)).map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('keeps apart what is told days later', async () => {
    const archive = await fresh(
      open,
      report('a', 'quake', { publishedAt: 0 }),
      report('b', 'quake', { publishedAt: day }),
      report('c', 'quake', { publishedAt: 5 * day }),
    )
    expect(await told(archive, 'a')).toBe('a b')
    expect(await told(archive, 'c')).toBe('c')
  })

  it('tells copies of one text from reports', async () => {
    const archive = await fresh(
      open,
      report('agency', 'quake', { story: about('quake', text), publishedAt: 1 }),
      report('copy', 'quake', { story: about('quake', text), publishedAt: 2 }),
      report('own', 'quake', { story: about('quake', text.toReversed()), publishedAt: 3 }),
    )
    expect(await told(archive, 'agency')).toBe('agency =copy own')
    expect(await told(archive, 'own')).toBe('own agency copy')
  })

  it('names at most ten others and counts all', async () => {
    const articles = Array.from({ length: 13 }, (_, number) =>
      report(`a${number}`, 'quake', { publishedAt: number }),
    )
    const archive = await fresh(open, ...articles)
    const story = await archive.storyOf('a12', operator)
    expect(story?.others.map(({ article }) => article.id)).toEqual(articles.slice(0, 10).map(({ id }) => id))
    expect(story?.total).toBe(12)
  })

  it('takes a changed article into another story, and a withdrawn one out', async () => {
    const archive = await fresh(
      open,
      report('a', 'quake', { publishedAt: 1 }),
      report('b', 'quake', { publishedAt: 2, origin: { key: 'b' } }),
      report('c', 'match', { publishedAt: 3 }),
    )
    await archive.keep(
      entry(report('b', 'match', { publishedAt: 2, text: 'Changed.', origin: { key: 'b' } })),
    )
    expect(await told(archive, 'a')).toBe('a')
    expect(await told(archive, 'c')).toBe('c b')
    await archive.withdraw('b', 9)
    expect(await told(archive, 'c')).toBe('c')
    await archive.keep(entry(report('b', 'quake', { publishedAt: 2, origin: { key: 'b' } })))
    expect(await told(archive, 'a')).toBe('a b')
  })

  it('lists each story once, where its newest article stands, by its best', async () => {
    const full = 'It rained for hours and hours. '.repeat(20)
    const archive = await fresh(
      open,
      report('full', 'quake', { publishedAt: 1, text: full }),
      report('alone', 'match', { publishedAt: 2 }),
      report('short', 'quake', { publishedAt: 3 }),
    )
    const list = await archive.newestStories({ viewer: operator }, 5)
    expect(list.map(({ id, story }) => [id, story?.others.map(({ article }) => article.id)])).toEqual([
      ['full', ['short']],
      ['alone', undefined],
    ])
    expect(ids(await archive.newest({ viewer: operator }, everything))).toEqual(['short', 'alone', 'full'])
  })

  it('lists what fits, by the best that fits, and as much as is asked for', async () => {
    const archive = await fresh(
      open,
      report('full', 'quake', { publishedAt: 1, text: 'Rain, rain, and hours of rain.' }),
      report('wind', 'quake', { publishedAt: 2, text: 'Wind.' }),
      report('late', 'match', { publishedAt: 3, text: 'Wind again.' }),
    )
    const list = async (filter: object, limit = 5) =>
      (await archive.newestStories({ viewer: operator, ...filter }, limit)).map(({ id }) => id)
    expect(await list({ about: { all: [[['wind']]], none: [] } })).toEqual(['late', 'wind'])
    expect(await list({ publisher: 'wind post' })).toEqual(['wind'])
    expect(await list({ since: 3 })).toEqual(['late'])
    expect(await list({}, 1)).toEqual(['late'])
  })

  it('lists stories however many articles they have', async () => {
    const many = Array.from({ length: 120 }, (_, number) =>
      report(`q${number}`, 'quake', { publishedAt: 10 + number, text: 'Rain.' }),
    )
    const archive = await fresh(open, report('old', 'match', { publishedAt: 1 }), ...many)
    expect((await archive.newestStories({ viewer: operator }, 5)).map(({ id }) => id)).toEqual(['q0', 'old'])
  })

  describeStoriesOfViewers(open)
  describeStoryPosts(open)
}

function describeStoriesOfViewers(open: () => Promise<Archive>): void {
  it('shows nobody an article that they do not see', async () => {
    const archive = await fresh(
      open,
      report('open', 'quake', { publishedAt: 1 }),
      report('own', 'quake', { publishedAt: 2, origin: ownOrigin('f', '1') }),
    )
    expect(await told(archive, 'open', server('1'))).toBe('open own')
    expect(await told(archive, 'own', server('1'))).toBe('own open')
    for (const viewer of [server('2'), person]) {
      expect(await told(archive, 'open', viewer)).toBe('open')
      expect(await archive.storyOf('own', viewer)).toBeUndefined()
      expect((await archive.newestStories({ viewer }, 5)).map(({ id }) => id)).toEqual(['open'])
    }
  })

  it('brings articles together only through what all who see them see', async () => {
    const [quake, flood] = [about('quake'), about('flood')]
    // Tells of both events at once: alike enough with each of two that have nothing in common.
    const both: StorySignature = {
      ...quake,
      terms: [
        ['quake', 0.7],
        ['flood', 0.7],
      ],
      keys: [...quake.keys, ...flood.keys],
    }
    const articles = (origin: Written['origin']) => [
      report('quake', 'quake', { publishedAt: 1 }),
      report('both', 'quake', { publishedAt: 2, story: both, ...(origin && { origin }) }),
      report('flood', 'flood', { publishedAt: 3 }),
    ]
    expect(await told(await fresh(open, ...articles(undefined)), 'quake', person)).toBe('quake both flood')
    const hidden = await fresh(open, ...articles(ownOrigin('f', '1')))
    expect(await told(hidden, 'quake', person)).toBe('quake')
    expect(await told(hidden, 'flood', person)).toBe('flood')
  })

  it('brings what only some see to the story that all see, though that comes later', async () => {
    const archive = await fresh(
      open,
      report('own', 'quake', { publishedAt: 1, origin: ownOrigin('f', '1') }),
      report('other', 'quake', { publishedAt: 2, origin: ownOrigin('g', '2') }),
      report('open', 'quake', { publishedAt: 3 }),
    )
    expect(await told(archive, 'open', server('1'))).toBe('open own')
    expect(await told(archive, 'open', server('2'))).toBe('open other')
    expect(await told(archive, 'open', person)).toBe('open')
    expect(await told(archive, 'open')).toBe('open own other')
  })
}

/** Follow f posts into channel 11 of server 1, h into channel 12 of server 2. */
function describeStoryPosts(open: () => Promise<Archive>): void {
  const to = (channel: string, follow: string): NewDelivery => ({ channel, follows: [follow] })
  const both = [to('11', 'f'), to('12', 'h')]
  const newsroom = async (...articles: readonly Written[]) => {
    const archive = await fresh(open)
    await archive.addFollow(followOf('f', { channel: '11', owner: '1' }))
    await archive.addFollow(followOf('g', { channel: '11', owner: '1' }))
    await archive.addFollow(followOf('h', { channel: '12', owner: '2' }))
    for (const written of articles) await archive.keep(entry(written))
    return archive
  }
  const claim = (archive: Archive, now: number) =>
    archive.claimDeliveries({ now, leaseUntil: now + 10, limit: 10 })
  const claimEdits = (archive: Archive, now: number) =>
    archive.claimEdits({ now, leaseUntil: now + 10, limit: 10 })
  /** Posts all that is due; messages are named after their channel. */
  const post = async (archive: Archive, now: number): Promise<readonly string[]> => {
    const due = await claim(archive, now)
    for (const { id, channel } of due) await archive.settleDelivery(id, `m${channel}`)
    return due.map(({ articleId, channel }) => `${articleId} in ${channel}`)
  }
  const edits = async (archive: Archive, now: number): Promise<readonly string[]> => {
    const due = await claimEdits(archive, now)
    for (const edit of due) await archive.settleEdit(edit, now)
    return due.map(({ delivery, messageId }) => `${messageId} of ${delivery.articleId}`)
  }

  it('posts a story once in a channel, and has the message edited when others tell it', async () => {
    const archive = await newsroom(report('a', 'quake', { deliveries: both, at: 100 }))
    expect(await post(archive, 100)).toEqual(['a in 11', 'a in 12'])
    await archive.keep(entry(report('b', 'quake', { deliveries: [to('11', 'g')], at: 200 })))
    expect(await post(archive, 200)).toEqual([])
    expect(await edits(archive, 199)).toEqual([])
    expect(await edits(archive, 200)).toEqual(['m11 of a', 'm12 of a'])
    expect(await edits(archive, 9 * day)).toEqual([])
    expect(await archive.deliveriesOf('a')).toMatchObject([{ follows: ['f', 'g'] }, { follows: ['h'] }])
    expect(await archive.deliveriesOf('b')).toMatchObject([
      { channel: '11', state: 'dropped', follows: ['g'] },
    ])
  })

  it('has the message about an article edited when it is corrected, also where nobody else tells it', async () => {
    const archive = await newsroom(report('a', 'quake', { deliveries: [to('11', 'f')], at: 100 }))
    await post(archive, 100)
    await archive.keep(entry(report('a', 'quake', { at: 200 })))
    expect(await edits(archive, 9 * day)).toEqual([])
    await archive.keep(entry(report('a', 'quake', { title: 'Corrected', at: 300 })))
    expect(await edits(archive, 300)).toEqual(['m11 of a'])
  })

  it('has the message about an article edited when it is withdrawn and when it returns, though edited often', async () => {
    const archive = await newsroom(
      report('a', 'quake', { deliveries: [to('11', 'f')], at: 100, origin: { key: 'a' } }),
    )
    await post(archive, 100)
    let now = 200
    for (let times = 0; times < 25; times += 1, now += 100_000) {
      await archive.keep(
        entry(report('a', 'quake', { title: `Title ${times}`, at: now, origin: { key: 'a' } })),
      )
      await edits(archive, now)
    }
    expect(await edits(archive, now)).toEqual([])
    expect(await archive.withdrawnArticle('a')).toBeUndefined()
    await archive.withdraw('a', now)
    expect(await archive.withdrawnArticle('a')).toMatchObject({ title: 'Title 24', withdrawnAt: now })
    expect(await edits(archive, now)).toEqual(['m11 of a'])
    await archive.keep(entry(report('a', 'quake', { title: 'Title 24', at: now + 1, origin: { key: 'a' } })))
    expect(await archive.withdrawnArticle('a')).toBeUndefined()
    expect(await edits(archive, now + 60_000)).toEqual(['m11 of a'])
  })

  it('has a message edited that was under way when its article was withdrawn', async () => {
    const archive = await newsroom(
      report('a', 'quake', { deliveries: [to('11', 'f')], at: 100, origin: { key: 'a' } }),
    )
    const [posting] = await claim(archive, 100)
    await archive.markSending({ id: posting?.id ?? 0 }, { at: 100 })
    await archive.withdraw('a', 101)
    await archive.settleDelivery(posting?.id ?? 0, 'm11')
    expect(await edits(archive, 101)).toEqual(['m11 of a'])
  })

  it('leaves messages as they are when a server gives up the feed that brought their articles', async () => {
    const archive = await newsroom()
    await archive.addFeed({ id: 'x', url: 'https://example.org/x' }, { server: '1' }, 1)
    const item = { keys: ['1'], hash: 'h' }
    const written = entry(report('a', 'quake', { deliveries: [to('11', 'f')], at: 100 }))
    await archive.keep({ ...written, origin: { feed: 'x', item } })
    expect(await post(archive, 100)).toEqual(['a in 11'])
    await archive.removeFeed('x', { server: '1' }, 200)
    expect(await edits(archive, 9 * day)).toEqual([])
  })

  it('edits nothing that is still to be posted', async () => {
    const archive = await newsroom(
      report('a', 'quake', { deliveries: both, at: 100 }),
      report('b', 'quake', { deliveries: both, at: 101 }),
    )
    expect(await post(archive, 200)).toEqual(['a in 11', 'a in 12'])
    expect(await edits(archive, 9 * day)).toEqual([])
  })

  it('edits only where the article is seen', async () => {
    const archive = await newsroom(report('a', 'quake', { deliveries: both, at: 100 }))
    await post(archive, 100)
    await archive.keep(entry(report('own', 'quake', { origin: ownOrigin('f', '2'), at: 200 })))
    expect(await edits(archive, 9 * day)).toEqual(['m12 of a'])
  })

  it('edits again when an article leaves the story', async () => {
    const archive = await newsroom(report('a', 'quake', { deliveries: both, at: 100 }))
    await post(archive, 100)
    await archive.keep(entry(report('b', 'quake', { origin: { key: 'b' }, at: 200 })))
    expect(await edits(archive, 200)).toHaveLength(2)
    await archive.withdraw('b', day)
    expect(await edits(archive, day)).toEqual(['m11 of a', 'm12 of a'])
  })

  it('gathers for a minute what comes after an edit, and what comes while it is made', async () => {
    const archive = await newsroom(report('a', 'quake', { deliveries: [to('11', 'f')], at: 100 }))
    await post(archive, 100)
    await archive.keep(entry(report('b', 'quake', { at: 200 })))
    const [edit] = await claimEdits(archive, 200)
    await archive.keep(entry(report('c', 'quake', { at: 201 })))
    if (edit) await archive.settleEdit(edit, 202)
    expect(await edits(archive, 60_201)).toEqual([])
    expect(await edits(archive, 60_202)).toEqual(['m11 of a'])
    await archive.keep(entry(report('d', 'quake', { at: 60_300 })))
    expect(await edits(archive, 120_201)).toEqual([])
    expect(await edits(archive, 120_202)).toEqual(['m11 of a'])
  })

  it('keeps an edit for its claimer for as long as the lease is lengthened', async () => {
    const archive = await newsroom(report('a', 'quake', { deliveries: [to('11', 'f')], at: 100 }))
    await post(archive, 100)
    await archive.keep(entry(report('b', 'quake', { at: 200 })))
    const [edit] = await claimEdits(archive, 200)
    await archive.renewDeliveries([edit?.delivery.id ?? 0], 300)
    expect(await claimEdits(archive, 299)).toEqual([])
    expect(await claimEdits(archive, 300)).toMatchObject([{ tries: 2 }])
  })

  it('edits anew what a claimer wrote late, after another had written something newer', async () => {
    const archive = await newsroom(report('a', 'quake', { deliveries: [to('11', 'f')], at: 100 }))
    await post(archive, 100)
    await archive.keep(entry(report('b', 'quake', { at: 200 })))
    const [late] = await claimEdits(archive, 200)
    await archive.keep(entry(report('c', 'quake', { at: 205 })))
    expect(await edits(archive, 210)).toEqual(['m11 of a'])
    if (late) await archive.settleEdit(late, 211)
    expect(await edits(archive, 60_211)).toEqual(['m11 of a'])
  })

  it('gives an edit to one claimer until its lease ends, and again after a failure', async () => {
    const archive = await newsroom(report('a', 'quake', { deliveries: [to('11', 'f')], at: 100 }))
    await post(archive, 100)
    await archive.keep(entry(report('b', 'quake', { at: 200 })))
    const [edit] = await claimEdits(archive, 200)
    expect(edit).toMatchObject({ messageId: 'm11', tries: 1 })
    expect(await claimEdits(archive, 205)).toEqual([])
    expect(await claimEdits(archive, 210)).toMatchObject([{ tries: 2 }])
    await archive.putOffEdit(edit?.delivery.id ?? 0, 500, 'no network')
    expect(await claimEdits(archive, 499)).toEqual([])
    expect(await claimEdits(archive, 500)).toMatchObject([{ tries: 3, delivery: { error: 'no network' } }])
  })

  it('gives up after twenty tries, and at once where nothing can be edited', async () => {
    const archive = await newsroom(
      report('a', 'quake', { deliveries: [to('11', 'f')], at: 100 }),
      report('x', 'match', { deliveries: [to('12', 'h')], at: 101 }),
    )
    await post(archive, 200)
    await archive.keep(entry(report('b', 'quake', { at: 200 })))
    let tries = 0
    for (let now = 200; tries < 50; now += 100) {
      const [edit] = await claimEdits(archive, now)
      if (!edit) break
      tries = edit.tries
      await archive.putOffEdit(edit.delivery.id, now + 100, 'no network')
    }
    expect(tries).toBe(20)
    await archive.keep(entry(report('y', 'match', { at: 300 })))
    const [edit] = await claimEdits(archive, day)
    await archive.endEdits(edit?.delivery.id ?? 0, 'Unknown Message')
    await archive.keep(entry(report('z', 'match', { at: 400 })))
    expect(await edits(archive, 9 * day)).toEqual([])
    expect(await archive.deliveriesOf('x')).toMatchObject([
      { state: 'sent', messageId: 'm12', error: 'Unknown Message' },
    ])
  })

  it('has the next article told where the first was withdrawn before it was posted', async () => {
    const archive = await newsroom(
      report('a', 'quake', { deliveries: both, origin: { key: 'a' }, at: 100 }),
      report('b', 'quake', { deliveries: [to('11', 'f')], at: 101 }),
    )
    await archive.withdraw('a', 150)
    expect(await post(archive, 200)).toEqual(['b in 11'])
    await archive.keep(entry(report('a', 'quake', { origin: { key: 'a' }, at: 300 })))
    expect(await post(archive, 300)).toEqual(['a in 12'])
  })

  it('counts a digest as told whose moment has come, though it could not be posted yet', async () => {
    const digest = { ...to('11', 'f'), plan: { at: 150, isDigest: true } }
    const archive = await newsroom(
      report('a', 'quake', { deliveries: [digest], at: 100 }),
      report('b', 'quake', { deliveries: [to('11', 'f')], at: 120 }),
      report('x', 'match', { deliveries: [digest], at: 121 }),
      report('y', 'match', { deliveries: [to('11', 'f')], at: 160 }),
    )
    expect(await archive.deliveriesOf('b')).toMatchObject([{ state: 'pending' }])
    expect(await archive.deliveriesOf('y')).toMatchObject([{ state: 'dropped' }])
  })

  it('posts a story that is news again after days', async () => {
    const archive = await newsroom(
      report('a', 'quake', { deliveries: [to('11', 'f')], at: 100, publishedAt: 100 }),
    )
    await post(archive, 100)
    const later = 4 * day
    await archive.keep(
      entry(report('b', 'quake', { deliveries: [to('11', 'f')], at: later, publishedAt: later })),
    )
    expect(await post(archive, later)).toEqual(['b in 11'])
  })
}
