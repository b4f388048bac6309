import { describe, expect, it } from 'vitest'
import { pageLifeMs } from '../../src/archive/keyed.ts'
import { articleId } from '../../src/newsroom/take.ts'
import { canonicalUrl } from '../../src/sources/canonical-url.ts'
import { entry } from '../archive/entries.ts'
import { sends } from './news-site.ts'
import { mira, ole, server, setDesk } from './page-stage.ts'
import { page } from './pages.ts'

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
      'I read 2 pages a minute for a person. Try again in 60 seconds.',
    )
    await desk.read(a ?? '', mira)
    await desk.read(c ?? '', ole)
    clock.advance(59_001)
    await expect(desk.read(d ?? '', ole)).rejects.toThrow(
      'I read 3 pages a minute for a server. Try again in 1 second.',
    )
    clock.advance(1000)
    expect((await desk.read(d ?? '', ole)).article.title).toBe('Ferry /d')
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
})
