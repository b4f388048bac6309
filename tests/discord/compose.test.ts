import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import type { Posting } from '../../src/archive/deliveries.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { renderText } from '../../src/cli/render-text.ts'
import { composeChange, composePost } from '../../src/discord/compose.ts'
import { english } from '../../src/discord/locales/en.ts'
import { entry } from '../archive/entries.ts'
import { fresh } from '../archive/fresh.ts'

const follow = { id: 'f', owner: '1', channel: '11', createdBy: '77', createdAt: 0 }
const posting: Posting = {
  id: 1,
  articleId: 'a',
  channel: '11',
  follows: ['f'],
  state: 'sent',
  attempts: 0,
  plannedAt: 1,
  isDigest: false,
  dueAt: 1,
}

const partsWith = (archive: Archive, zone = 'UTC') => ({
  archive,
  languageTo: async () => english,
  zoneOf: async () => zone,
})

describe('composePost', () => {
  it('titles a digest with the day that it is where it is read', async () => {
    const archive = await fresh(async () => openSqliteArchive(':memory:'), { id: 'a' }, { id: 'b' })
    await archive.addFollow(follow)
    const plannedAt = Date.parse('2026-11-26T01:00:00Z')
    const digest = [posting, { ...posting, id: 2, articleId: 'b' }]
    const titleIn = async (zone: string) =>
      (await composePost(partsWith(archive, zone), { ...posting, plannedAt, isDigest: true, digest }))?.title
    expect(await titleIn('America/New_York')).toBe('Digest of 25 November 2026: 2 articles')
    expect(await titleIn('UTC')).toBe('Digest of 26 November 2026: 2 articles')
  })

  it('says nothing of an article that by now comes through the feeds of others alone', async () => {
    const archive = await fresh(async () => openSqliteArchive(':memory:'), {
      id: 'a',
      origin: { key: 'all' },
    })
    await archive.addFollow(follow)
    expect(await composePost(partsWith(archive), posting)).toMatchObject({
      title: 'Title of a',
    })
    await archive.keep(entry({ id: 'a', origin: { key: 'feed of 2', server: '2' } }))
    await archive.withdraw('all', 2)
    await archive.keep(entry({ id: 'a', title: 'Forged', origin: { key: 'feed of 2', server: '2' } }))
    expect(await composePost(partsWith(archive), posting)).toBeUndefined()
  })
})

describe('composeChange', () => {
  it('leaves out of a digest what nobody took back and is no longer seen there, and tells the rest', async () => {
    const archive = await fresh(async () => openSqliteArchive(':memory:'))
    await archive.addFollow(follow)
    await archive.addFeed({ id: 'x', url: 'https://example.org/x' }, { server: '1' }, 1)
    const item = { keys: ['1'], hash: 'h' }
    await archive.keep({ ...entry({ id: 'a' }), origin: { feed: 'x', item } })
    for (const id of ['b', 'c']) await archive.keep(entry({ id, origin: { key: id } }))
    const digest = ['a', 'b', 'c'].map((articleId, index) => ({ ...posting, id: index + 1, articleId }))
    const lines = async () => {
      const parts = partsWith(archive)
      const change = await composeChange(parts, { ...posting, isDigest: true, digest })
      return renderText(change?.card.components ?? []).match(/^(~~)?Title.*\n.*$/gm)
    }
    await archive.withdraw('c', 60_000)
    expect(await lines()).toEqual([
      'Title of a\nText of a.',
      'Title of b\nText of b.',
      '~~Title of c~~\nHarbour Gazette · withdrawn 1970-01-01 00:01 UTC',
    ])
    await archive.removeFeed('x', { server: '1' }, 2)
    expect(await lines()).toHaveLength(2)
    await archive.withdraw('b', 3)
    await archive.deleteOlder(Number.MAX_SAFE_INTEGER, 10)
    const parts = partsWith(archive)
    expect(await composeChange(parts, { ...posting, isDigest: true, digest })).toBeUndefined()
  })
})
