import { describe, expect, it } from 'vitest'
import { openKeyed, pageFailureLifeMs } from '../../src/archive/keyed.ts'
import { sends } from './news-site.ts'
import { mira, ole, setDesk } from './page-stage.ts'

describe('the page desk, where something is wrong,', () => {
  it('says that reading is switched off where the rate is 0', async () => {
    const { desk, publish, site } = await setDesk({ rates: { member: 0, server: 0 } })
    await expect(desk.read(publish('/a', 'Ferry'), mira)).rejects.toThrow('switched off')
    expect(site.asked).toEqual([])
  })

  it('says why a page cannot be read, remembers it for minutes, and tries again then', async () => {
    const { desk, publish, site, clock } = await setDesk()
    const url = `${site.origin}/gone?session=secret`
    const why = `I cannot read ${new URL(url).host}/gone?session=…: there is nothing at that address (404).`
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
    await expect(desk.read(url, mira)).rejects.toThrow(why)
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

  it('answers also where the answer cannot be kept', async () => {
    const { desk, publish, lines } = await setDesk({ isDiskFull: true })
    expect((await desk.read(publish('/a', 'Ferry sails again'), mira)).article.title).toBe(
      'Ferry sails again',
    )
    expect(lines.join('')).toContain('no space left')
  })
})
