import { describe, expect, it } from 'vitest'
import { type Clock, systemClock } from '../../src/clock.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { writeOpml } from '../../src/sources/feed-list.ts'
import { readOpml } from '../../src/sources/opml.ts'
import { idOf, makeDesk, shown, startCrier, startDiscord } from './harness.ts'

/** Far ahead: these feeds are not read. */
const never = Date.UTC(2090, 0, 1)
const server = { server: seedIds.newsroom }

/** A bot whose feeds are never due: nothing is read over the network. */
async function setStage(clock: Clock = systemClock) {
  const discord = await startDiscord()
  const crier = await startCrier(discord, await makeDesk(), { clock })
  const add = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, n) => {
        const feed = { id: `feed${n}`, url: `https://quay.test/${n}`, title: `Feed ${100 + n}` }
        return crier.archive.addFeed(feed, server, never)
      }),
    )
  return { discord, crier, add, hand: discord.as(seedIds.admin) }
}

const list = (...urls: readonly string[]) =>
  writeOpml({ title: 'Mine', feeds: urls.map((url, n) => ({ title: `Feed ${n}`, url, folders: ['News'] })) })

describe.concurrent('/feeds list', () => {
  it('shows a page at a time, and opens a feed from its menu', async () => {
    const { add, hand, ...stage } = await setStage()
    await using _ = stage.discord
    await using crier = stage.crier
    await add(20)
    await crier.archive.addFeed({ id: 'open', url: 'https://open.test/secret/feed' }, {}, never)
    const { messages } = await hand.command('feeds list')
    const [first] = messages
    expect(shown(messages)).toMatch(
      /^Feeds\n20 of 100 of this server · 1 open to all\nFeed 100 · quay.test\/0\nnot read yet/,
    )
    expect(shown(messages)).not.toContain('Feed 108')
    const second = await hand.press(first?.id ?? '', idOf(first, 'Next ›'))
    const third = await hand.press(first?.id ?? '', idOf(second.updated, 'Next ›'))
    expect(shown([third.updated ?? { content: '', components: [] }])).toMatch(
      /Feed 119 · quay.test\/19\n.*\nopen.test · open.test · open to all\n/,
    )
    const opened = await hand.select(first?.id ?? '', idOf(third.updated, 'More of…'), ['open'])
    const text = shown([opened.updated ?? { content: '', components: [] }])
    expect(text).toContain('only the operator can change that')
    expect(text).not.toContain('secret')
    const refused = await hand.command('feeds remove', { feed: 'open' })
    expect(shown(refused.messages)).toContain(
      '“open.test” is in the operator’s list, which is open to all: it stays.',
    )
    const { choices } = await hand.autocomplete('feeds remove', { feed: 'open' }, 'feed')
    expect(choices).toEqual([])
  })
})

describe.concurrent('/feeds export and import', () => {
  it('gives the list as a file that the next server can take', async () => {
    const { hand, ...stage } = await setStage()
    await using discord = stage.discord
    await using crier = stage.crier
    expect(shown((await hand.command('feeds export')).messages)).toContain('There is nothing to export')
    const secret = 'https://me:hunter2@quay.test/feed?a=1&token=x'
    await crier.archive.addFeed({ id: 'a', url: secret, title: 'Quay & Hill' }, server, never)
    await crier.archive.addFeed({ id: 'b', url: 'https://fen.test/feed' }, server, never)
    const { messages } = await hand.command('feeds export')
    const [answer] = messages
    expect(answer?.ephemeral).toBe(true)
    expect(shown(messages)).toMatch(
      /2 feeds, for any feed reader\.\nOne address holds a password or key: .*\n\[feeds.opml\]/,
    )
    expect(shown(messages)).not.toContain('hunter2')
    const data = answer?.attachments[0]?.data ?? new Uint8Array()
    expect(readOpml(data)).toMatchObject({
      title: 'Feeds of Newsroom',
      feeds: [{ url: 'https://fen.test/feed' }, { title: 'Quay & Hill', url: secret }],
    })
    const elsewhere = discord.as(seedIds.admin, seedIds.elsewhereGeneral)
    const file = { filename: 'feeds.opml', data }
    const taken = shown((await elsewhere.command('feeds import', { file })).messages)
    expect(taken).toMatch(/List taken over\nAdded: 2\nRead already: 0\nLeft out: 0/)
    expect((await crier.archive.feeds({ server: seedIds.elsewhere })).map(({ url }) => url).sort()).toEqual([
      'https://fen.test/feed',
      secret,
    ])
    expect(shown((await elsewhere.command('feeds import', { file })).messages)).toContain('Read already: 2')
  })

  it('gives the file also where it had to be waited for', async () => {
    const hasty: Clock = {
      ...systemClock,
      wait: (ms, signal) => systemClock.wait(ms === 700 ? 0 : ms, signal),
    }
    const { add, hand, ...stage } = await setStage(hasty)
    await using _ = stage.discord
    await using crier = stage.crier
    await add(1)
    const feeds = crier.archive.feeds
    crier.archive.feeds = async (owner) => systemClock.wait(50).then(() => feeds(owner))
    const outcome = await hand.command('feeds export')
    expect(outcome.deferred).toBe(true)
    expect(
      outcome.messages.map(({ ephemeral, attachments }) => [ephemeral, attachments[0]?.filename]),
    ).toEqual([[true, 'feeds.opml']])
  })

  it('tells what was left out and why', async () => {
    const { add, hand, ...stage } = await setStage()
    await using _ = stage.discord
    await using crier = stage.crier
    await add(98)
    await crier.archive.addFeed({ id: 'open', url: 'https://open.test/' }, {}, never)
    const urls = ['https://quay.test/0', 'https://open.test/', ...'abcdefghi'].map((url) =>
      url.length > 1 ? url : `https://${url}.test/?key=hunter2`,
    )
    const data = list(...urls).replace('</body>', '<outline text="x" xmlUrl="nonsense"/></body>')
    const text = shown(
      (await hand.command('feeds import', { file: { filename: 'mine.xml', data } })).messages,
    )
    expect(text).toMatch(/Added: 2\nRead already: 2\nLeft out: 8\n/)
    expect(text).toContain('c.test/?key=…: This server has 100 feeds, the most there may be.')
    expect(text).toMatch(/…and 2 more\n1 without a web address/)
    expect(text).not.toContain('hunter2')
    expect(await crier.archive.feeds(server)).toHaveLength(100)
  })

  it('takes nothing but a list of feeds, of a sensible size', async () => {
    const { hand, ...stage } = await setStage()
    await using _ = stage.discord
    await using crier = stage.crier
    const take = async (data: string) =>
      shown((await hand.command('feeds import', { file: { filename: 'mine: *all*.opml', data } })).messages)
    expect(await take('Hello')).toBe('I cannot read “mine: *all*.opml”: it is neither XML nor JSON.')
    expect(await take('<rss><channel/></rss>')).toContain('its root element is <rss>')
    expect(await take(`<opml><body>${'<outline text="x">'.repeat(50_000)}`)).toContain('nested too deep')
    expect(await take(`<opml>${' '.repeat(1_000_000)}</opml>`)).toContain(
      'is too large: lists of feeds up to 1 MB are read.',
    )
    expect(await crier.archive.feeds()).toEqual([])
  })
})
