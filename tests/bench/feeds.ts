import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pino } from 'pino'
import type { Archive } from '../../src/archive/archive.ts'
import { soleLeases } from '../../src/archive/leases.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { systemClock } from '../../src/clock.ts'
import { createAnalyst } from '../../src/newsroom/analyst.ts'
import { feedId } from '../../src/newsroom/feed-id.ts'
import { startPoller } from '../../src/newsroom/poller.ts'
import { createFeedReader } from '../../src/sources/feed-reader.ts'
import { openWeb } from '../../src/sources/http.ts'
import { type Benchmark, type Row, shown } from './measure.ts'

const feeds = 500
const items = 50
/** Hosts of these feeds; each is asked one thing at a time. */
const hosts = 50
const sweeps = ['first sight', 'unchanged', 'unchanged again', 'unchanged once more'] as const
const minuteMs = 60_000
const bytesPerMebibyte = 1024 * 1024
const nanosecondsPerMs = 1e6

/** Sweeps over many feeds: how long, how late everything else is meanwhile, and how much memory it takes. */
export const manyFeeds: Benchmark = {
  name: 'feeds',
  question: `Sweeps over ${feeds} feeds of ${items} whole articles on ${hosts} hosts: seconds, delay of the event loop beyond its timer, resident memory (threads included)`,
  run: async () => {
    const site = spawn(process.execPath, [join(import.meta.dirname, 'feed-site.ts'), String(items)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const folder = await mkdtemp(join(tmpdir(), 'crier-bench-'))
    const archive = openSqliteArchive(join(folder, 'crier.db'), { role: 'bot' })
    try {
      const [port] = await once(site.stdout, 'data')
      return await measure(archive, Number(String(port)))
    } finally {
      site.kill()
      await archive.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function measure(archive: Archive, port: number): Promise<readonly Row[]> {
  const names = Array.from({ length: hosts }, (_, index) => `127.0.0.${index + 1}`)
  const web = openWeb({ allowPrivateHosts: names })
  const [reader, analyst] = [createFeedReader(), createAnalyst()]
  for (let number = 0; number < feeds; number += 1) {
    const url = `http://${names[number % hosts]}:${port}/${number}`
    await archive.addFeed({ id: feedId(url), url }, {}, Number.MAX_SAFE_INTEGER)
  }
  const poller = startPoller({
    leases: soleLeases,
    archive,
    web,
    reader,
    analyst,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    notices: { tell: async () => undefined },
    onArticle: () => undefined,
    pollMs: 24 * 60 * minuteMs,
    signal: new AbortController().signal,
  })
  const rows: Row[] = []
  for (const sweep of sweeps) rows.push(await measureSweep(archive, sweep, poller.nudge))
  await poller.close()
  await Promise.all([reader.close(), analyst.close(), web.close()])
  return rows
}

async function measureSweep(archive: Archive, sweep: string, nudge: () => void): Promise<Row> {
  const due = systemClock.now()
  for (const { id } of await archive.feeds()) await archive.changeFeed(id, { nextReadAt: due })
  const resolution = 1
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  const started = performance.now()
  nudge()
  while ((await archive.dueFeeds(due, 1)).length > 0) await systemClock.wait(20)
  const seconds = (performance.now() - started) / 1000
  delay.disable()
  const ms = (nanoseconds: number): string => shown(nanoseconds / nanosecondsPerMs - resolution)
  return {
    sweep,
    s: shown(seconds),
    'articles kept': (await archive.size({ kind: 'operator' })).articles,
    'delay p50, ms': ms(delay.percentile(50)),
    'p99, ms': ms(delay.percentile(99)),
    'longest, ms': ms(delay.max),
    'resident, MiB': shown(process.memoryUsage.rss() / bytesPerMebibyte, 0),
  }
}
