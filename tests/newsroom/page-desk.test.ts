import { Writable } from 'node:stream'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Viewer } from '../../src/archive/archive.ts'
import { openKeyed, pageFailureLifeMs, pageLifeMs } from '../../src/archive/keyed.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { UserError } from '../../src/errors.ts'
import { openPageDesk } from '../../src/newsroom/page-desk.ts'
import { articleId } from '../../src/newsroom/take.ts'
import { canonicalUrl } from '../../src/sources/canonical-url.ts'
import { openWeb } from '../../src/sources/http.ts'
import { entry } from '../archive/entries.ts'
import { manualClock } from './manual-clock.ts'
import { openNewsSite, sends } from './news-site.ts'
import { page } from './pages.ts'

const server = (id: string): Viewer => ({ kind: 'server', id })
const mira = { viewer: server('quay'), member: 'mira' }
const ole = { viewer: server('quay'), member: 'ole' }

/** A desk on a clock that goes when it is told to, beside a publisher's server. */
async function setDesk({
  allow = ['127.0.0.1'],
  rates = { member: 5, server: 30 },
  isDiskFull = false,
} = {}) {
  const clock = manualClock(Date.UTC(2026, 10, 23, 12))
  const [site, archive] = [await openNewsSite(), openSqliteArchive(':memory:')]
  const web = openWeb({ allowPrivateHosts: allow, now: clock.now, limits: { totalMs: 2000 } })
  const lines: string[] = []
  const log = pino(new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }))
  const keyed = openKeyed(archive, clock.now)
  const set = async (): Promise<void> => Promise.reject(new Error('no space left'))
  const full = { pageFailures: keyed.pageFailures, pages: { ...keyed.pages, set } }
  const open = () => openPageDesk({ archive, keyed: isDiskFull ? full : keyed, web, clock, log, rates })
  const desks = [open()]
  onTestFinished(async () => {
    for (const desk of desks) await desk.close()
    await Promise.all([web.close(), site.close()])
    await archive.close()
  })
  const publish = (path: string, title: string): string => {
    site.pages.set(
      path,
      sends(() => page({ title }), 'text/html'),
    )
    return site.origin + path
  }
  return {
    archive,
    clock,
    lines,
    site,
    publish,
    desk: desks[0] ?? open(),
    restart: () => {
      const desk = open()
      desks.push(desk)
      return desk
    },
  }
}

describe('the page desk', () => {
  it('reads and understands a page, and keeps it out of the archive', async () => {
    const { desk, publish, archive, clock } = await setDesk()
    const url = publish('/ferry', 'Ferry sails again')
    const { article, analysis } = await desk.read(url, mira)
    expect(article).toMatchObject({ title: 'Ferry sails again', url, firstSeenAt: clock.now() })
    expect(analysis.quotes).not.toEqual([])
    expect((await archive.size({ kind: 'operator' })).articles).toBe(0)
  })

  it('asks for a page once, however it is linked, also after a restart, until it is too old', async () => {
    const { desk, publish, restart, site, clock } = await setDesk()
    const url = publish('/ferry?id=7', 'Ferry sails again')
    site.pages.set('/ferry?id=7&utm_source=chat', site.pages.get('/ferry?id=7') ?? (() => undefined))
    const first = await desk.read(url, mira)
    const links = [url, `${url}&utm_source=chat`, `${url}#:~:text=sails`, ` ${url} `]
    for (const link of links) expect(await desk.read(link, ole)).toEqual(first)
    expect(await restart().read(url, mira)).toEqual(first)
    expect(await restart().recall(first.article.id)).toEqual(first)
    expect(site.asked).toEqual(['/ferry?id=7'])
    clock.advance(pageLifeMs)
    expect(await desk.recall(first.article.id)).toBeUndefined()
    await desk.read(url, mira)
    expect(site.asked).toHaveLength(2)
  })

  it('asks once for all who want a page at the same time', async () => {
    const { desk, publish, site } = await setDesk({ rates: { member: 1, server: 1 } })
    const url = publish('/ferry', 'Ferry sails again')
    const answers = await Promise.all([mira, ole, mira].map((asker) => desk.read(url, asker)))
    expect(new Set(answers.map(({ article }) => article.title))).toEqual(new Set(['Ferry sails again']))
    expect(site.asked).toEqual(['/ferry'])
  })

  it('gives the archive’s own article without asking, to those alone who see it', async () => {
    const { desk, publish, archive, site } = await setDesk()
    const url = publish('/ferry', 'The page as anybody finds it')
    const id = articleId(`url:${canonicalUrl(url)}`)
    await archive.keep(
      entry({ id, url, title: 'The article of one server', origin: { key: 'a', server: 'quay' } }),
    )
    expect((await desk.read(url, mira)).article.title).toBe('The article of one server')
    expect(site.asked).toEqual([])
    const elsewhere = { viewer: server('elsewhere'), member: 'mira' }
    expect((await desk.read(url, elsewhere)).article.title).toBe('The page as anybody finds it')
  })

  it('finds an article by the address that its file gives, however that is linked', async () => {
    const { desk, archive } = await setDesk()
    const url = 'https://quay.invalid/ferry'
    await archive.keep(entry({ id: 'a', url, title: 'From a file' }))
    for (const link of [url, `${url}?utm_source=mail`, 'http://quay.invalid/ferry#top'])
      expect((await desk.read(link, mira)).article.title).toBe('From a file')
  })

  it('counts pages by member and server, but neither what it has nor what others wait for', async () => {
    const { desk, publish, clock } = await setDesk({ rates: { member: 2, server: 3 } })
    const [a, b, c, d] = ['/a', '/b', '/c', '/d'].map((path) => publish(path, `Ferry ${path}`))
    await desk.read(a ?? '', mira)
    await desk.read(a ?? '', mira)
    await desk.read(b ?? '', mira)
    await expect(desk.read(c ?? '', mira)).rejects.toThrow(
      new UserError('I read 2 pages a minute for a person. Try again in 60 seconds.'),
    )
    await desk.read(a ?? '', mira)
    await desk.read(c ?? '', ole)
    clock.advance(59_001)
    await expect(desk.read(d ?? '', ole)).rejects.toThrow(
      new UserError('I read 3 pages a minute for a server. Try again in 1 second.'),
    )
    clock.advance(1000)
    expect((await desk.read(d ?? '', ole)).article.title).toBe('Ferry /d')
  })

  it('says that reading is switched off where the rate is 0', async () => {
    const { desk, publish, site } = await setDesk({ rates: { member: 0, server: 0 } })
    await expect(desk.read(publish('/a', 'Ferry'), mira)).rejects.toThrow('switched off')
    expect(site.asked).toEqual([])
  })

  it('says why a page cannot be read, remembers it for minutes, and tries again then', async () => {
    const { desk, publish, site, clock } = await setDesk()
    const url = `${site.origin}/gone?session=secret`
    const why = new UserError(
      `I cannot read ${new URL(url).host}/gone?session=…: there is nothing at that address (404).`,
    )
    await expect(desk.read(url, mira)).rejects.toThrow(why)
    await expect(desk.read(url, ole)).rejects.toThrow(why)
    expect(site.asked).toHaveLength(1)
    publish('/gone?session=secret', 'Back again')
    clock.advance(pageFailureLifeMs)
    expect((await desk.read(url, mira)).article.title).toBe('Back again')
  })

  it.each([
    ['image/png', 'it is no web page (image/png)'],
    ['application/rss+xml', 'it is no web page (application/rss+xml)'],
    ['text/html', 'it has no article text'],
  ])('refuses what is no article: %s', async (type, why) => {
    const { desk, site } = await setDesk()
    site.pages.set(
      '/x',
      sends(() => '<html><body><p>', type),
    )
    await expect(desk.read(`${site.origin}/x`, mira)).rejects.toThrow(why)
  })

  it('reaches no private host, names none of its reasons, and logs them', async () => {
    const { desk, site, lines } = await setDesk({ allow: [] })
    await expect(desk.read(`${site.origin}/a`, mira)).rejects.toThrow(
      /^I cannot read 127\.0\.0\.1:\d+\/a: addresses inside private networks are not read\.$/,
    )
    expect(site.asked).toEqual([])
    expect(lines.join('')).toContain('ALLOW_PRIVATE_HOSTS')
  })

  it.each([
    ['ftp://quay.example/x', 'I read http and https addresses only.'],
    ['javascript://x', 'I read http and https addresses only.'],
    ['http://', 'I read http and https addresses only.'],
    [
      'https://mira:hunter2@quay.example/x',
      'I read no addresses with a user name or password in them (quay.example).',
    ],
  ])('asks nobody for %s', async (url, why) => {
    const { desk } = await setDesk()
    await expect(desk.read(url, mira)).rejects.toThrow(new UserError(why))
  })

  it('takes a page’s word for its address within its own host alone', async () => {
    const { desk, site } = await setDesk()
    const claims = (url: string) => page({ title: 'Ferry', head: `<link rel="canonical" href="${url}">` })
    site.pages.set(
      '/a?ref=x1',
      sends(() => claims(`${site.origin}/a`), 'text/html'),
    )
    site.pages.set(
      '/b',
      sends(() => claims('https://famous.example/b'), 'text/html'),
    )
    expect((await desk.read(`${site.origin}/a?ref=x1`, mira)).article.url).toBe(`${site.origin}/a`)
    expect((await desk.read(`${site.origin}/b`, mira)).article.url).toBe(`${site.origin}/b`)
  })

  it('gives up on a server that never answers, and asks it nothing of what waited behind', async () => {
    const { desk, site, clock } = await setDesk()
    const asked = Promise.withResolvers<void>()
    site.pages.set('/slow', () => asked.resolve())
    const slow = expect(desk.read(`${site.origin}/slow`, mira)).rejects.toThrow('does not answer in time')
    const waiting = expect(desk.read(`${site.origin}/next`, ole)).rejects.toThrow('does not answer in time')
    await asked.promise
    clock.advance(20_000)
    await Promise.all([slow, waiting])
    expect(site.asked).toEqual(['/slow'])
  })

  it('ends what is under way when it is closed, and remembers no failure of it', async () => {
    const { desk, publish, site, restart } = await setDesk()
    const asked = Promise.withResolvers<void>()
    site.pages.set('/slow', () => asked.resolve())
    const ended = expect(desk.read(`${site.origin}/slow`, mira)).rejects.toThrow('reading was stopped')
    await asked.promise
    await desk.close()
    await ended
    const url = publish('/slow', 'Ferry sails again')
    expect((await restart().read(url, mira)).article.title).toBe('Ferry sails again')
  })

  it('takes what it kept as forgotten where that is damaged or an earlier version’s', async () => {
    const { desk, publish, archive, clock, site } = await setDesk()
    const url = publish('/ferry', 'Ferry sails again')
    const { article } = await desk.read(url, mira)
    await openKeyed(archive, clock.now).pages.set(article.id, { article: { id: article.id }, analysis: [] })
    expect(await desk.recall(article.id)).toBeUndefined()
    expect((await desk.read(url, mira)).article).toEqual(article)
    expect(site.asked).toHaveLength(2)
  })

  it('shows a text that is too long to be kept', async () => {
    const { desk, site } = await setDesk()
    const text = 'The ferry sailed on Friday, and the harbour was full of people. '.repeat(4000)
    site.pages.set(
      '/long',
      sends(() => page({ title: 'Long', text }), 'text/html'),
    )
    const { article } = await desk.read(`${site.origin}/long`, mira)
    expect(article.text.length).toBeGreaterThan(200_000)
    expect(await desk.recall(article.id)).toBeUndefined()
  })

  it('answers also where the answer cannot be kept', async () => {
    const { desk, publish, lines } = await setDesk({ isDiskFull: true })
    expect((await desk.read(publish('/a', 'Ferry sails again'), mira)).article.title).toBe(
      'Ferry sails again',
    )
    expect(lines.join('')).toContain('no space left')
  })
})
