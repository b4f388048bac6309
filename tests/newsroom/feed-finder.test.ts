import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { SourceError, UserError } from '../../src/errors.ts'
import { findFeeds } from '../../src/newsroom/feed-finder.ts'
import { createFeedReader } from '../../src/sources/feed-reader.ts'
import { openWeb } from '../../src/sources/http.ts'
import { openNewsSite, rss, sends } from './news-site.ts'

const reader = createFeedReader()
afterAll(reader.close)

/** A site, and the finder with so many pages to spend. */
async function setStage(share = 30) {
  const site = await openNewsSite()
  const web = openWeb({ allowPrivateHosts: ['127.0.0.1'], limits: { totalMs: 300 } })
  onTestFinished(() => Promise.all([site.close(), web.close()]).then(() => undefined))
  let left = share
  const spend = (): void => {
    left -= 1
    if (left < 0) throw new UserError('too much')
  }
  const find = async (path: string, signal = new AbortController().signal) =>
    (await findFeeds(site.origin + path, { web, reader, signal, spend })).map(({ url, feed }) => [
      url.replace(site.origin, ''),
      feed.title,
    ])
  const page = (path: string, html: string) =>
    site.pages.set(
      path,
      sends(() => html, 'text/html'),
    )
  const feed = (path: string, title: string) =>
    site.pages.set(
      path,
      sends(() => rss(title, [])),
    )
  return { site, find, page, feed, spent: () => share - left }
}

const declared = (...paths: readonly string[]) =>
  paths.map((path) => `<link rel="alternate" type="application/atom+xml" href="${path}">`).join('')

describe('findFeeds', () => {
  it('takes the address for the feed that is there, and asks nothing else', async () => {
    const { site, find, feed } = await setStage()
    feed('/feed', 'Quay')
    expect(await find('/feed')).toEqual([['/feed', 'Quay']])
    expect(site.asked).toEqual(['/feed'])
  })

  it('gives at most five declared feeds, those of comments last, and none that is no feed', async () => {
    const { find, page, feed } = await setStage()
    const paths = ['/comments', '/a', '/lost', '/b', '/c', '/d', '/e']
    page('/', declared(...paths))
    for (const path of paths) if (path !== '/lost') feed(path, path)
    expect(await find('/')).toEqual(['/a', '/b', '/c', '/d'].map((path) => [path, path]))
  })

  it('follows links that look like feeds where none is declared', async () => {
    const { find, page, feed } = await setStage()
    page('/', '<a href="/news.rss">All news</a> <a href="/about">About us</a>')
    feed('/news.rss', 'News')
    expect(await find('/')).toEqual([['/news.rss', 'News']])
  })

  it('counts each feed, and the usual places together as one', async () => {
    const { site, find, page, feed, spent } = await setStage()
    page('/', declared('/lost'))
    feed('/atom.xml', 'Quay')
    expect(await find('/')).toEqual([['/atom.xml', 'Quay']])
    expect(spent()).toBe(3)
    expect(site.asked.slice(0, 5)).toEqual(['/', '/lost', '/feed', '/rss', '/feed.xml'])
  })

  it('gives what it has found when the share is used up, and says so where that is nothing', async () => {
    const { find, page, feed } = await setStage(2)
    page('/', declared('/a', '/b'))
    feed('/a', 'A')
    feed('/b', 'B')
    expect(await find('/')).toEqual([['/a', 'A']])
    await expect(find('/')).rejects.toThrow('too much')
  })

  it('says why there is none, naming no secret', async () => {
    const { site, find, page } = await setStage()
    page('/?key=hunter2', '<html><body>Hello</body></html>')
    const why = await find('/?key=hunter2').catch((error: unknown) => error)
    expect(why).toEqual(
      new UserError({
        kind: 'noFeedAt',
        address: `${site.origin.slice(7)}/?key=…`,
        why: 'it is a web page, not a feed',
      }),
    )
    await expect(find('/lost')).rejects.toThrow(SourceError)
  })

  it('passes over a feed that never answers, and ends when its time is over', async () => {
    const { site, find, page, feed } = await setStage()
    page('/', declared('/slow', '/quick'))
    site.pages.set('/slow', () => undefined)
    feed('/quick', 'Quick')
    expect(await find('/')).toEqual([['/quick', 'Quick']])
    page('/late', declared('/slow'))
    await expect(find('/late', AbortSignal.timeout(100))).rejects.toThrow('aborted due to timeout')
  })
})
