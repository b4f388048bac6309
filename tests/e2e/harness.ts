import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { renderText } from '../../src/cli/render-text.ts'
import { type Clock, systemClock } from '../../src/clock.ts'
import { type StandIn, type StandInOptions, startStandIn } from '../../src/preview/stand-in.ts'
import type { Message } from '../../src/preview/world.ts'
import type { StartParts } from '../../src/start/parts.ts'
import { type Running, start } from '../../src/start/start.ts'
import { onFileEnd } from '../file-end.ts'
import { discordSchemas } from '../preview/discord-schemas.ts'

/** A folder of articles and the path of a database. */
export interface Desk {
  readonly articles: string
  readonly database: string
  /** Writes an article file in the .txt form. */
  readonly write: (name: string, article: TestArticle) => Promise<void>
}

/** What a test's article says. */
export interface TestArticle {
  readonly publisher?: string
  readonly title: string
  readonly body: readonly string[]
}

/** An empty articles folder and a database to be; gone after the last test of a file. */
export async function makeDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'crier-e2e-'))
  onFileEnd(() => rm(folder, { recursive: true, force: true }))
  const articles = join(folder, 'articles')
  await mkdir(articles)
  return {
    articles,
    database: join(folder, 'crier.db'),
    write: (name, article) => writeFile(join(articles, name), toText(article)),
  }
}

/** The .txt form: publisher, headline, standfirst, headline, body. */
export function toText({ publisher = 'The Quay Courier', title, body }: TestArticle): string {
  return [publisher, title, `In short: ${title}.`, title, ...body].join('\n\n')
}

/** A Discord stand-in that checks every body against Discord's own schemas. */
export interface Discord extends AsyncDisposable, StandIn {}

/** As of the stand-in. */
interface DiscordOptions extends StandInOptions {
  /** Error codes that the bot is meant to run into. */
  readonly refusing?: readonly number[]
}

/** Starts a Discord. What it would have refused fails the test when it is disposed of. */
export async function startDiscord({ refusing = [], ...options }: DiscordOptions = {}): Promise<Discord> {
  const standIn = await startStandIn({ validate: discordSchemas, ...options })
  return {
    ...standIn,
    async [Symbol.asyncDispose]() {
      await standIn.close()
      const refused = standIn.violations.filter(({ code }) => !refusing.includes(code))
      if (refused.length > 0) {
        throw new Error(`Discord would have refused: ${JSON.stringify(refused, undefined, 1)}`)
      }
    },
  }
}

/** What differs from the usual. */
interface CrierOptions {
  readonly clock?: Clock
  /** Silent where not given. */
  readonly log?: Logger
  readonly config?: Partial<StartParts['config']>
}

/** The real bot on a desk, connected to a stand-in; ready and its folder read. Closed when it is disposed of. */
export async function startCrier(
  discord: StandIn,
  desk: Desk,
  { clock = systemClock, config = {}, log = quietLog() }: CrierOptions = {},
): Promise<Running & AsyncDisposable> {
  const running = await start({
    config: {
      ARTICLES_DIR: desk.articles,
      FEEDS_FILE: join(desk.articles, 'feeds.opml'),
      POLL_MINUTES: 1,
      RETENTION_DAYS: 0,
      ALLOW_PRIVATE_HOSTS: ['127.0.0.1'],
      FETCHES_PER_MINUTE: { member: 5, server: 30 },
      CONTACT_URL: undefined,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_GUILD_ID: undefined,
      SHARDS: 'auto',
      ...config,
    },
    token: discord.token,
    database: desk.database,
    clock,
    signal: new AbortController().signal,
    log,
  })
  await running.newsroom.swept
  return { ...running, [Symbol.asyncDispose]: running.close }
}

/** The machine's clock, so many milliseconds ahead of it, which can be put forward. */
export function forwardClock(ahead = 0): {
  readonly clock: Clock
  readonly forward: (milliseconds: number) => void
} {
  let aheadMs = ahead
  return {
    clock: { ...systemClock, now: () => Date.now() + aheadMs },
    forward: (milliseconds) => {
      aheadMs += milliseconds
    },
  }
}

function quietLog(): Logger {
  return pino({ level: process.env.CRIER_TEST_LOG ?? 'silent' }, pino.destination(2))
}

/** All messages of an answer as text, as a person reads them. */
export function shown(
  messages: readonly { readonly content: string; readonly components: readonly unknown[] }[],
): string {
  return messages.map(({ content, components }) => [content, renderText(components)].join('')).join('\n')
}

/** The custom_id of the button or menu with this label. */
export function idOf(message: Pick<Message, 'components'> | undefined, label: string): string {
  const found = findComponent(message?.components ?? [], label)
  if (found === undefined) throw new Error(`There is no ${label} in ${JSON.stringify(message?.components)}`)
  return found
}

function findComponent(nodes: readonly unknown[], label: string): string | undefined {
  for (const node of nodes as {
    label?: string
    placeholder?: string
    custom_id?: string
    components?: unknown[]
  }[]) {
    if (node.label === label || node.placeholder === label) return node.custom_id
    const inside = findComponent(node.components ?? [], label)
    if (inside !== undefined) return inside
  }
  return undefined
}

/** Long enough for a busy machine, in milliseconds: how quick it is, is measured in the benchmarks. */
export const soonMs = 20_000

/** Waits until something is so, looking every few milliseconds. Rejects if it is not within `soonMs`. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + soonMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not so within ${soonMs} ms: ${holds}`)
    await systemClock.wait(20)
  }
}
