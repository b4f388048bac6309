import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { day, hour, minute, monday, setFeedStage } from './feed-stage.ts'
import { type Page, rss, sends } from './news-site.ts'

const eels = rss('Quay', [{ title: 'Eels', guid: '1' }])
const fails: Page = (_, response) => void response.writeHead(500).end()

describe('a feed that cannot be read', () => {
  it('waits longer after each failure, says why, and goes on when the feed is back', async () => {
    const stage = await setFeedStage()
    let works = false
    stage.site.pages.set('/feed', (request, response) => {
      if (works) sends(() => rss('Quay', [{ title: 'Eels', guid: '1' }]))(request, response)
      else response.writeHead(500).end()
    })
    const id = await stage.follow('/feed')
    const first = await stage.archive.feed(id)
    expect(first).toMatchObject({ failures: 1, failingSince: monday, error: 'its server fails (500)' })
    await stage.pass(2 * hour)
    const second = await stage.archive.feed(id)
    expect(second?.failures).toBe(2)
    expect((second?.nextReadAt ?? 0) - stage.clock.now()).toBeGreaterThanOrEqual(2 * hour)
    works = true
    await stage.pass(5 * hour)
    const third = await stage.archive.feed(id)
    expect(third).toMatchObject({ failures: 0, loaded: true, title: 'Quay' })
    expect(third?.error).toBeUndefined()
  })

  it('is asked on when the clock was a day ahead for a while', async () => {
    const stage = await setFeedStage()
    let works = true
    stage.site.pages.set('/feed', (...exchange) => (works ? sends(() => eels) : fails)(...exchange))
    const id = await stage.follow('/feed')
    await stage.pass(day)
    works = false
    await stage.pass(-day)
    await stage.pass(minute)
    const failed = await stage.archive.feed(id)
    expect(failed).toMatchObject({ failures: 1 })
    expect(failed?.readAt ?? 0).toBeLessThanOrEqual(stage.clock.now())
    const asked = stage.site.asked.length
    await stage.pass(minute)
    expect(stage.site.asked).toHaveLength(asked)
    works = true
    await stage.pass(3 * hour)
    expect(await stage.archive.feed(id)).toMatchObject({ failures: 0 })
  })

  it('leaves a server alone for as long as it asks', async () => {
    const stage = await setFeedStage()
    stage.site.pages.set(
      '/feed',
      (_, response) => void response.writeHead(429, { 'retry-after': '36000' }).end(),
    )
    const id = await stage.follow('/feed')
    expect((await stage.archive.feed(id))?.nextReadAt).toBe(monday + 10 * hour)
  })

  it('asks no longer for what is gone, nor for what failed for a week', async () => {
    const stage = await setFeedStage()
    stage.site.pages.set('/gone', (_, response) => void response.writeHead(410).end())
    const gone = await stage.follow('/gone')
    expect(await stage.archive.feed(gone)).toMatchObject({
      disabled: 'its publisher has taken it down (410)',
    })
    const lost = await stage.follow('/lost')
    for (let days = 0; days < 9; days++) await stage.pass(day + 7 * hour)
    expect((await stage.archive.feed(lost))?.disabled).toBe(
      'not readable since 2026-11-23: there is nothing at that address (404)',
    )
    const asked = stage.site.asked.length
    await stage.pass(10 * day)
    expect(stage.site.asked).toHaveLength(asked)
  })

  it('reads the others when one feed is no feed', async () => {
    const stage = await setFeedStage()
    stage.site.pages.set(
      '/junk',
      sends(() => '<html><body>Welcome</body></html>', 'text/html'),
    )
    stage.site.pages.set(
      '/feed',
      sends(() => rss('Quay', [{ title: 'Eels', guid: '1' }])),
    )
    const junk = await stage.follow('/junk')
    await stage.follow('/feed')
    expect(await stage.titles()).toEqual(['Eels'])
    expect((await stage.archive.feed(junk))?.error).toMatch(/feed/)
  })

  it('is left alone until the moment that its server names', async () => {
    const stage = await setFeedStage()
    const until = new Date(monday + 5 * hour).toUTCString()
    stage.site.pages.set(
      '/feed',
      (_, response) => void response.writeHead(503, { 'retry-after': until }).end(),
    )
    const id = await stage.follow('/feed')
    expect(await stage.archive.feed(id)).toMatchObject({
      error: 'its server asks for patience (503)',
      heldUntil: monday + 5 * hour,
      nextReadAt: monday + 5 * hour,
    })
    await stage.pass(5 * hour - minute)
    expect(stage.site.asked).toHaveLength(1)
    stage.site.pages.set(
      '/feed',
      sends(() => eels),
    )
    await stage.pass(minute)
    expect((await stage.archive.feed(id))?.heldUntil).toBeUndefined()
  })

  it('has everything of its host left alone where its server asks for that, and the others not', async () => {
    const stage = await setFeedStage()
    const item = { title: 'Eels', guid: '1', link: `${stage.site.origin}/eels`, text: 'Eels are late.' }
    stage.site.pages.set(
      '/busy',
      (_, response) => void response.writeHead(429, { 'retry-after': '18000' }).end(),
    )
    stage.site.pages.set(
      '/feed',
      sends(() => rss('Quay', [item])),
    )
    await stage.follow('/busy')
    const id = await stage.follow('/feed')
    expect(stage.site.asked).toEqual(['/busy'])
    expect(await stage.archive.feed(id)).toMatchObject({ failures: 0, nextReadAt: monday + 5 * hour })
    await stage.follow('http://127.0.0.2:9/feed')
    expect(stage.lines.join('')).toContain('127.0.0.2:9')
    await stage.pass(5 * hour)
    expect(stage.site.asked.slice(1)).toEqual(expect.arrayContaining(['/busy', '/feed']))
  })

  it('is told to those who have it when it has failed for long and when it is given up: once, by its name, and why', async () => {
    const stage = await setFeedStage()
    stage.site.pages.set(
      '/feed',
      sends(() => eels),
    )
    await stage.follow('/feed', 's')
    await stage.follow('/feed', 't')
    await stage.follow('/feed')
    stage.site.pages.set('/feed', fails)
    for (let days = 0; days < 12; days++) await stage.pass(day + 7 * hour)
    const servers = ['s', 't']
    const failing = {
      servers,
      event: { kind: 'feedFailing', feed: 'Quay', why: 'its server fails (500)' },
    }
    const givenUp = {
      servers,
      event: {
        kind: 'feedGivenUp',
        feed: 'Quay',
        why: 'not readable since 2026-11-24: its server fails (500)',
      },
    }
    expect(stage.notices).toEqual([failing, givenUp])
  })

  it('is told to be well again to those who were told that it fails', async () => {
    const stage = await setFeedStage()
    const works = sends(() => eels)
    for (const failures of [3, 6]) {
      stage.site.pages.set('/feed', works)
      await stage.follow('/feed', 's')
      stage.site.pages.set('/feed', fails)
      for (let times = 0; times < failures; times++) await stage.pass(day)
      stage.site.pages.set('/feed', works)
      await stage.pass(2 * day)
    }
    expect(stage.notices.map(({ event }) => event)).toEqual([
      { kind: 'feedFailing', feed: 'Quay', why: expect.any(String) },
      { kind: 'feedRecovered', feed: 'Quay' },
    ])
  })

  it('is asked again with new patience when somebody adds it, and posts what is new since', async () => {
    const stage = await setFeedStage()
    const items = [{ title: 'Eels', guid: '1' }]
    const works = sends(() => rss('Quay', items))
    stage.site.pages.set('/feed', works)
    const id = await stage.follow('/feed', 's')
    stage.site.pages.set('/feed', fails)
    for (let days = 0; days < 9; days++) await stage.pass(day + 7 * hour)
    expect((await stage.archive.feed(id))?.disabled).toBeDefined()
    await stage.follow('/feed', 't')
    expect(await stage.archive.feed(id)).toMatchObject({ failures: 1, failingSince: stage.clock.now() })
    expect((await stage.archive.feed(id))?.disabled).toBeUndefined()
    items.push({ title: 'Ferry', guid: '2' })
    stage.site.pages.set('/feed', works)
    await stage.pass(2 * hour)
    expect(await stage.news()).toEqual(['Ferry'])
  })
})

describe('a crowd of hostile feeds', () => {
  const zeros = Buffer.alloc(12_000_000)
  const packed = (coding: string, bytes: Buffer): Page => {
    return (_, response) => void response.writeHead(200, { 'content-encoding': coding }).end(bytes)
  }
  const xml = (text: string) => sends(() => text)
  const endless: Page = (_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(zeros.subarray(0, 100_000)));
    }
    response.on('drain', more).writeHead(200)
    more()
  }
  const hostile: Readonly<Record<string, readonly [Page, string]>> = {
    '/endless': [endless, 'it is too large'],
    '/gzip': [packed('gzip', gzipSync(zeros)), 'it is too large'],
    '/deflate': [packed('deflate', deflateSync(zeros)), 'it is too large'],
    '/br': [packed('br', brotliCompressSync(zeros)), 'it is too large'],
    '/zstd': [packed('zstd', zstdCompressSync(zeros)), 'it is too large'],
    '/circle': [
      (_, response) => void response.writeHead(302, { location: '/circle' }).end(),
      'it redirects in a circle or too often',
    ],
    '/inside': [
      (_, response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
      'addresses inside private networks are not read',
    ],
    '/longer': [
      (_, response) => {
        response.writeHead(200, { 'content-length': '9999' }).write(eels)
        setTimeout(() => response.destroy(), 20)
      },
      'its server cannot be reached',
    ],
    '/unchanged': [(_, response) => void response.writeHead(304).end(), 'its server fails (304)'],
    '/cut': [(_, response) => void response.destroy(), 'its server cannot be reached'],
    '/deep': [xml(`<rss><channel>${'<a>'.repeat(50_000)}`), 'its elements are nested too deep (over 256)'],
    '/laughs': [
      xml(
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
      ),
      'its entity &b; is made of another (&a;), which may grow without end',
    ],
    '/page': [sends(() => '<html></html>', 'text/html'), 'it is a web page, not a feed'],
    '/binary': [xml('\0\u0001\u0002'), 'it is not text (binary)'],
  }

  it('is refused one by one, each with its reason, and what stands among them is read', async () => {
    const stage = await setFeedStage({ totalMs: 15_000 })
    const latin = Buffer.from(eels.replace('Eels', 'Eels à la carte'), 'latin1')
    stage.site.pages.set('/latin', (_, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(latin)
    })
    const ids = new Map<string, string>()
    for (const [path, [page]] of Object.entries(hostile)) {
      stage.site.pages.set(path, page)
      ids.set(path, await stage.follow(path))
    }
    ids.set('tls', await stage.follow(`${stage.site.origin.replace('http:', 'https:')}/feed`))
    await stage.follow('/latin')
    expect(await stage.titles()).toEqual(['Eels à la carte'])
    for (const [path, [, why]] of Object.entries(hostile))
      expect((await stage.archive.feed(ids.get(path) ?? ''))?.error, path).toBe(why)
    expect((await stage.archive.feed(ids.get('tls') ?? ''))?.error).toBe(
      'its server has no valid certificate',
    )
  })

  it('is given up one by one where it is slow, before its headers or within its body', async () => {
    const stage = await setFeedStage({ totalMs: 300 })
    stage.site.pages.set('/headers', () => undefined)
    stage.site.pages.set('/body', (_, response) => void response.writeHead(200).write('<rss>'))
    for (const path of ['/headers', '/body']) {
      const id = await stage.follow(path)
      expect((await stage.archive.feed(id))?.error).toBe('its server does not answer in time')
    }
  })
})
