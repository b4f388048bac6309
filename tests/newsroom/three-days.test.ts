import { expect, it } from 'vitest'
import { day, type FeedStage, hour, monday, setFeedStage } from './feed-stage.ts'
import { type Item, type Page, rss, sends } from './news-site.ts'

/** What a feed is like at an hour of these days. */
interface Life {
  readonly items: (hours: number) => readonly Item[]
  /** Default: the feed is sent. */
  readonly page?: (hours: number, feed: Page) => Page
}

const start = 3
const length = 72

/** A new item every so many hours since long before the beginning; the last thirty are in the feed. */
function every(hours: number, make: (n: number) => Item): (now: number) => readonly Item[] {
  return (now) => {
    const last = Math.floor((now + 100) / hours)
    return Array.from({ length: 30 }, (_, n) => make(last - 29 + n))
  }
}

/** When the nth item of `every` comes out. */
const at = (n: number, hours: number): number => monday + (n * hours - 100) * hour

const fails: Page = (_, response) => void response.writeHead(503).end()

const lives: Readonly<Record<string, Life>> = {
  '/steady': { items: every(2, (n) => ({ title: `Steady ${n}`, guid: `s${n}`, date: at(n, 2) })) },
  '/failing': {
    items: every(6, (n) => ({ title: `Failing ${n}`, guid: `f${n}`, date: at(n, 6) })),
    page: (now, feed) => (now >= 20 && now < 44 ? fails : feed),
  },
  '/guids': {
    items: (now) =>
      every(5, (n) => ({
        title: `Guids ${n}`,
        guid: now < 30 ? `g${n}` : `https://quay.test/?p=${n}`,
        link: `http${now < 50 ? '' : 's'}://quay.test/guids/${n}`,
        date: at(n, 5),
      }))(now),
  },
  '/dates': {
    items: (now) =>
      every(4, (n) => ({
        title: `Dates ${n}`,
        guid: `d${n}`,
        date: now < 36 ? at(n, 4) : monday + now * hour,
      }))(now),
  },
  '/undated': { items: every(7, (n) => ({ title: `Undated ${n}`, guid: `u${n}` })) },
  '/moves': {
    items: every(8, (n) => ({ title: `Moves ${n}`, guid: `m${n}`, date: at(n, 8) })),
    page: (now, feed) =>
      now < 24 ? feed : (_, response) => void response.writeHead(301, { location: '/moved' }).end(),
  },
  '/silent': {
    items: () => [{ title: 'Silent', guid: 'x', date: monday - day }],
    page: (_, feed) => (request, response) => {
      if (request.headers['if-none-match'] === '"x"') return void response.writeHead(304).end()
      response.setHeader('etag', '"x"')
      feed(request, response)
    },
  },
}

/** Puts on the site what there is at an hour. */
function setHour({ site }: FeedStage, now: number): void {
  for (const [path, { items, page }] of Object.entries(lives)) {
    const feed = sends(() => rss(path, items(now)))
    site.pages.set(path, page?.(now, feed) ?? feed)
    if (path === '/moves') site.pages.set('/moved', feed)
  }
}

/** What is new in a feed from its first reading to its last, in order. */
function newsOf(items: Life['items'], last: number): readonly string[] {
  const before = new Set(items(start).map(({ title }) => title))
  const came = new Set<string>()
  for (let now = start; now <= last; now++) for (const { title } of items(now)) came.add(title)
  return [...came].filter((title) => !before.has(title))
}

it('posts in three days exactly what is new, once and in order, whatever its feeds do', async () => {
  const stage = await setFeedStage()
  setHour(stage, start)
  const ids = new Map<string, string>()
  for (const path of Object.keys(lives)) ids.set(path, await stage.follow(path))
  for (let now = start + 1; now <= start + length; now++) {
    setHour(stage, now)
    await stage.pass(hour)
    if (now === 33) await stage.restart()
  }
  const end = start + length
  for (let quiet = 0; quiet < 12; quiet++) await stage.pass(hour)
  const news = await stage.news()
  for (const [path, { items }] of Object.entries(lives)) {
    const name = items(start)[0]?.title.split(' ')[0] ?? ''
    const posted = news.filter((title) => title.startsWith(name))
    expect(posted, path).toEqual(newsOf(items, end))
  }
  expect(new Set(news).size).toBe(news.length)
  expect(await stage.archive.feed(ids.get('/failing') ?? '')).toMatchObject({ failures: 0 })
  expect((await stage.archive.feed(ids.get('/moves') ?? ''))?.url).toBe(`${stage.site.origin}/moved`)
})
