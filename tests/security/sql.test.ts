import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { termIndex } from '../../src/archive/postgres/term-index.ts'
import { archiveMethods } from '../../src/archive/sql/archive-methods.ts'
import { anywhere } from '../../src/archive/sql/word-index.ts'
import { databaseOver } from '../../src/archive/sqlite/connected-database.ts'
import { migrate } from '../../src/archive/sqlite/migrations.ts'
import { answersTo } from '../archive/contract/all-answers.ts'
import { entry } from '../archive/entries.ts'
import { server } from '../archive/fresh.ts'
import { sourceFiles } from '../regex/expressions.ts'

const root = join(import.meta.dirname, '../..')
/** Occurs nowhere else; what is put into SQL instead of beside it is seen there. */
const word = 'zqx'
const evil = `${word}' OR "1"="1"; --`
const time = 987_654_321_987
/** Values of names and times as they may come from outside. */
const hostile = [word, String(time)]

/** Everything that an archive is asked and told, with hostile values wherever there can be one. */
async function useAll(archive: Omit<Archive, 'close'>): Promise<void> {
  const follow = { id: evil, owner: evil, channel: evil, createdBy: evil, createdAt: time, about: evil }
  const delivery = { channel: evil, follows: [evil] }
  const written = { id: evil, title: evil, publisher: evil, url: evil, author: evil, publishedAt: time }
  const said = [{ words: `"${evil}"`, by: evil, role: evil }]
  const text = `"${evil}" was said by ${evil}. ${'The pier will open again in spring'}.`
  await archive.addFollow(follow)
  await archive.addFeed({ id: evil, url: evil, title: evil }, { server: evil }, time)
  for (const origin of [{ key: evil, server: evil }, { key: `${evil}2` }])
    await archive.keep(entry({ ...written, text, said, people: [[evil]], origin, deliveries: [delivery] }))
  const item = { keys: [evil], hash: evil }
  await archive.keep({ ...entry({ ...written, id: `${evil}2` }), origin: { feed: evil, item } })
  await archive.changeFeed(evil, { title: evil, error: evil, etag: evil, nextReadAt: time })
  await archive.feedItems(evil, [evil])
  await archive.forgetItems(evil, time)
  await archive.recordFile({ path: evil, size: 1, modifiedAt: time, hash: evil })
  await archive.setMark(evil, evil)
  await archive.setKeyValue(evil, evil, time)
  await archive.keyValue(evil, time)
  await archive.clearKeyValues(evil)
  await answersTo({ ...archive, close: async () => undefined }, server(evil), `${evil} ferry`)
  await archive.search({ viewer: server(evil), about: { all: [[[evil]]], none: [[evil]] }, now: time }, page)
  await archive.newest(
    { viewer: server(evil), publisher: evil, speaker: evil, since: time, before: time },
    page,
  )
  await archive.statements({ viewer: server(evil), speaker: evil, publisher: evil, since: time }, page)
  await archive.statements({ viewer: server(evil), words: { stems: [evil], match: 'near' } }, page)
  await archive.claimDeliveries({ now: time, leaseUntil: time, limit: 3 })
  await archive.putOffDelivery(1, time, evil)
  await archive.settleDelivery(1, evil)
  await archive.deliveriesOf(evil)
  await archive.pauseFollow(evil, evil, evil)
  await archive.changeFollow(evil, evil, follow)
  await archive.leaveServer(evil, evil, time)
  await archive.departedServers(time)
  await archive.removeFeed(evil, { server: evil }, time)
  await archive.withdraw(evil, time)
  await archive.removeFollow(evil, evil)
  await archive.deleteOlder(time + 1, 9)
}

const page = { offset: 0, limit: 5 }

describe('the SQL', () => {
  it('holds no value of anybody’s, only places for them', async () => {
    const connection = new DatabaseSync(':memory:')
    migrate(connection, ':memory:')
    const texts: string[] = []
    const spied = new Proxy(connection, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        return (...given: readonly unknown[]) => {
          if (name === 'prepare' || name === 'exec') texts.push(String(given[0]))
          return Reflect.apply(value, target, given)
        }
      },
    })
    await useAll(archiveMethods(databaseOver(spied, ':memory:')))
    expect(new Set(texts).size).toBeGreaterThan(100)
    expect(texts.filter((text) => hostile.some((value) => text.includes(value)))).toEqual([])
    connection.close()
  })

  it('by which Postgres finds words holds none either', () => {
    const texts: string[] = []
    const told = (sql: string) => {
      texts.push(sql)
      return { rows: 3, terms: 9, size: 2, total: 1, changes: 1 }
    }
    const index = termIndex({ all: (sql) => [told(sql)], first: told, run: told })
    const expression = { all: [[[evil], [evil, evil]], [[evil]]], none: [[evil], [evil, evil]] }
    index.add('article_words', 1, { title: [evil], standfirst: [evil], text: [evil] })
    index.flush()
    index.remove('article_words', 1)
    const phrase = { column: 'words', stems: [evil, evil] }
    texts.push(
      index.fit('statement_words', 's.id', { expression, phrase }).sql,
      index.fit('title_words', 'seq', { beginnings: [evil] }).sql,
      index.last('title_words', { beginnings: [evil] }, { most: 5, where: anywhere }).sql,
      index.these('statement_words', { expression, phrase }, [1]).sql,
      index.rank(expression, { title: 8 })(anywhere).sql,
      index.articles(expression, anywhere).sql,
      index.near([evil], { most: 5, where: anywhere }).sql,
    )
    expect(texts.length).toBeGreaterThan(8)
    expect(texts.filter((text) => text.includes(word))).toEqual([])
  })

  it('is run by few files, which are easily read', () => {
    const runners = sourceFiles.filter((file) =>
      /\b(?:connection|client|lock|linked\.client)\.(?:prepare|exec|query)\(/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
    expect(runners).toEqual([
      'src/archive/postgres/connection.ts',
      'src/archive/postgres/migrate-archive.ts',
      'src/archive/postgres/migrate-postgres.ts',
      'src/archive/sqlite/bot-lock.ts',
      'src/archive/sqlite/connected-database.ts',
      'src/archive/sqlite/migrations.ts',
      'src/archive/sqlite/open-database.ts',
      'src/archive/sqlite/sqlite-copy.ts',
    ])
  })
})
