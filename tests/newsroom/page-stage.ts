import { Writable } from 'node:stream'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { openKeyed } from '../../src/archive/keyed.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import type { Viewer } from '../../src/archive/viewer.ts'
import { createFetchLimits } from '../../src/newsroom/fetch-limits.ts'
import { openPageDesk } from '../../src/newsroom/page-desk.ts'
import { openWeb } from '../../src/sources/http.ts'
import { manualClock } from './manual-clock.ts'
import { openNewsSite, sends } from './news-site.ts'
import { page } from './pages.ts'

export const server = (id: string): Viewer => ({ kind: 'server', id })
export const mira = { viewer: server('quay'), member: 'mira' }
export const ole = { viewer: server('quay'), member: 'ole' }

/** A desk on a clock that goes when it is told to, beside a publisher's server. */
export async function setDesk({
  allow = ['127.0.0.1'],
  rates = { member: 5, server: 30 },
  isDiskFull = false,
} = {}) {
  const clock = manualClock(Date.UTC(2026, 10, 23, 12))
  const [site, archive] = [await openNewsSite(), openSqliteArchive(':memory:')]
  const web = openWeb({ allowPrivateHosts: allow, now: clock.now, limits: { totalMs: 2000 } })
  const lines: string[] = []
  const log = pino(new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }))
  const keyed = openKeyed(archive, clock.now)
  const set = async (): Promise<void> => Promise.reject(new Error('no space left'))
  const full = { pageFailures: keyed.pageFailures, pages: { ...keyed.pages, set } }
  const open = () => {
    const limits = createFetchLimits(rates, clock.now)
    return openPageDesk({ archive, keyed: isDiskFull ? full : keyed, web, clock, log, limits })
  }
  const desks = [open()]
  onTestFinished(async () => {
    for (const desk of desks) await desk.close()
    await Promise.all([web.close(), site.close()])
    await archive.close()
  })
  const publish = (path: string, title: string): string => {
    site.pages.set(
      path,
      sends(() => page({ title }), 'text/html'),
    )
    return site.origin + path
  }
  return {
    archive,
    clock,
    lines,
    site,
    publish,
    desk: desks[0] ?? open(),
    restart: () => {
      const desk = open()
      desks.push(desk)
      return desk
    },
  }
}
