import { describe, expect, it } from 'vitest'
import { day, hour, monday, setFeedStage } from './feed-stage.ts'
import { type Item, rss, sends } from './news-site.ts'

describe('feeds', () => {
  it('says nothing of what a new feed holds, and posts what comes later, oldest first', async () => {
    const stage = await setFeedStage()
    const items: Item[] = [
      { title: 'Old eels', guid: '1', date: monday - 2 * day },
      { title: 'Older ferry', guid: '2', date: monday - 3 * day },
    ]
    stage.site.pages.set(
      '/feed',
      sends(() => rss('Quay', items)),
    )
    await stage.follow('/feed')
    expect(await stage.titles()).toEqual(['Older ferry', 'Old eels'])
    items.push(
      { title: 'Second', guid: '4', date: monday + 2000 },
      { title: 'First', guid: '3', date: monday + 1000 },
    )
    await stage.pass(2 * hour)
    expect(await stage.news()).toEqual(['First', 'Second'])
  })

  it('keeps publisher, author, date and link of an entry', async () => {
    const stage = await setFeedStage()
    const link = 'https://quay.test/eels?utm_source=rss'
    stage.site.pages.set(
      '/feed',
      sends(() => rss('The Quay', [{ title: 'Eels', guid: 'x', link, date: monday - hour }])),
    )
    await stage.follow('/feed')
    const { rows } = await stage.archive.newest({ viewer: { kind: 'operator' } }, { offset: 0, limit: 1 })
    expect(rows).toMatchObject([
      { title: 'Eels', publisher: 'The Quay', url: link, publishedAt: monday - hour },
    ])
  })

  it('reads the page of an entry that is only a teaser, and keeps the teaser where the page cannot be read', async () => {
    const stage = await setFeedStage()
    const { site } = stage
    const paragraphs = Array.from(
      { length: 8 },
      (_, n) =>
        `<p>The harbour master counted ${n} ferries in the mist, and said that none of them would sail before noon.</p>`,
    )
    site.pages.set(
      '/eels',
      sends(
        () =>
          `<html><head><title>Eels</title></head><body><article><h1>Eels</h1>${paragraphs.join('')}</article></body></html>`,
        'text/html',
      ),
    )
    const items = [
      { title: 'Eels', guid: '1', link: `${site.origin}/eels`, date: monday - hour, text: 'Eels are late.' },
      {
        title: 'Lost',
        guid: '2',
        link: `${site.origin}/lost`,
        date: monday - 2 * hour,
        text: 'A ferry is lost in the mist.',
      },
    ]
    site.pages.set(
      '/feed',
      sends(() => rss('Quay', items)),
    )
    await stage.follow('/feed')
    const texts = await Promise.all(
      items.map(
        async ({ link }) => (await stage.archive.articleByUrl(link, { kind: 'operator' }))?.article.text,
      ),
    )
    expect(texts[0]).toContain('none of them would sail before noon')
    expect(texts[1]).toBe('A ferry is lost in the mist.')
  })

  it('keeps teasers where pages take too long, so that other feeds get their turn', async () => {
    const stage = await setFeedStage()
    const { site } = stage
    const items = Array.from({ length: 9 }, (_, n) => ({
      title: `Eels ${n}`,
      guid: `${n}`,
      link: `${site.origin}/${n}`,
      text: `Eels are late on pier ${n}.`,
    }))
    for (const { guid } of items)
      site.pages.set(`/${guid}`, (_, response) => {
        stage.clock.advance(39_000)
        response.writeHead(500).end()
      })
    site.pages.set(
      '/feed',
      sends(() => rss('Quay', items)),
    )
    await stage.follow('/feed')
    expect(site.asked).toEqual(['/feed', '/0', '/1', '/2'])
    expect(await stage.titles()).toHaveLength(9)
  })

  it('asks with what the server gave, and takes “unchanged” for an answer', async () => {
    const stage = await setFeedStage()
    const tags: (string | undefined)[] = []
    stage.site.pages.set('/feed', (request, response) => {
      tags.push(request.headers['if-none-match'])
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"a"' }).end(rss('Quay', [{ title: 'Eels', guid: '1' }]))
    })
    const id = await stage.follow('/feed')
    await stage.pass(2 * hour)
    expect(tags).toEqual([undefined, '"a"'])
    expect(await stage.archive.feed(id)).toMatchObject({
      failures: 0,
      readAt: monday + 2 * hour,
      etag: '"a"',
    })
  })

  it('asks as seldom as the feed wishes, also after it has said “unchanged”', async () => {
    const stage = await setFeedStage()
    const feed = rss('Quay', [{ title: 'Eels', guid: '1' }]).replace('<title>', '<ttl>300</ttl><title>')
    stage.site.pages.set('/feed', (request, response) => {
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"a"' }).end(feed)
    })
    await stage.follow('/feed')
    for (let hours = 0; hours < 20; hours++) await stage.pass(hour)
    expect(stage.site.asked.length).toBeLessThanOrEqual(5)
  })

  it('updates the article of an entry that was updated, and posts nothing for it', async () => {
    const stage = await setFeedStage()
    let title = 'Eels late'
    stage.site.pages.set(
      '/feed',
      sends(() => rss('Quay', [{ title, guid: '1', date: monday - hour }])),
    )
    await stage.follow('/feed')
    title = 'Eels very late'
    await stage.pass(2 * hour)
    expect(await stage.titles()).toEqual(['Eels very late'])
    expect(await stage.news()).toEqual([])
  })

  it('reposts nothing when guids, dates or schemes change', async () => {
    const stage = await setFeedStage()
    let items: Item[] = [{ title: 'Base', guid: 'b', link: 'http://quay.test/base', date: monday - hour }]
    stage.site.pages.set(
      '/feed',
      sends(() => rss('Quay', items)),
    )
    await stage.follow('/feed')
    items = [...items, { title: 'Eels', guid: '1', link: 'http://quay.test/eels', date: monday }]
    await stage.pass(2 * hour)
    items = items.map((item) => ({ ...item, guid: `new-${item.guid}` }))
    await stage.pass(2 * hour)
    items = items.map(
      (item) => ({ ...item, link: item.link?.replace('http:', 'https:'), date: monday + 4 * hour }) as Item,
    )
    await stage.pass(2 * hour)
    items = items.map((item) => ({ ...item, guid: `newest-${item.guid}` }))
    await stage.pass(2 * hour)
    expect(await stage.news()).toEqual(['Eels'])
    expect(await stage.titles()).toHaveLength(2)
  })

  it('reads the page of an entry once, also when its guid changes', async () => {
    const stage = await setFeedStage()
    const { site } = stage
    let guid = 'old'
    site.pages.set(
      '/feed',
      sends(() =>
        rss('Quay', [{ title: 'Eels', guid, link: `${site.origin}/eels`, text: 'Eels are late.' }]),
      ),
    )
    await stage.follow('/feed')
    guid = 'new'
    await stage.pass(2 * hour)
    expect(site.asked).toEqual(['/feed', '/eels', '/feed'])
  })

  it('has one article and one post for what two feeds carry', async () => {
    const stage = await setFeedStage()
    const items: Item[] = []
    stage.site.pages.set(
      '/world',
      sends(() => rss('World', items)),
    )
    stage.site.pages.set(
      '/home',
      sends(() => rss('Home', items)),
    )
    await stage.follow('/world')
    await stage.follow('/home')
    items.push({ title: 'Eels', guid: '1', link: 'https://quay.test/eels', date: monday + 1 })
    await stage.pass(2 * hour)
    await stage.pass(2 * hour)
    expect(await stage.titles()).toEqual(['Eels'])
    expect(await stage.news()).toEqual(['Eels'])
  })

  it('takes undated entries for new when they come, and clamps dates that lie ahead', async () => {
    const stage = await setFeedStage()
    const items: Item[] = [{ title: 'Old', guid: '0' }]
    stage.site.pages.set(
      '/feed',
      sends(() => rss('Quay', items)),
    )
    await stage.follow('/feed')
    items.push({ title: 'Undated', guid: '1' }, { title: 'Tomorrow', guid: '2', date: monday + 30 * day })
    await stage.pass(2 * hour)
    expect([...(await stage.news())].sort()).toEqual(['Tomorrow', 'Undated'])
    const { rows } = await stage.archive.newest({ viewer: { kind: 'operator' } }, { offset: 0, limit: 2 })
    expect(rows.map(({ publishedAt }) => publishedAt)).toEqual([monday + 2 * hour, monday + 2 * hour])
  })

  it('keeps old entries silently that a feed shows late', async () => {
    const stage = await setFeedStage()
    const items: Item[] = [{ title: 'Old', guid: '0', date: monday - day }]
    stage.site.pages.set(
      '/feed',
      sends(() => rss('Quay', items)),
    )
    await stage.follow('/feed')
    items.push({ title: 'From last year', guid: '1', date: monday - 300 * day })
    await stage.pass(2 * hour)
    expect(await stage.titles()).toEqual(['From last year', 'Old'])
    expect(await stage.news()).toEqual([])
  })

  it('posts no flood after downtime: the newest ten, in order', async () => {
    const stage = await setFeedStage()
    let items: Item[] = [{ title: 'Old', guid: '0', date: monday - day }]
    stage.site.pages.set(
      '/feed',
      sends(() => rss('Quay', items)),
    )
    await stage.follow('/feed')
    items = [
      ...items,
      ...Array.from({ length: 14 }, (_, n) => ({
        title: `News ${n}`,
        guid: `n${n}`,
        date: monday + n * hour,
      })),
    ]
    await stage.pass(day)
    expect(await stage.news()).toEqual(Array.from({ length: 10 }, (_, n) => `News ${n + 4}`))
    expect(await stage.titles()).toHaveLength(15)
  })

  it('posts all that a feed brings which is seldom read because it wishes so', async () => {
    const stage = await setFeedStage()
    const items: Item[] = [{ title: 'Old', guid: '0', date: monday - day }]
    stage.site.pages.set(
      '/feed',
      sends(() => rss('Quay', items).replace('<title>', '<ttl>1440</ttl><title>')),
    )
    await stage.follow('/feed')
    for (let n = 0; n < 30; n++)
      items.push({ title: `News ${n}`, guid: `n${n}`, date: monday + n * (hour / 2) })
    for (let hours = 0; hours < 48; hours++) await stage.pass(hour)
    expect(await stage.news()).toEqual(Array.from({ length: 30 }, (_, n) => `News ${n}`))
    expect(stage.lines).toEqual([])
  })

  it('posts no flood after downtime from many feeds together either: fifty in an hour', async () => {
    const stage = await setFeedStage()
    let later: Item[] = []
    for (let number = 0; number < 8; number++) {
      const own = (item: Item): Item => ({
        ...item,
        title: `${item.title} of ${number}`,
        guid: `${item.guid}`,
      })
      const old = { title: 'Old', guid: '0', date: monday - day }
      stage.site.pages.set(
        `/${number}`,
        sends(() => rss(`Feed ${number}`, [old, ...later].map(own))),
      )
      await stage.follow(`/${number}`)
    }
    later = Array.from({ length: 9 }, (_, n) => ({
      title: `News ${n}`,
      guid: `n${n}`,
      date: monday + n * hour,
    }))
    await stage.pass(2 * day)
    expect(await stage.news()).toHaveLength(50)
    expect(await stage.titles()).toHaveLength(80)
  })

  it('follows a feed that has moved for good once its server has said so twice', async () => {
    const stage = await setFeedStage()
    stage.site.pages.set('/old', (_, response) => void response.writeHead(301, { location: '/new' }).end())
    stage.site.pages.set(
      '/new',
      sends(() => rss('Quay', [{ title: 'Eels', guid: '1' }])),
    )
    const id = await stage.follow('/old')
    expect((await stage.archive.feed(id))?.url).toBe(`${stage.site.origin}/old`)
    await stage.pass(2 * hour)
    expect((await stage.archive.feed(id))?.url).toBe(`${stage.site.origin}/new`)
    await stage.pass(2 * hour)
    expect(stage.site.asked.slice(-1)).toEqual(['/new'])
  })

  it('goes on where it was when it is ended in the middle', async () => {
    const stage = await setFeedStage()
    const items: Item[] = [{ title: 'Old', guid: '0', date: monday - day }]
    stage.site.pages.set(
      '/feed',
      sends(() => rss('Quay', items)),
    )
    await stage.follow('/feed')
    for (let n = 0; n < 20; n++) items.push({ title: `News ${n}`, guid: `n${n}`, date: monday + n })
    stage.clock.advance(2 * hour)
    while ((await stage.titles()).length < 5) await new Promise((resolve) => setTimeout(resolve, 2))
    await stage.restart()
    await stage.pass(0)
    expect(await stage.news()).toEqual(Array.from({ length: 20 }, (_, n) => `News ${n}`))
  })
})
