import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPostgresArchive } from '../../src/archive/postgres.ts'
import { seedIds } from '../../src/preview/seed.ts'
import type { StandIn } from '../../src/preview/stand-in.ts'
import { startPostgres } from '../archive/postgres-server.ts'
import { type Desk, makeDesk, shown, startDiscord } from './harness.ts'

const root = join(import.meta.dirname, '..', '..')
const waitMs = 60_000

/** Processes of several roles on one Postgres, one folder and one Discord. Killed at the end of the test. */
function crew(discord: StandIn, desk: Desk, url: string) {
  const running = new Map<string, ChildProcess>()
  const kill = async (name: string): Promise<void> => {
    const child = running.get(name)
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(async () => void (await Promise.all([...running.keys()].map(kill))))
  return {
    kill,
    begin: async (name: string, variables: Record<string, string>): Promise<void> => {
      const child = spawn(process.execPath, ['--import', './src/compile-cache.mjs', 'src/main.ts'], {
        cwd: root,
        env: {
          PATH: process.env.PATH,
          ARTICLES_DIR: desk.articles,
          FEEDS_FILE: join(desk.articles, 'feeds.opml'),
          DATA_DIR: dirname(desk.database),
          DATABASE_URL: url,
          DISCORD_TOKEN: discord.token,
          DISCORD_API_URL: discord.apiUrl,
          ...variables,
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      running.set(name, child)
      await ready(child)
    },
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = ''
    child.stderr?.on('data', (part) => {
      seen += String(part)
      if (seen.includes('"ready"')) resolve()
    })
    child.once('exit', () => reject(new Error(`Ended before it was ready: ${seen}`)))
  })
}

function titles(discord: StandIn): readonly string[] {
  return discord.messages(seedIds.news).map((message) => shown([message]).split('\n')[0] ?? '')
}

describe('three newsrooms and two bots on one Postgres', () => {
  it('post each article once, whichever of them is killed', async () => {
    const server = await startPostgres()
    onTestFinished(() => server.close())
    await using discord = await startDiscord()
    const desk = await makeDesk()
    const url = await server.freshUrl()
    const archive = await openPostgresArchive(url)
    onTestFinished(() => archive.close())
    const { begin, kill } = crew(discord, desk, url)
    await archive.addFollow({
      id: 'f',
      owner: seedIds.newsroom,
      channel: seedIds.news,
      createdBy: seedIds.admin,
      createdAt: 0,
    })
    const newsrooms = ['first', 'second', 'third']
    await Promise.all([
      ...newsrooms.map((name) => begin(name, { ROLE: 'newsroom' })),
      begin('bot 0', { ROLE: 'bot', SHARDS: '0/2' }),
      begin('bot 1', { ROLE: 'bot', SHARDS: '1/2' }),
    ])
    const written: string[] = []
    for (const [round, pauseMs] of [300, 1200, 50, 700, 2000, 150].entries()) {
      const title = `Lamp ${round} went out at ${round + 3} o’clock`
      written.push(title)
      await desk.write(`round-${round}.txt`, { title, body: ['The lamps of the harbour went out again.'] })
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      const name = newsrooms[round % newsrooms.length] ?? ''
      await kill(name)
      await begin(name, { ROLE: 'newsroom' })
      if (round === 2) await kill('bot 0')
    }
    const last = written.at(-1) ?? ''
    await discord.waitForMessage(seedIds.news, (message) => shown([message]).includes(last), waitMs)
    expect(titles(discord).toSorted()).toEqual(written.toSorted())
  }, 180_000)
})
