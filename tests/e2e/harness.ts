import { mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { renderText } from '../../src/cli/render-text.ts'
import { systemClock } from '../../src/clock.ts'
import type { AnswerMessage } from '../../src/preview/interactions.ts'
import { type StandIn, type StandInOptions, startStandIn } from '../../src/preview/stand-in.ts'
import { type Running, start } from '../../src/start.ts'
import { discordSchemas } from '../preview/discord-schemas.ts'

/** A folder of articles and the path of a database, gone when the test is. */
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

/** An empty articles folder and a database to be. */
export async function makeDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-e2e-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
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

/** A Discord stand-in that checks every body against Discord's own schemas. Its violations fail the test. */
export async function startDiscord(options: StandInOptions = {}): Promise<StandIn> {
  const discord = await startStandIn({ validate: discordSchemas, ...options })
  onTestFinished(async () => {
    await discord.close()
    if (discord.violations.length > 0) {
      throw new Error(`Discord would have refused: ${JSON.stringify(discord.violations, undefined, 1)}`)
    }
  })
  return discord
}

/** The real bot on a desk, connected to a stand-in; ready and its folder read. */
export async function startCrier(discord: StandIn, desk: Desk, clock = systemClock): Promise<Running> {
  const running = await start({
    config: {
      ARTICLES_DIR: desk.articles,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_GUILD_ID: undefined,
      SHARDS: 'auto',
    },
    token: discord.token,
    database: desk.database,
    clock,
    log: pino({ level: process.env.CRIER_TEST_LOG ?? 'silent' }, pino.destination(2)),
  })
  onTestFinished(() => running.close())
  await running.newsroom.swept
  return running
}

/** All messages of an answer as text, as a person reads them. */
export function shown(messages: readonly Pick<AnswerMessage, 'content' | 'components'>[]): string {
  return messages.map(({ content, components }) => [content, renderText(components)].join('')).join('\n')
}
