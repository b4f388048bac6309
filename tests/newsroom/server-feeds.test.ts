import { Writable } from 'node:stream'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openKeyed } from '../../src/archive/keyed.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { systemClock } from '../../src/clock.ts'
import { createFetchLimits } from '../../src/newsroom/fetch-limits.ts'
import { openServerFeeds } from '../../src/newsroom/server-feeds.ts'
import { openWeb } from '../../src/sources/http.ts'
import { readOpml } from '../../src/sources/opml.ts'
import { manualClock } from './manual-clock.ts'
import { openNewsSite, rss, sends } from './news-site.ts'

const mira = { server: 'quay', member: 'mira' }
const ole = { server: 'fen', member: 'ole' }
const hour = 3_600_000

/** The feeds of servers beside a site, without a poller. */
async function setStage() {
  const clock = manualClock(Date.UTC(2026, 10, 23, 12))
  const [site, archive] = [await openNewsSite(), openSqliteArchive(':memory:')]
  const web = openWeb({ allowPrivateHosts: ['127.0.0.1'], now: clock.now, limits: { totalMs: 2000 } })
  const lines: string[] = []
  const log = pino(new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }))
  const feeds = openServerFeeds({
    archive,
    keyed: openKeyed(archive, clock.now),
    clock,
    log,
    web,
    limits: createFetchLimits({ member: 30, server: 30 }, clock.now),
    onFeeds: () => undefined,
  })
  onTestFinished(async () => {
    await Promise.all([feeds.close(), web.close(), site.close()])
    await archive.close()
  })
  const publish = (path: string) => {
    site.pages.set(
      path,
      sends(() => rss(path, [])),
    )
    return site.origin + path
  }
  return { archive, clock, feeds, lines, site, publish }
}

describe('the feeds of servers', () => {
  it('are changed under the name of who changed them, without secrets', async () => {
    const { archive, feeds, lines, publish } = await setStage()
    const url = publish('/feed?key=hunter2').replace('//', '//me:hunter2@')
    await feeds.add(url, mira)
    const [feed] = await archive.feeds()
    await feeds.remove(feed?.id ?? '', mira)
    const told = lines.map((line) => JSON.parse(line))
    const by = { feed: expect.stringMatching(/\/feed\?key=…$/), ...mira }
    expect(told).toMatchObject([
      { ...by, msg: 'feed added' },
      { ...by, msg: 'feed removed' },
    ])
    expect(lines.join('')).not.toContain('hunter2')
  })

  it('are offered to one server, for a day', async () => {
    const { archive, clock, feeds, site, publish } = await setStage()
    publish('/feed')
    site.pages.set(
      '/',
      sends(() => '<link rel="feed" href="/feed">', 'text/html'),
    )
    const finding = await feeds.add(site.origin, mira)
    const key = finding.kind === 'offer' ? finding.key : ''
    const tooLong = 'That is too long ago for me to remember. Please ask again.'
    await expect(feeds.addOffered(key, [0], ole)).rejects.toThrow(tooLong)
    await expect(feeds.addOffered('unknown', [0], mira)).rejects.toThrow(tooLong)
    expect(await feeds.addOffered(key, [0, 7], mira)).toEqual(['/feed'])
    await expect(feeds.addOffered(key, [0], mira)).rejects.toThrow('already')
    clock.advance(25 * hour)
    await expect(feeds.addOffered(key, [0], mira)).rejects.toThrow(tooLong)
    expect(await archive.feeds({ server: 'fen' })).toEqual([])
  })

  it('are added as far as there is room, and never twice', async () => {
    const { archive, feeds, site, publish } = await setStage()
    const links = ['/a', '/b', '/c'].map((path) => `<link rel="feed" href="${publish(path)}">`)
    site.pages.set(
      '/',
      sends(() => links.join(''), 'text/html'),
    )
    for (let number = 1; number < 99; number += 1)
      await archive.addFeed({ id: `f${number}`, url: `https://quay.test/${number}` }, mira, 0)
    const finding = await feeds.add(site.origin, mira)
    const key = finding.kind === 'offer' ? finding.key : ''
    expect(await feeds.addOffered(key, [0, 0, 1, 2], mira)).toEqual(['/a', '/b'])
    await expect(feeds.addOffered(key, [2], mira)).rejects.toThrow('has 100 feeds, the most there may be')
  })

  it('are nobody else’s to remove or read', async () => {
    const { feeds, archive, publish } = await setStage()
    await feeds.add(publish('/feed'), mira)
    const id = (await archive.feeds())[0]?.id ?? ''
    const why = 'That feed is not one of this server’s.'
    await expect(feeds.remove(id, ole)).rejects.toThrow(why)
    await expect(feeds.readNow(id, ole)).rejects.toThrow(why)
    expect(await archive.feeds(mira)).toHaveLength(1)
  })

  it('are listed, those that are open to all after the server’s own', async () => {
    const { archive, feeds } = await setStage()
    await archive.addFeed({ id: 'a', url: 'https://a.test/', title: 'A' }, {}, 0)
    await archive.addFeed({ id: 'b', url: 'https://b.test/', title: 'B' }, { server: 'quay' }, 0)
    await archive.addFeed({ id: 'c', url: 'https://c.test/', title: 'C' }, { server: 'fen' }, 0)
    await archive.addFeed({ id: 'b', url: 'https://b.test/' }, {}, 0)
    const shown = (await feeds.list('quay')).map(({ name, isOwn }) => [name, isOwn])
    expect(shown).toEqual([
      ['B', true],
      ['A', false],
    ])
  })

  it('are shown as they are where reading them takes its time', async () => {
    const { archive, clock, feeds, publish } = await setStage()
    await feeds.add(publish('/feed'), mira)
    const id = (await archive.feeds())[0]?.id ?? ''
    let isDone = false
    const reading = feeds.readNow(id, mira).finally(() => {
      isDone = true
    })
    while (!isDone) {
      clock.advance(1000)
      await systemClock.wait(1)
    }
    expect(await reading).toMatchObject({ id, failures: 0 })
  })

  it('are told whole to those who manage the server alone', async () => {
    const { archive, feeds } = await setStage()
    await archive.addFeed({ id: 'a', url: 'https://a.test/?token=hunter2' }, { server: 'quay' }, 0)
    await archive.addFeed({ id: 'b', url: 'https://b.test/' }, { server: 'quay' }, 0)
    const addresses = async (withSecrets: boolean) => {
      const { opml, ...told } = await feeds.exportList('quay', { title: 'Mine', withSecrets })
      return { ...told, urls: readOpml(Buffer.from(opml)).feeds.map(({ url }) => url) }
    }
    expect(await addresses(true)).toEqual({
      feeds: 2,
      secrets: 1,
      hasSecrets: true,
      urls: ['https://a.test/?token=hunter2', 'https://b.test/'],
    })
    expect(await addresses(false)).toEqual({
      feeds: 1,
      secrets: 1,
      hasSecrets: false,
      urls: ['https://b.test/'],
    })
  })
})
