import { mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { systemClock } from '../../src/clock.ts'
import { followFeedsFile } from '../../src/newsroom/feeds-file.ts'
import { writeOpml } from '../../src/sources/feed-list.ts'
import { createFeedReader } from '../../src/sources/feed-reader.ts'
import { manualClock } from './manual-clock.ts'

const reader = createFeedReader()
afterAll(reader.close)

/** A list of feeds that is followed; `changes` waits for what a change of it brings. */
async function setStage() {
  const folder = await mkdtemp(join(tmpdir(), 'crier-opml-'))
  const path = join(folder, 'feeds.opml')
  const archive = openSqliteArchive(join(folder, 'crier.db'))
  const clock = manualClock(0)
  const lines: string[] = []
  const log = pino(
    { level: 'warn' },
    new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }),
  )
  const stopping = new AbortController()
  let version = 0
  const write = async (...urls: readonly string[]) => {
    const feeds = urls.map((url) => ({ title: `Feed of ${url}`, url, folders: ['News'] }))
    await writeFile(path, writeOpml({ title: 'Mine', feeds }))
    // File systems stamp coarsely: every version gets a time of its own.
    await utimes(path, ++version, version)
  }
  const urls = async () => (await archive.feeds({})).map(({ url }) => url)
  const until = async (isTrue: () => Promise<boolean>) => {
    const end = Date.now() + 10_000
    while (!(await isTrue())) {
      if (Date.now() > end) throw new Error(`Never; feeds ${await urls()}; logged ${lines.join('')}`)
      clock.advance(15_000)
      await systemClock.wait(5)
    }
  }
  const listen = () => {
    const listening = followFeedsFile({
      archive,
      clock,
      log,
      reader,
      path,
      signal: stopping.signal,
      onFeeds: () => undefined,
    })
    onTestFinished(async () => {
      stopping.abort()
      await listening
      await archive.close()
      await rm(folder, { recursive: true, force: true })
    })
  }
  return { path, archive, lines, write, urls, until, listen }
}

it('adds and removes feeds as the list does, while it runs', async () => {
  const { write, urls, until, listen } = await setStage()
  await write('https://a.test/feed', 'https://b.test/feed')
  listen()
  await until(async () => (await urls()).length === 2)
  await write('https://b.test/feed', 'https://c.test/feed')
  await until(async () => (await urls()).includes('https://c.test/feed'))
  await until(async () => (await urls()).length === 2)
  expect(await urls()).toEqual(['https://b.test/feed', 'https://c.test/feed'])
})

it('leaves the feeds of servers alone', async () => {
  const { write, urls, until, listen, archive } = await setStage()
  await archive.addFeed({ id: 'own', url: 'https://own.test/' }, { server: '1' }, 0)
  await write('https://a.test/feed')
  listen()
  await until(async () => (await urls()).length === 1)
  expect(await archive.feeds({ server: '1' })).toHaveLength(1)
})

it.each([
  ['vanishes', async (path: string) => rename(path, `${path}.bak`), 'is gone'],
  ['is emptied', async (path: string) => writeFile(path, writeOpml({ title: '', feeds: [] })), 'is empty'],
  ['becomes unreadable', async (path: string) => writeFile(path, '<rss/>'), 'was not taken over'],
])('takes nothing away when the list %s, and warns', async (_, damage, warning) => {
  const { path, write, urls, until, listen, lines } = await setStage()
  await write('https://a.test/feed')
  listen()
  await until(async () => (await urls()).length === 1)
  await damage(path)
  await until(async () => lines.join('').includes(warning))
  expect(await urls()).toEqual(['https://a.test/feed'])
})

it('needs no list', async () => {
  const { urls, listen, lines, until } = await setStage()
  listen()
  await until(async () => true)
  expect([await urls(), lines]).toEqual([[], []])
})
