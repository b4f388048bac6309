import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Archive } from '../../../src/archive/archive.ts'
import { systemClock } from '../../../src/clock.ts'
import { seedIds } from '../../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../../src/preview/stand-in.ts'
import type { DrillResult } from '../scripted-drill.ts'
import { type BotProgram, startBotProgram } from './bot-program.ts'
import { type DrillDatabase, embeddedDatabase } from './drill-database.ts'
import { type Line, openLine } from './line.ts'
import { becameOf, followAll, missingIn, openNews, wrongPosts } from './news.ts'

/** A bot, and what may be done to it. */
export interface TroubleStage {
  readonly bot: BotProgram
  readonly discord: StandIn
  readonly database: DrillDatabase
  /** The way to the gateway. */
  readonly gateway: Line
  /** Folder of the database. */
  readonly data: string
  /** Writes so many articles. */
  readonly write: (count: number) => void
}

/** How a trouble is made. */
export interface Trouble {
  /** Makes the folder of the database ready before anything is in it. */
  readonly before?: (data: string) => void
  /** A file, where nothing else is said. */
  readonly open?: (data: string) => Promise<DrillDatabase>
  /** As of `startBotProgram`. */
  readonly shellFirst?: string
  /** Makes trouble, lets articles come, and takes the trouble away again. */
  readonly happen: (stage: TroubleStage) => Promise<void>
  /** What the log must say of it. */
  readonly says: RegExp
  /** After everything. */
  readonly after?: (data: string) => void
}

/** Longest time in which everything is kept and posted once the trouble is over, in milliseconds. */
const restMs = 180_000
const beforehand = 3

/** Lets a trouble happen to a bot, waits until it has come to rest by itself, and counts. */
export async function liveThrough(trouble: Trouble, seed: number): Promise<DrillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-trouble-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  trouble.before?.(data)
  const discord = await startStandIn()
  const gateway = await openLine(Number(new URL(discord.apiUrl).port))
  discord.world.gatewayUrl = `ws://127.0.0.1:${gateway.port}`
  const database = await (trouble.open?.(data) ?? embeddedDatabase(data))
  const archive = await database.open()
  await followAll(archive)
  const news = openNews(folder, seed)
  const variables = {
    ...database.variables,
    ARTICLES_DIR: news.articles,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  }
  const { shellFirst } = trouble
  const bot = startBotProgram(variables, shellFirst === undefined ? {} : { shellFirst })
  try {
    await bot.logged('folder loaded')
    news.write(beforehand)
    await bot.logged('article posted', beforehand)
    const write = (count: number): void => void news.write(count)
    await trouble.happen({ bot, discord, database, gateway, data, write })
    await rest({ archive, discord, marks: news.marks })
    return await resultOf({ archive, discord, marks: news.marks }, bot, trouble.says)
  } finally {
    await bot.kill()
    await archive.close().catch(() => undefined)
    await database.close()
    await gateway.close()
    await discord.close()
    trouble.after?.(data)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lets one trouble after the other happen, each to a bot of its own. @returns what came of each, by name */
export async function liveThroughEach(
  troubles: Readonly<Record<string, Trouble>>,
  seed: number,
): Promise<Readonly<Record<string, DrillResult>>> {
  const results: Record<string, DrillResult> = {}
  for (const [name, trouble] of Object.entries(troubles)) results[name] = await liveThrough(trouble, seed)
  return results
}

interface Place {
  readonly archive: Archive
  readonly discord: StandIn
  readonly marks: readonly string[]
}

/** Until everything is kept and posted, or for as long as that may take. */
async function rest({ archive, discord, marks }: Place): Promise<void> {
  const end = performance.now() + restMs
  const isAtRest = async (): Promise<boolean> =>
    wrongPosts(discord, marks).lost.length === 0 && (await missingIn(archive, marks)).length === 0
  while (performance.now() < end && !(await isAtRest().catch(() => false))) await systemClock.wait(100)
}

async function resultOf(
  { archive, discord, marks }: Place,
  bot: BotProgram,
  says: RegExp,
): Promise<DrillResult> {
  const became = await becameOf(archive, discord, marks)
  const { messages } = await discord.as(seedIds.admin).command('latest', { private: true })
  const said =
    bot
      .log()
      .split('\n')
      .find((line) => says.test(line)) ?? ''
  return {
    figures: {
      articles: marks.length,
      ...became.figures,
      said: messageIn(said),
    },
    wrong: [
      ...became.wrong,
      ...(said === '' ? [`the log says nothing like ${says}`] : []),
      ...(messages.length === 0 ? ['members get no answer'] : []),
    ],
  }
}

/** The error's own words in a line of the log. */
function messageIn(line: string): string {
  const words = /"err":\{.*?"message":"((?:[^"\\]|\\.)*)"/.exec(line) ?? /"msg":"([^"]*)"/.exec(line)
  return words?.[1]?.replace(/\/\S*\//, '…/') ?? ''
}

/** A disk of its own, of so many mebibytes: needs the rights to mount one. */
export function mountDisk(folder: string, mebibytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder])
}

/** Has a mounted disk take writes, or no longer. */
export function remountDisk(folder: string, how: 'ro' | 'rw'): void {
  execFileSync('mount', ['-o', `remount,${how}`, folder])
}

/** Takes a mounted disk away. */
export function unmountDisk(folder: string): void {
  execFileSync('umount', ['-l', folder])
}

/** Lets a process write longer files again than its shell allowed it. */
export function allowLongFiles(pid: number): void {
  execFileSync('prlimit', ['--pid', String(pid), '--fsize=unlimited'])
}
