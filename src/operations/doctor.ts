import { existsSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Archive } from '../archive/archive.ts'
import type { Feed } from '../archive/feeds.ts'
import { openArchive } from '../archive/open-archive.ts'
import type { Config } from '../config.ts'
import { type ChannelState, checkToken } from '../discord/check-token.ts'
import { isArticlePath } from '../sources/folder-files.ts'
import { showUrl } from '../sources/http/show-url.ts'

/** One thing that was checked: whether it is well, and what it is or what to do. */
export interface Finding {
  readonly ok: boolean
  readonly what: string
}

/** Checks whatever the bot needs, one finding each: articles, database, token, and the channels that follow. */
export async function doctor(config: Config): Promise<readonly Finding[]> {
  const articles = await checkArticles(config.ARTICLES_DIR)
  const { findings, channels } = await checkDatabase(config)
  if (config.DISCORD_TOKEN === undefined) {
    const what =
      'DISCORD_TOKEN is empty: `npm start` serves the local preview. Set it in .env to run the bot.'
    return [articles, ...findings, { ok: true, what }]
  }
  const { identity, states } = await checkToken(config.DISCORD_TOKEN, {
    api: config.DISCORD_API_URL,
    channels,
  })
  return [articles, ...findings, identity, ...states.map(describeChannel)]
}

async function checkArticles(folder: string): Promise<Finding> {
  try {
    const files = (await readdir(folder, { recursive: true })).filter(isArticlePath)
    return { ok: true, what: `ARTICLES_DIR ${folder}: ${files.length} article files` }
  } catch (error) {
    return {
      ok: false,
      what: `ARTICLES_DIR ${folder} cannot be listed: ${reasonOf(error)}. Create it or name another.`,
    }
  }
}

/** What was found in the database, and the channels that follows post into. */
interface DatabaseState {
  readonly findings: readonly Finding[]
  readonly channels: readonly string[]
}

async function checkDatabase(config: Config): Promise<DatabaseState> {
  const path =
    config.DATABASE_URL === undefined ? join(config.DATA_DIR, 'crier.db') : showUrl(config.DATABASE_URL)
  const mayBeMade = statSync(config.DATA_DIR, { throwIfNoEntry: false })?.isFile() !== true
  if (config.DATABASE_URL === undefined && mayBeMade && !existsSync(path)) {
    return {
      findings: [{ ok: true, what: `database ${path}: not there yet, the first start makes it` }],
      channels: [],
    }
  }
  try {
    const archive = await openArchive(config.DATABASE_URL ?? path, { role: 'beside' })
    return await describeArchive(archive, path).finally(() => archive.close())
  } catch (error) {
    return { findings: [{ ok: false, what: reasonOf(error) }], channels: [] }
  }
}

async function describeArchive(archive: Archive, path: string): Promise<DatabaseState> {
  const [size, follows, feeds] = await Promise.all([
    archive.size({ kind: 'operator' }),
    archive.follows(),
    archive.feeds(),
  ])
  const what = `database ${path}: ${size.articles} articles, ${size.statements} statements, ${follows.length} follows, ${feeds.length} feeds`
  const paused = follows.flatMap(({ id, channel, paused: why }) =>
    why === undefined
      ? []
      : [{ ok: false, what: `follow ${id} into channel ${channel} is paused: ${why} ${resumeAdvice}` }],
  )
  return {
    findings: [{ ok: true, what }, ...paused, ...feeds.flatMap(describeGivenUp)],
    channels: [...new Set(follows.map(({ channel }) => channel))],
  }
}

function describeGivenUp({ id, url, disabled }: Feed): readonly Finding[] {
  if (disabled === undefined) return []
  const what = `feed ${showUrl(url)} was given up: ${disabled}. Mend that, then crier feeds retry ${id}.`
  return [{ ok: false, what }]
}

const resumeAdvice = 'Mend that, then /follow resume.'

function describeChannel({ channel, problem }: ChannelState): Finding {
  if (problem === undefined) return { ok: true, what: `channel ${channel} can be seen` }
  return {
    ok: false,
    what: `channel ${channel}: ${problem}. Give the bot View Channel and Send Messages there.`,
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
