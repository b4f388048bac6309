import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../src/clock.ts'
import { startStandIn } from '../../../src/preview/stand-in.ts'
import type { DrillResult } from '../scripted-drill.ts'
import { type BotProgram, startBotProgram } from './bot-program.ts'
import { embeddedDatabase } from './drill-database.ts'
import { followAll, missingIn, openNews, wrongPosts } from './news.ts'

/** A bot with its embedded database, and what may be done to it. */
export interface DiskStage {
  readonly bot: BotProgram
  /** Folder of the database. */
  readonly data: string
  /** Writes so many articles. */
  readonly write: (count: number) => void
}

/** How a trouble is made. */
export interface DiskTrouble {
  /** Makes the folder of the database ready before anything is in it. */
  readonly before?: (data: string) => void
  /** As of `startBotProgram`. */
  readonly shellFirst?: string
  /** Makes trouble, lets articles come, and takes the trouble away again. */
  readonly happen: (stage: DiskStage) => Promise<void>
  /** What the log must say of it. */
  readonly says: RegExp
  /** After everything. */
  readonly after?: (data: string) => void
}

/** Longest time in which everything is kept and posted once the trouble is over, in milliseconds. */
const restMs = 90_000
const beforehand = 3

/** Lets a trouble happen to a bot, waits until it has come to rest by itself, and counts. */
export async function liveThrough(
  { before, shellFirst, happen, says, after }: DiskTrouble,
  seed: number,
): Promise<DrillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-disk-'))
  const data = join(folder, 'data')
  mkdirSync(data)
  before?.(data)
  const discord = await startStandIn()
  const database = embeddedDatabase(data)
  const archive = await database.open()
  await followAll(archive)
  const news = openNews(folder, seed)
  const variables = {
    ...database.variables,
    ARTICLES_DIR: news.articles,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  }
  const bot = startBotProgram(variables, shellFirst === undefined ? {} : { shellFirst })
  try {
    await bot.logged('folder loaded')
    news.write(beforehand)
    await bot.logged('article posted', beforehand)
    await happen({ bot, data, write: (count) => void news.write(count) })
    const end = performance.now() + restMs
    const isAtRest = async (): Promise<boolean> =>
      (await missingIn(archive, news.marks)).length === 0 && wrongPosts(discord, news.marks).lost.length === 0
    while (performance.now() < end && !(await isAtRest())) await systemClock.wait(100)
    const missing = await missingIn(archive, news.marks)
    const { lost, twice } = wrongPosts(discord, news.marks)
    const said =
      bot
        .log()
        .split('\n')
        .find((line) => says.test(line)) ?? ''
    return {
      figures: {
        articles: news.marks.length,
        articlesLost: missing.length,
        deliveriesLost: lost.length,
        postedTwice: twice.length,
        said: messageIn(said),
      },
      wrong: [
        ...missing.map((mark) => `${mark} is not in the archive`),
        ...lost.map((where) => `${where} was never posted`),
        ...twice.map((where) => `${where} was posted twice`),
        ...(said === '' ? [`the log says nothing like ${says}`] : []),
      ],
    }
  } finally {
    await bot.kill()
    await archive.close().catch(() => undefined)
    await discord.close()
    after?.(data)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The error's own words in a line of the log. */
function messageIn(line: string): string {
  return /"message":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1]?.replace(/\/\S*\//, '…/') ?? ''
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
