import { describe, expect, it } from 'vitest'
import type { Posting } from '../../src/archive/deliveries.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { composePost } from '../../src/discord/compose.ts'
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

describe('composePost', () => {
  it('says nothing of an article that by now comes through the feeds of others alone', async () => {
    const archive = await fresh(async () => openSqliteArchive(':memory:'), {
      id: 'a',
      origin: { key: 'all' },
    })
    await archive.addFollow(follow)
    expect(await composePost({ archive, languageTo: async () => english }, posting)).toMatchObject({
      title: 'Title of a',
    })
    await archive.keep(entry({ id: 'a', origin: { key: 'feed of 2', server: '2' } }))
    await archive.withdraw('all', 2)
    await archive.keep(entry({ id: 'a', title: 'Forged', origin: { key: 'feed of 2', server: '2' } }))
    expect(await composePost({ archive, languageTo: async () => english }, posting)).toBeUndefined()
  })
})
