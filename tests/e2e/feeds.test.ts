import { describe, expect, it } from 'vitest'
import type { InteractionOutcome } from '../../src/preview/interactions.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { rss, sends } from '../newsroom/news-site.ts'
import { idOf, makeDesk, shown, soonMs, startCrier, startDiscord, until } from './harness.ts'
import { openSite } from './site.ts'

/** Another event than all others; long enough to be a whole article. */
const harvest = 'Barley, wheat and rye came late to the barns of the valley. '.repeat(25)

/** A page that declares two feeds, each with an article, and one that is no feed. */
async function setStage() {
  const site = await openSite()
  const now = Date.now()
  const feed = (name: string) =>
    sends(() =>
      rss(name, [
        { title: `${name} *old*`, guid: `${name}1`, date: now - 7_200_000, text: harvest },
        { title: `${name} new`, guid: `${name}2`, date: now - 3_600_000 },
      ]),
    )
  const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`
  site.pages.set('/world', feed('World'))
  site.pages.set('/sport', feed('Sport'))
  site.pages.set(
    '/',
    sends(() => `<html><head>${['/world', '/sport', '/none'].map(link).join('')}</head></html>`, 'text/html'),
  )
  return { site, discord: await startDiscord(), desk: await makeDesk() }
}

/** What an answer says: in place of the message whose button was pressed, or as a message of its own. */
const said = ({ messages, updated }: InteractionOutcome) =>
  shown(updated === undefined ? messages : [updated])

const manyFetches = { FETCHES_PER_MINUTE: { member: 30, server: 30 } }

describe.concurrent('/feeds', () => {
  it('adds a feed by its address, brings its articles to this server alone, tells how it is, and removes it', async () => {
    const { desk, ...stage } = await setStage()
    await using site = stage.site
    await using discord = stage.discord
    await using crier = await startCrier(discord, desk)
    const hand = discord.as(seedIds.admin)
    const ask = async (name: string, options = {}) => shown((await hand.command(name, options)).messages)
    expect(await ask('feeds list')).toContain('There are none yet.')
    const { messages } = await hand.command('feeds add', { url: `${site.origin}/world` })
    expect(messages[0]?.ephemeral).toBe(true)
    expect(shown(messages)).toMatch(/^Added\nWorld · 127.0.0.1:\d+\/world\n- World new .*\n- World \*old\* /)
    await until(async () => (await ask('latest')).includes('World new'))
    const elsewhere = discord.as(seedIds.admin, seedIds.elsewhereGeneral)
    expect(shown((await elsewhere.command('latest')).messages)).not.toContain('World')
    expect(await ask('feeds list')).toMatch(/1 of 100 of this server\nWorld · .*\nread .* · next /)
    const [feed] = await crier.archive.feeds({ server: seedIds.newsroom })
    const { choices } = await hand.autocomplete('feeds check', { feed: 'wor' }, 'feed')
    expect(choices).toEqual([{ name: `World · ${site.origin.slice(7)}/world`, value: feed?.id }])
    expect(await ask('feeds check', { feed: feed?.id ?? '' })).toMatch(
      /World\n.*\/world\n- Last read: 20.*\n- Last news: 20.*\n- Next read: 20.*\n- Last error: none/,
    )
    expect(await ask('feeds remove', { feed: 'World' })).toContain('No longer read\nWorld')
    expect(await ask('latest')).not.toContain('World')
    expect(await crier.archive.feeds()).toEqual([])
  })

  it('posts what comes later where the server follows it, and nowhere else', async () => {
    const { desk, ...stage } = await setStage()
    await using site = stage.site
    await using discord = stage.discord
    await using crier = await startCrier(discord, desk)
    const hand = discord.as(seedIds.admin)
    await hand.command('follow add', { channel: seedIds.news })
    await discord.as(seedIds.admin, seedIds.elsewhereGeneral).command('follow add', {
      channel: seedIds.elsewhereNews,
    })
    const items = [{ title: 'Old eels', guid: '1' }]
    site.pages.set(
      '/feed',
      sends(() => rss('Quay', items)),
    )
    await hand.command('feeds add', { url: `${site.origin}/feed` })
    const server = { server: seedIds.newsroom }
    await until(async () => (await crier.archive.feeds(server))[0]?.loaded === true)
    items.push({ title: 'New eels', guid: '2' })
    const [message] = (await hand.command('feeds check', { feed: 'Quay' })).messages
    await hand.press(message?.id ?? '', idOf(message, 'Read it now'))
    await discord.waitForMessage(seedIds.news, (posted) => shown([posted]).includes('New eels'), soonMs)
    expect(discord.messages(seedIds.news)).toHaveLength(1)
    expect(discord.messages(seedIds.elsewhereNews)).toEqual([])
  })

  it('finds the feeds of a page, shows their newest items, and asks which', async () => {
    const { desk, ...stage } = await setStage()
    await using site = stage.site
    await using discord = stage.discord
    await using crier = await startCrier(discord, desk, { config: manyFetches })
    const hand = discord.as(seedIds.admin)
    const { messages } = await hand.command('feeds add', { url: `<${site.origin}>` })
    const [offer] = messages
    expect(shown(messages)).toMatch(/2 feeds were found\nWorld · .*\n- World new .*\n.*\nSport · /)
    expect(site.asked).toEqual(['/', '/world', '/sport', '/none'])
    const menu = idOf(offer, 'Which shall be read?')
    const picked = await hand.select(offer?.id ?? '', menu, ['1', '0'])
    expect(said(picked)).toMatch(/Added\n- Sport\n- World\n/)
    const urls = (await crier.archive.feeds({ server: seedIds.newsroom })).map(({ url }) => url)
    expect(urls).toEqual([`${site.origin}/sport`, `${site.origin}/world`])
    const again = await hand.command('feeds add', { url: `${site.origin}/` })
    expect(shown(again.messages)).toContain('World · 127.0.0.1')
    expect(shown(again.messages)).toContain('· read already')
    expect(() => idOf(again.messages[0], 'Which shall be read?')).toThrow()
  })

  it('looks in the usual places where a page names no feed', async () => {
    const { desk, ...stage } = await setStage()
    await using site = stage.site
    await using discord = stage.discord
    await using _ = await startCrier(discord, desk)
    site.pages.set(
      '/blog',
      sends(() => '<html><body>Hello</body></html>', 'text/html'),
    )
    site.pages.set(
      '/rss.xml',
      sends(() => rss('Blog', [])),
    )
    const { messages } = await discord.as(seedIds.admin).command('feeds add', { url: `${site.origin}/blog` })
    expect(shown(messages)).toMatch(/One feed was found\nBlog · .*\/rss.xml\nThere is nothing in it yet./)
  })

  it('says why nothing was added', async () => {
    const { desk, ...stage } = await setStage()
    await using site = stage.site
    await using discord = stage.discord
    await using crier = await startCrier(discord, desk, {
      config: { FETCHES_PER_MINUTE: { member: 9, server: 9 } },
    })
    const add = async (url: string) =>
      shown((await discord.as(seedIds.admin).command('feeds add', { url })).messages)
    site.pages.set(
      '/text',
      sends(() => 'Hello', 'text/plain'),
    )
    expect(await add('mailto:eels@quay.test')).toContain('I read http and https addresses only.')
    expect(await add('http://169.254.169.254/feed')).toContain(
      'I cannot read 169.254.169.254/feed: addresses inside private networks are not read.',
    )
    expect(await add(`${site.origin.replace('//', '//me:hunter2@')}/lost?token=hunter2`)).toMatch(
      /^I cannot read 127.0.0.1:\d+\/lost\?token=…: there is nothing at that address \(404\)\.$/,
    )
    expect(await add(`${site.origin}/text`)).toMatch(
      /^There is no feed at .*\/text: it is neither XML nor JSON\. None is linked there or in the usual places either\.$/,
    )
    await crier.archive.addFeed({ id: 'open', url: `${site.origin}/sport` }, {}, 0)
    expect(await add(`${site.origin}/sport`)).toContain('is read for everybody already')
    await add(`${site.origin}/world`)
    expect(await add(`${site.origin}/world#top`)).toMatch(/^This server reads .*\/world already\.$/)
    await add(`${site.origin}/lost`)
    await add(`${site.origin}/lost`)
    await add(`${site.origin}/lost`)
    await add(`${site.origin}/lost`)
    expect(await add(`${site.origin}/lost`)).toContain('I read 9 pages a minute for a')
    for (let number = 1; number < 100; number += 1) {
      const feed = { id: `f${number}`, url: `https://quay.test/${number}` }
      await crier.archive.addFeed(feed, { server: seedIds.newsroom }, Number.MAX_SAFE_INTEGER)
    }
    expect(await add('https://quay.test/new')).toContain('This server has 100 feeds, the most there may be.')
  })

  it('is for those who manage the server, in a server, and for its own feeds', async () => {
    const { desk, ...stage } = await setStage()
    await using site = stage.site
    await using discord = stage.discord
    await using crier = await startCrier(discord, desk)
    const member = discord.as(seedIds.member)
    await expect(member.command('feeds list')).rejects.toThrow('permissions')
    await expect(discord.as(seedIds.admin, 'DM').command('feeds list')).rejects.toThrow()
    await discord.as(seedIds.admin).command('feeds add', { url: `${site.origin}/world` })
    const [feed] = await crier.archive.feeds()
    const elsewhere = discord.as(seedIds.admin, seedIds.elsewhereGeneral)
    for (const name of ['feeds remove', 'feeds check']) {
      const { messages } = await elsewhere.command(name, { feed: feed?.id ?? '' })
      expect(shown(messages)).toContain(`This server reads no feed “${feed?.id}”.`)
    }
    discord.change.setMemberRoles(seedIds.newsroom, seedIds.member, [seedIds.adminRole])
    const [checked] = (await member.command('feeds check', { feed: 'World' })).messages
    const [offer] = (await member.command('feeds add', { url: `${site.origin}/` })).messages
    discord.change.setMemberRoles(seedIds.newsroom, seedIds.member, [])
    expect(checked).toBeDefined()
    const refused = [
      await member.press(checked?.id ?? '', idOf(checked, 'Read it now')),
      await member.select(offer?.id ?? '', idOf(offer, 'Which shall be read?'), ['1']),
    ]
    for (const { messages } of refused)
      expect(shown(messages)).toContain('Only those who manage the server can do that.')
    expect(await crier.archive.feeds()).toHaveLength(1)
  })

  it('says in the notice channel, once, that a feed is read no longer, formatting nothing of its name', async () => {
    const { desk, ...stage } = await setStage()
    await using site = stage.site
    await using discord = stage.discord
    await using crier = await startCrier(discord, desk)
    const hand = discord.as(seedIds.admin)
    await hand.command('settings', { notices: seedIds.general })
    site.pages.set(
      '/feed',
      sends(() => rss('**Quay** @everyone', [])),
    )
    await hand.command('feeds add', { url: `${site.origin}/feed` })
    await until(async () => (await crier.archive.feeds({ server: seedIds.newsroom }))[0]?.loaded === true)
    site.pages.set('/feed', (_, response) => void response.writeHead(410).end())
    const [message] = (await hand.command('feeds check', { feed: '**Quay** @everyone' })).messages
    const checked = await hand.press(message?.id ?? '', idOf(message, 'Read it now'))
    expect(said(checked)).toContain('Given up: its publisher has taken it down (410)')
    const notice = await discord.waitForMessage(
      seedIds.general,
      (posted) => shown([posted]).includes('Notice'),
      soonMs,
    )
    expect(shown([notice])).toBe(
      'Notice\nThe feed “**Quay** @everyone” is read no longer: its publisher has taken it down (410). /feeds check has it tried again.',
    )
    expect(notice.pings).toEqual({ everyone: false, userIds: [], roleIds: [] })
    expect(discord.messages(seedIds.general)).toHaveLength(1)
  })

  it('tells what is wrong with a feed, and reads it again on request, unless its server wants patience', async () => {
    const { desk, ...stage } = await setStage()
    await using site = stage.site
    await using discord = stage.discord
    await using crier = await startCrier(discord, desk)
    const hand = discord.as(seedIds.admin)
    await hand.command('feeds add', { url: `${site.origin}/world` })
    const server = { server: seedIds.newsroom }
    const [feed] = await crier.archive.feeds(server)
    await until(async () => (await crier.archive.feeds(server))[0]?.loaded === true)
    const world = site.pages.get('/world') ?? (() => undefined)
    site.pages.set('/world', (_, response) => void response.writeHead(500).end())
    const check = async () => (await hand.command('feeds check', { feed: feed?.id ?? '' })).messages[0]
    const readNow = async () => {
      const message = await check()
      return said(await hand.press(message?.id ?? '', idOf(message, 'Read it now')))
    }
    expect(await readNow()).toMatch(/Last error: its server fails \(500\)\n- Failing since .* once in a row/)
    expect(shown((await hand.command('feeds list')).messages)).toMatch(
      /1 failing\n.*\n⚠ failing since .*\(500\)/,
    )
    await crier.archive.changeFeed(feed?.id ?? '', { disabled: 'not readable since 2026-11-01: it fails' })
    expect(shown((await hand.command('feeds list')).messages)).toContain('⚠ given up: not readable since')
    site.pages.set('/world', world)
    expect(await readNow()).toMatch(/Last read: 20.*\n.*\n- Next read: 20.*\n- Last error: none$/m)
    site.pages.set('/world', (_, response) => void response.writeHead(429, { 'retry-after': '900' }).end())
    const stale = await check()
    expect(await readNow()).toMatch(
      /Last error: its server asks for patience \(429\)\n.*\n.*left alone until 20/,
    )
    const refused = await hand.press(stale?.id ?? '', idOf(stale, 'Read it now'))
    expect(said(refused)).toMatch(/Its server asks to be left alone until 20.* UTC\. I read it again then\./)
    await expect(readNow()).rejects.toThrow('disabled')
    expect(site.asked.filter((path) => path === '/world')).toHaveLength(5)
  })
})
