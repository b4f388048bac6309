import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { Archive } from '../../src/archive/archive.ts'
import { soleLeases } from '../../src/archive/leases.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { systemClock } from '../../src/clock.ts'
import { createAnalyst } from '../../src/newsroom/analyst.ts'
import { feedId } from '../../src/newsroom/feed-id.ts'
import { type Poller, startPoller } from '../../src/newsroom/poller.ts'
import type { Notice } from '../../src/queries/notices.ts'
import { createFeedReader } from '../../src/sources/feed-reader.ts'
import { openWeb } from '../../src/sources/http.ts'
import { onFileEnd } from '../file-end.ts'
import { type ManualClock, manualClock } from './manual-clock.ts'
import { type NewsSite, openNewsSite } from './news-site.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
/** Monday noon, when these tests begin. */
export const monday = Date.UTC(2026, 10, 23, 12)

/** A publisher, an archive with one follow of everything, and a poller on a clock that goes when it is told to. */
export interface FeedStage {
  readonly site: NewsSite
  readonly archive: Archive
  readonly clock: ManualClock
  /** What servers were told. */
  readonly notices: Notice[]
  /** What was logged from warnings on. */
  readonly lines: string[]
  /** Adds the feed at a path or address of the site, open to all unless a server is named. @returns its id */
  readonly follow: (path: string, server?: string) => Promise<string>
  /** Lets time pass and waits until all that became due has been read. */
  readonly pass: (milliseconds: number) => Promise<void>
  /** Titles of all articles, oldest first. */
  readonly titles: () => Promise<readonly string[]>
  /** Titles of the articles that caused posts, in the order of the outbox. */
  readonly news: () => Promise<readonly string[]>
  /** Ends the poller and starts another one on the same archive. */
  readonly restart: () => Promise<void>
}

/** Their threads take a second to load: the tests of a file share them. */
let threads: ReturnType<typeof openThreads> | undefined

function openThreads() {
  const opened = { reader: createFeedReader(), analyst: createAnalyst() }
  onFileEnd(async () => {
    threads = undefined
    await Promise.all([opened.reader.close(), opened.analyst.close()])
  })
  return opened
}

/** Sets a stage for one test, which clears it away when it ends. `totalMs`: what one reading may take. */
export async function setFeedStage({ totalMs = 2000 } = {}): Promise<FeedStage> {
  const folder = await mkdtemp(join(tmpdir(), 'crier-feeds-'))
  const clock = manualClock(monday)
  const site = await openNewsSite()
  const archive = openSqliteArchive(join(folder, 'crier.db'))
  await archive.addFollow({ id: 'f', owner: 's', channel: 'c', createdBy: 'u', createdAt: 0 })
  threads ??= openThreads()
  const { reader, analyst } = threads
  const web = openWeb({ allowPrivateHosts: ['127.0.0.1'], now: clock.now, limits: { totalMs } })
  const lines: string[] = []
  const notices: Notice[] = []
  const log = pino(
    { level: 'warn' },
    new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }),
  )
  const start = (): Poller =>
    startPoller({
      leases: soleLeases,
      archive,
      analyst,
      clock,
      log,
      onArticle: () => undefined,
      web,
      reader,
      notices: { tell: async (notice) => void notices.push(notice) },
      pollMs: hour,
      signal: new AbortController().signal,
    })
  let poller = start()
  onTestFinished(async () => {
    await poller.close()
    await Promise.all([web.close(), site.close()])
    await archive.close()
    await rm(folder, { recursive: true, force: true })
  })
  const allRead = async (): Promise<void> => {
    const end = Date.now() + 30_000
    while ((await archive.dueFeeds(clock.now(), 1)).length > 0) {
      if (Date.now() > end) throw new Error(`Feeds stay due; logged: ${lines.join('')}`)
      poller.nudge()
      await systemClock.wait(5)
    }
  }
  const titlesOf = async (): Promise<readonly { id: string; title: string }[]> =>
    (await archive.newest({ viewer: { kind: 'operator' } }, { offset: 0, limit: 1000 })).rows.toReversed()
  return {
    site,
    archive,
    clock,
    lines,
    notices,
    follow: async (path, server) => {
      const url = path.startsWith('/') ? site.origin + path : path
      await archive.addFeed({ id: feedId(url), url }, server === undefined ? {} : { server }, clock.now())
      await allRead()
      return feedId(url)
    },
    pass: async (milliseconds) => {
      clock.advance(milliseconds)
      await allRead()
    },
    titles: async () => (await titlesOf()).map(({ title }) => title),
    news: async () => {
      const posts: { at: number; title: string }[] = []
      for (const { id, title } of await titlesOf())
        for (const delivery of await archive.deliveriesOf(id)) posts.push({ at: delivery.id, title })
      return posts.sort((a, b) => a.at - b.at).map(({ title }) => title)
    },
    restart: async () => {
      await poller.close()
      poller = start()
    },
  }
}
