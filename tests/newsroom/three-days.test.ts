import { expect, it } from 'vitest'
import { day, type FeedStage, hour, monday, setFeedStage } from './feed-stage.ts'
import { type Item, type Page, rss, sends, wholeText } from './news-site.ts'

/** What a feed is like at an hour of these days. */
interface Life {
  readonly items: (hours: number) => readonly Item[]
  /** Default: the feed is sent. */
  readonly page?: (hours: number, feed: Page) => Page
  /** The last hour in which it could be read. Default: to the end. */
  readonly last?: number
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
const gone: Page = (_, response) => void response.writeHead(410).end()
const hangsUp: Page = (_, response) => void response.destroy()

/** Asks for patience, in either of the forms that Retry-After has. */
const wantsPatience =
  (retryAfter: string): Page =>
  (_, response) =>
    void response.writeHead(429, { 'retry-after': retryAfter }).end()

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
  '/rebuilt': {
    items: (now) =>
      every(5, (n) => ({
        title: `Rebuilt ${n}`,
        guid: now < 30 ? `r${n}` : `post-${n}`,
        link: now < 30 ? `https://quay.test/?p=${n}` : `https://quay.test/news/${n}`,
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
  '/future': {
    items: every(9, (n) => ({ title: `Future ${n}`, guid: `t${n}`, date: at(n, 9) + 30 * day })),
  },
  '/edited': {
    items: (now) =>
      every(6, (n) => ({
        title: `Edited ${n}`,
        guid: `e${n}`,
        date: at(n, 6),
        text: wholeText(`Version ${Math.floor(now / 12)} of ${n}`),
      }))(now),
  },
  '/patient': {
    items: every(3, (n) => ({ title: `Patient ${n}`, guid: `p${n}`, date: at(n, 3) })),
    page: (now, feed) => {
      if (now >= 10 && now < 15) return wantsPatience(String((15 - now) * 3600))
      if (now >= 40 && now < 46) return wantsPatience(new Date(monday + (46 - start) * hour).toUTCString())
      return feed
    },
  },
  '/broken': {
    items: every(4, (n) => ({ title: `Broken ${n}`, guid: `b${n}`, date: at(n, 4) })),
    page: (now, feed) => {
      if (now % 10 === 4) return sends(() => '<html><body>Please wait</body></html>', 'text/html')
      return now % 10 === 7 ? hangsUp : feed
    },
  },
  '/emptied': {
    items: every(5, (n) => ({ title: `Emptied ${n}`, guid: `l${n}`, date: at(n, 5) })),
    page: (now, feed) => (now >= 25 && now < 31 ? sends(() => rss('/emptied', [])) : feed),
  },
  '/gone': {
    items: every(2, (n) => ({ title: `Gone ${n}`, guid: `o${n}`, date: at(n, 2) })),
    page: (now, feed) => (now < 20 ? feed : gone),
    last: 19,
  },
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
  for (const [path, { items, last = end }] of Object.entries(lives)) {
    const name = items(start)[0]?.title.split(' ')[0] ?? ''
    const posted = news.filter((title) => title.startsWith(name))
    expect(posted, path).toEqual(newsOf(items, last))
  }
  expect(new Set(news).size).toBe(news.length)
  expect(await stage.archive.feed(ids.get('/failing') ?? '')).toMatchObject({ failures: 0 })
  expect(await stage.archive.feed(ids.get('/gone') ?? '')).toMatchObject({ disabled: expect.any(String) })
  expect(stage.notices.map(({ event }) => event)).toEqual([
    { kind: 'feedGivenUp', feed: '/gone', why: 'its publisher has taken it down (410)' },
  ])
  expect((await stage.archive.feed(ids.get('/moves') ?? ''))?.url).toBe(`${stage.site.origin}/moved`)
}, 180_000)
