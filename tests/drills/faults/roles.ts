import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../src/clock.ts'
import { loadedMark } from '../../../src/newsroom/folder-memory.ts'
import { startStandIn } from '../../../src/preview/stand-in.ts'
import type { PostgresServer } from '../../archive/postgres-server.ts'
import { repeatable } from '../../bench/repeatable.ts'
import type { DrillResult, ScriptedDrill } from '../scripted-drill.ts'
import { type BotProgram, startBotProgram } from './bot-program.ts'
import { postgresDatabase } from './drill-database.ts'
import { becameOf, followAll, missingIn, openNews, wrongPosts } from './news.ts'

/** Several processes on one Postgres, killed at random. */
export const roles: ScriptedDrill = {
  name: 'roles',
  question:
    'Three newsrooms and two bots on one Postgres are killed with -9 at random and started again while news comes in: each article is read once and posted once in each channel',
  extent: { rounds: 60 },
  run: ({ seed, rounds = 0 }) => killCrew({ seed, rounds }),
}

const crew: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'newsroom 0': { ROLE: 'newsroom' },
  'newsroom 1': { ROLE: 'newsroom' },
  'newsroom 2': { ROLE: 'newsroom' },
  'bot 0': { ROLE: 'bot', SHARDS: '0/2' },
  'bot 1': { ROLE: 'bot', SHARDS: '1/2' },
}
/** One is killed within so long after an article came; another comes in its place. In milliseconds. */
const lifeMs = 2000
/** Where so many articles wait for a newsroom that lives long enough, no more come: of more than fifty, the rest is kept silently. */
const mostWaiting = 20
/** What a killed process had is another's after twenty seconds; and then it has to be posted. In milliseconds. */
const restMs = 120_000

/** Counts what became of the news. @param server a server that there is already; else one is started */
export async function killCrew(
  { seed, rounds }: { readonly seed: number; readonly rounds: number },
  server?: PostgresServer,
): Promise<DrillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-roles-'))
  const random = repeatable(seed)
  const discord = await startStandIn()
  const database = await postgresDatabase(folder, server)
  const archive = await database.open()
  await followAll(archive)
  const news = openNews(folder, seed)
  const running = new Map<string, BotProgram>()
  const endings: string[] = []
  const begin = (name: string): void => {
    const variables = {
      ...database.variables,
      ...crew[name],
      ARTICLES_DIR: news.articles,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
    }
    const program = startBotProgram(variables)
    running.set(name, program)
    void program.ended.then((status) => {
      if (status !== null) endings.push(`${name} ended by itself: ${program.log()}`)
    })
  }
  const isAtRest = async (): Promise<boolean> =>
    (await missingIn(archive, news.marks)).length + wrongPosts(discord, news.marks).lost.length === 0
  const rest = async (): Promise<void> => {
    const end = performance.now() + restMs
    while (performance.now() < end && !(await isAtRest())) await systemClock.wait(100)
  }
  const killed: Record<string, number> = {}
  try {
    for (const name of Object.keys(crew)) begin(name)
    // What is there before the folder was first seen is no news.
    while ((await archive.mark(loadedMark)) === undefined) await systemClock.wait(50)
    for (let round = 0; round < rounds; round++) {
      if ((await missingIn(archive, news.marks)).length < mostWaiting) news.write(1)
      await systemClock.wait(random() * lifeMs)
      const name = Object.keys(crew)[Math.floor(random() * running.size)] ?? ''
      await running.get(name)?.kill()
      killed[name] = (killed[name] ?? 0) + 1
      begin(name)
    }
    await rest()
    const became = await becameOf(archive, discord, news.marks)
    return {
      figures: {
        articles: news.marks.length,
        killed,
        ...became.figures,
        tooManyRequests: discord.requests.filter(({ status }) => status === 429).length,
      },
      wrong: [...endings, ...became.wrong],
    }
  } finally {
    await Promise.all([...running.values()].map((one) => one.kill()))
    await archive.close()
    await database.close()
    await discord.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
