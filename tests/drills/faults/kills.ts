import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../src/clock.ts'
import { startStandIn } from '../../../src/preview/stand-in.ts'
import { repeatable } from '../../bench/repeatable.ts'
import { openNewsSite, rss, sends } from '../../newsroom/news-site.ts'
import type { DrillResult } from '../scripted-drill.ts'
import { startBotProgram } from './bot-program.ts'
import type { DrillDatabase } from './drill-database.ts'
import { killPoints } from './kill-points.ts'
import { becameOf, followAll, missingIn, openNews } from './news.ts'

/** How many times a bot is killed. */
export interface KillsExtent {
  readonly seed: number
  readonly rounds: number
}

/** A moment that does not come within so long is waited for no longer. In milliseconds. */
const patienceMs = 10_000
/** Longest time in which the last bot posts what is left. In milliseconds. */
const restMs = 120_000
/** Time that passes between two bots, more often than not: Discord forgets nonces, and the bot must look for what it posted. */
const muchMs = 150_000
const hourMs = 3_600_000
/**
 * Where so many articles wait for a bot that lives long enough, no more come: of more than ten of a feed that was not read for six
 * hours, the rest is kept silently.
 */
const mostWaiting = 7

/** Kills a bot again and again while news comes in by files and a feed, lets it come to rest, and counts. */
export async function killAgainAndAgain(
  { seed, rounds }: KillsExtent,
  openDatabase: (folder: string) => Promise<DrillDatabase>,
): Promise<DrillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-kills-'))
  const stage = await openStage(folder, seed, await openDatabase(folder))
  const killed: Record<string, number> = {}
  try {
    await stage.live()
    for (let round = 0; round < rounds; round++) {
      const name = await stage.killOnce(round)
      killed[name] = (killed[name] ?? 0) + 1
    }
    await stage.live()
    return await stage.count(killed)
  } finally {
    await stage.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openStage(folder: string, seed: number, database: DrillDatabase) {
  let aheadMs = 0
  let lifeMs = 0
  const random = repeatable(seed)
  const news = openNews(folder, seed)
  const now = (): number => Date.now() + aheadMs
  const discord = await startStandIn({ now })
  const site = await openNewsSite()
  const items: Parameters<typeof rss>[1][number][] = []
  const feedsFile = join(folder, 'feeds.opml')
  writeFileSync(feedsFile, `<opml version="2.0"><body><outline xmlUrl="${site.origin}/feed"/></body></opml>`)
  site.pages.set(
    '/feed',
    sends(() => rss('The Drill’s feed', items)),
  )
  const archive = await database.open()
  await followAll(archive)
  const variables = {
    ...database.variables,
    ARTICLES_DIR: news.articles,
    FEEDS_FILE: feedsFile,
    POLL_MINUTES: '1',
    ALLOW_PRIVATE_HOSTS: '127.0.0.1',
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  }

  async function publish(): Promise<void> {
    if ((await missingIn(archive, news.marks)).length > mostWaiting) return
    news.write(1 + Math.floor(random() * 2))
    if (random() < 0.3) return
    const { mark, title, paragraphs } = news.make()
    const text = paragraphs
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('')
      .repeat(3)
    items.push({ title, guid: mark, date: now(), text })
  }

  async function passTime(ms: number): Promise<void> {
    // What is on its way to Discord arrives, before more time passes than a request can take.
    while (ms > 0 && discord.requests.some(({ status }) => status === 0)) await systemClock.wait(5)
    aheadMs += ms
  }

  async function killOnce(round: number): Promise<string> {
    const point = killPoints[(seed + round) % killPoints.length]
    if (point === undefined) throw new RangeError('Expected a moment to kill at')
    await passTime(random() < 0.6 || point.needsFeed ? muchMs : database.leaseMs)
    await publish()
    site.asked.length = 0
    const bot = startBotProgram(variables, { aheadMs })
    const late = AbortSignal.timeout(patienceMs)
    const stage = { bot, discord, site, writing: database.writing, random, lifeMs }
    await Promise.race([point.reached(stage, late), once(late, 'abort')])
    const came = late.aborted ? 'no such moment' : point.name
    await bot.kill()
    discord.faults.clear()
    return came
  }

  /** A bot that nobody kills, until all is kept and posted. */
  async function live(): Promise<void> {
    await passTime(hourMs)
    const bot = startBotProgram(variables, { aheadMs })
    const began = performance.now()
    const end = began + restMs
    await bot.logged('folder loaded')
    lifeMs = 2 * (performance.now() - began)
    while (performance.now() < end && !(await isAtRest())) await systemClock.wait(100)
    await bot.kill()
  }

  async function isAtRest(): Promise<boolean> {
    const { pending, sending } = await archive.deliveryCounts()
    // What the feed holds when it is read for the first time would be kept silently.
    const isFeedLoaded = (await archive.feeds()).some(({ loaded }) => loaded)
    return isFeedLoaded && pending + sending === 0 && (await missingIn(archive, news.marks)).length === 0
  }

  return {
    live,
    killOnce,
    count: async (killed: Record<string, number>): Promise<DrillResult> => {
      const became = await becameOf(archive, discord, news.marks)
      const { held } = await archive.deliveryCounts()
      const figures = {
        database: database.kind,
        articles: news.marks.length,
        killed,
        ...became.figures,
        held,
        refused: discord.violations.length,
      }
      const wrong = [
        ...became.wrong,
        ...discord.violations.map(({ what }) => `Discord would have refused: ${what}`),
      ]
      return { figures, wrong }
    },
    close: async () => {
      await archive.close()
      await database.close()
      await site.close()
      await discord.close()
    },
  }
}
