import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ChannelType } from 'discord-api-types/v10'
import { systemClock } from '../../../src/clock.ts'
import { type ServerSeed, seedIds } from '../../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../../src/preview/stand-in.ts'
import type { DrillResult, ScriptedDrill } from '../scripted-drill.ts'
import { startBotProgram } from './bot-program.ts'
import { embeddedDatabase } from './drill-database.ts'
import { followAll, openNews, wrongPosts } from './news.ts'

/** One article for very many channels, and members who ask meanwhile. */
export const drain: ScriptedDrill = {
  name: 'drain',
  question:
    'An announcement for many channels drains at the pace that Discord allows, at its real limits, while members ask: replies take as long as when nothing is posted, and no request is refused',
  extent: { channels: 10_000 },
  run: ({ seed, channels = 0 }) => drainInto(channels, seed),
}

const channelsEach = 100
/** How often a member asks, and how often while nothing is posted. In milliseconds; times. */
const askEveryMs = 200
const idleAsks = 50
/** Longest that the drill may take beyond a channel in a fortieth of a second. In milliseconds. */
const spareMs = 120_000
const turnMs = 25

/** @param seed makes the article */
export async function drainInto(channels: number, seed: number): Promise<DrillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-drain-'))
  const servers = serversWith(channels)
  const ids = servers.flatMap(idsOf)
  const discord = await startStandIn({ servers: [...servers], rateLimits: 'discord' })
  const database = embeddedDatabase(folder)
  const archive = await database.open()
  const news = openNews(folder, seed)
  for (const server of servers) await followAll(archive, idsOf(server), server.id)
  const bot = startBotProgram({
    ...database.variables,
    ARTICLES_DIR: news.articles,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  })
  try {
    await bot.logged('folder loaded')
    const idle = await askFor(discord, (times) => times >= idleAsks)
    let posted = 0
    discord.on('message', ({ visibleTo }) => {
      if (visibleTo === undefined) posted++
    })
    news.write(1)
    const began = performance.now()
    const isOver = (): boolean =>
      posted >= channels || performance.now() - began > channels * turnMs + spareMs
    const draining = await askFor(discord, isOver)
    const seconds = (performance.now() - began) / 1000
    const { lost, twice } = wrongPosts(discord, news.marks, ids)
    const refused = discord.requests.filter(({ status }) => status === 429).length
    return {
      figures: {
        channels,
        drainSeconds: Math.round(seconds),
        postsEachSecond: Math.round(channels / seconds),
        mostRequestsInASecond: mostInASecond(discord),
        refused,
        idle,
        draining,
        lost: lost.length,
        twice: twice.length,
      },
      wrong: [
        ...lost.slice(0, 5).map((where) => `${where} was not posted`),
        ...twice.slice(0, 5).map((where) => `${where} was posted twice`),
        ...(refused > 0 ? [`${refused} requests were too many`] : []),
      ],
    }
  } finally {
    await bot.kill()
    await archive.close()
    await discord.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function idsOf({ channels }: ServerSeed): readonly string[] {
  return channels.map(({ id }) => id)
}

function serversWith(channels: number): readonly ServerSeed[] {
  return Array.from({ length: Math.ceil(channels / channelsEach) }, (_, server) => {
    const id = 300_000_000_000_000_000n + BigInt(server) * 1_000_000n
    return {
      id: String(id),
      name: `Server ${server}`,
      ownerId: seedIds.admin,
      channels: Array.from(
        { length: Math.min(channelsEach, channels - server * channelsEach) },
        (_, channel) => ({
          id: String(id + BigInt(channel) + 1n),
          name: `news-${channel}`,
          type: ChannelType.GuildText,
        }),
      ),
    }
  })
}

/** Asks for /latest again and again. @returns how many times, and the middle and slowest replies in milliseconds */
async function askFor(discord: StandIn, isOver: (times: number) => boolean) {
  const [channel = ''] = [...discord.world.channels.keys()]
  const took: number[] = []
  while (!isOver(took.length)) {
    const began = performance.now()
    await discord.as(seedIds.admin, channel).command('latest', { private: true })
    took.push(performance.now() - began)
    await systemClock.wait(askEveryMs)
  }
  took.sort((a, b) => a - b)
  const at = (share: number): number => Math.round(took[Math.floor((took.length - 1) * share)] ?? 0)
  return { asked: took.length, p50: at(0.5), p99: at(0.99), max: at(1) }
}

/** Of all requests but replies: those of the busiest second, wherever it begins. */
function mostInASecond(discord: StandIn): number {
  const times = discord.requests
    .filter(({ path }) => !/^\/(interactions|webhooks)\//.test(path))
    .map(({ at }) => at)
  let [most, from] = [0, 0]
  for (const [to, at] of times.entries()) {
    while ((times[from] ?? at) <= at - 1000) from++
    most = Math.max(most, to - from + 1)
  }
  return most
}
