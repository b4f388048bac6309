import { describe, expect, it } from 'vitest'
import type { Viewer } from '../../src/archive/viewer.ts'
import { day, type FeedStage, hour, monday, setFeedStage } from './feed-stage.ts'
import { type Item, rss, sends, wholeText } from './news-site.ts'

const eels = (date: number): Item => ({
  title: 'Eels',
  guid: '1',
  link: 'https://quay.test/eels',
  date,
})
const old: Item = { title: 'Old', guid: '0', date: monday - day }

/** A stage with a follow of everything in each of two servers, "s" and "t". */
async function setTwoServers() {
  const stage = await setFeedStage()
  await stage.archive.addFollow({ id: 'g', owner: 't', channel: 'd', createdBy: 'u', createdAt: 0 })
  return stage
}

/** Channels in which an article with this title was posted, in order. */
async function channelsOf({ archive }: FeedStage, title: string): Promise<readonly string[]> {
  const { rows } = await archive.newest({ viewer: { kind: 'operator' } }, { offset: 0, limit: 100 })
  const ids = rows.filter((row) => row.title === title).map(({ id }) => id)
  return (await Promise.all(ids.map((id) => archive.deliveriesOf(id)))).flat().map(({ channel }) => channel)
}

async function titlesFor({ archive }: FeedStage, viewer: Viewer): Promise<readonly string[]> {
  return (await archive.newest({ viewer }, { offset: 0, limit: 100 })).rows.map(({ title }) => title)
}

describe('an article of a server’s own feed', () => {
  it('is posted there, and elsewhere when it comes openly later', async () => {
    const stage = await setTwoServers()
    const own = [old]
    const open = [old]
    stage.site.pages.set(
      '/own',
      sends(() => rss('Own', own)),
    )
    stage.site.pages.set(
      '/open',
      sends(() => rss('Open', open)),
    )
    await stage.follow('/own', 's')
    await stage.follow('/open')
    own.push(eels(monday + hour))
    await stage.pass(2 * hour)
    expect(await channelsOf(stage, 'Eels')).toEqual(['c'])
    expect(await titlesFor(stage, { kind: 'server', id: 't' })).toEqual(['Old'])
    open.push({ ...eels(monday + hour), guid: 'other' })
    await stage.pass(2 * hour)
    expect(await channelsOf(stage, 'Eels')).toEqual(['c', 'd'])
    expect(await titlesFor(stage, { kind: 'person', id: 'p' })).toEqual(['Eels', 'Old'])
    await stage.pass(2 * hour)
    expect(await channelsOf(stage, 'Eels')).toEqual(['c', 'd'])
  })

  it('is posted elsewhere too where the first sight of the own feed was silent', async () => {
    const stage = await setTwoServers()
    const open = [old]
    stage.site.pages.set(
      '/own',
      sends(() => rss('Own', [eels(monday - hour)])),
    )
    stage.site.pages.set(
      '/open',
      sends(() => rss('Open', open)),
    )
    await stage.follow('/own', 's')
    await stage.follow('/open')
    open.push(eels(monday - hour))
    await stage.pass(2 * hour)
    expect(await channelsOf(stage, 'Eels')).toEqual(['d'])
  })

  it('is not posted where a server adds a feed that others read already: what it holds is no news', async () => {
    const stage = await setTwoServers()
    const items = [old]
    stage.site.pages.set(
      '/own',
      sends(() => rss('Own', items)),
    )
    await stage.follow('/own', 's')
    items.push(eels(monday + hour))
    await stage.pass(2 * hour)
    await stage.follow('/own', 't')
    expect(await titlesFor(stage, { kind: 'server', id: 't' })).toEqual(['Eels', 'Old'])
    items.push({ title: 'Ferry', guid: '2', date: monday + 3 * hour })
    await stage.pass(2 * hour)
    expect(await channelsOf(stage, 'Eels')).toEqual(['c'])
    expect(await channelsOf(stage, 'Ferry')).toEqual(['c', 'd'])
    expect(stage.site.asked).toEqual(['/own', '/own', '/own'])
  })
})

describe('an article that several feeds bring', () => {
  /** What somebody reads of the articles with the eels' address: how their texts begin. */
  const wordsFor = async ({ archive }: FeedStage, viewer: Viewer) => {
    const { rows } = await archive.newest({ viewer }, { offset: 0, limit: 9 })
    const found = await Promise.all(rows.map(({ id }) => archive.article(id, viewer)))
    return found.map((one) => one?.article.text.split(' was ')[0]).sort()
  }
  /** A feed whose one entry, at the eels' address, says what it is told to. */
  const saying = ({ site }: FeedStage, path: string, words: string) =>
    site.pages.set(
      path,
      sends(() => rss(path, [{ ...eels(monday - hour), text: wholeText(words) }])),
    )
  const in1 = { kind: 'server', id: 's' } as const
  const in2 = { kind: 'server', id: 't' } as const
  const all = { kind: 'person', id: 'p' } as const

  it('says what the open one says, whatever a server’s own said before or says later', async () => {
    const stage = await setFeedStage()
    saying(stage, '/false', 'A falsehood')
    await stage.follow('/false', 's')
    saying(stage, '/open', 'The truth')
    await stage.follow('/open')
    expect(await wordsFor(stage, all)).toEqual(['The truth'])
    saying(stage, '/false', 'Another falsehood')
    await stage.pass(2 * hour)
    expect([await wordsFor(stage, all), await wordsFor(stage, in1)]).toEqual([['The truth'], ['The truth']])
    saying(stage, '/open', 'The whole truth')
    await stage.pass(2 * hour)
    expect(await wordsFor(stage, in1)).toEqual(['The whole truth'])
  })

  it('is one for each of two servers whose feeds have nothing to do with each other', async () => {
    const stage = await setFeedStage()
    saying(stage, '/one', 'One')
    saying(stage, '/two', 'Two')
    await stage.follow('/one', 's')
    await stage.follow('/two', 't')
    expect([await wordsFor(stage, in1), await wordsFor(stage, in2)]).toEqual([['One'], ['Two']])
  })

  it('is one for a server that has both, and says what the feed says that more have', async () => {
    const stage = await setFeedStage()
    saying(stage, '/one', 'One')
    saying(stage, '/two', 'Two')
    await stage.follow('/one', 's')
    await stage.follow('/two', 's')
    expect(await wordsFor(stage, in1)).toEqual(['One'])
    await stage.follow('/two', 't')
    saying(stage, '/two', 'More of two')
    await stage.pass(2 * hour)
    expect([await wordsFor(stage, in1), await wordsFor(stage, in2)]).toEqual([
      ['More of two'],
      ['More of two'],
    ])
    saying(stage, '/one', 'More of one')
    await stage.pass(2 * hour)
    expect(await wordsFor(stage, in2)).toEqual(['More of two'])
  })
})

describe('a feed that only a password opens', () => {
  it('is another feed than without it, and its articles are its own, whoever else has their address', async () => {
    const stage = await setTwoServers()
    const address = stage.site.origin.replace('//', '//me:hunter2@')
    stage.site.pages.set('/feed', (request, response) => {
      const isKnown = request.headers.authorization !== undefined
      const text = wholeText(isKnown ? 'For subscribers' : 'A teaser')
      sends(() => rss('Quay', [{ ...eels(monday - hour), text }]))(request, response)
    })
    const own = await stage.follow(`${address}/feed`, 's')
    expect(await stage.follow('/feed')).not.toBe(own)
    const textsFor = async (viewer: Viewer) => {
      const { rows } = await stage.archive.newest({ viewer }, { offset: 0, limit: 9 })
      const found = await Promise.all(rows.map(({ id }) => stage.archive.article(id, viewer)))
      return found.map((one) => one?.article.text.split(' was ')[0]).sort()
    }
    expect(await textsFor({ kind: 'server', id: 't' })).toEqual(['A teaser'])
    expect(await textsFor({ kind: 'server', id: 's' })).toEqual(['A teaser', 'For subscribers'])
  })

  it('is in no line of the log, whatever happens to it', async () => {
    const stage = await setFeedStage()
    const address = stage.site.origin.replace('//', '//me:hunter2@')
    stage.site.pages.set(
      '/page?token=hunter2',
      sends(() => '<html></html>', 'text/html'),
    )
    await stage.follow(`${address}/page?token=hunter2`, 's')
    await stage.follow(`${address}/lost?token=hunter2`, 's')
    expect(stage.lines).toHaveLength(2)
    expect(stage.lines.join('')).toContain('token=…')
    expect(stage.lines.join('')).not.toContain('hunter2')
    expect(JSON.stringify((await stage.archive.feeds()).map(({ error }) => error))).not.toContain('hunter2')
  })
})
