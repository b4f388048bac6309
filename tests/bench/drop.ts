import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { madeUpArticle } from './made-up-articles.ts'
import { type Benchmark, type Row, shown, spreadOf, timed } from './measure.ts'
import { endProgram, startProgram, written } from './processes.ts'

const files = 12

/** From the writing of an article file to its message in the channel. */
export const drop: Benchmark = {
  name: 'drop',
  question: `Milliseconds from writing a file into the folder to its message in the followed channel (${files} files, one after the other; the first starts the worker thread)`,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crier-bench-'))
    const discord = await startStandIn()
    try {
      return await measure(discord, folder)
    } finally {
      await discord.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function measure(discord: StandIn, folder: string): Promise<readonly Row[]> {
  const articles = join(folder, 'articles')
  await mkdir(articles)
  const archive = openSqliteArchive(join(folder, 'crier.db'))
  await archive.addFollow({
    id: 'f',
    owner: seedIds.newsroom,
    channel: seedIds.news,
    createdBy: seedIds.admin,
    createdAt: 0,
  })
  await archive.close()
  const child = startProgram('src/main.ts', {
    ARTICLES_DIR: articles,
    DATA_DIR: folder,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  })
  await written(child, '"folder loaded"')
  const times: number[] = []
  for (let number = 0; number < files; number += 1)
    times.push(await timed(() => dropOne(discord, articles, number)))
  await endProgram(child)
  const [first = 0, ...others] = times
  const { min, median, max } = spreadOf(others)
  return [{ first: shown(first, 0), min: shown(min, 0), median: shown(median, 0), max: shown(max, 0) }]
}

async function dropOne(discord: StandIn, folder: string, number: number): Promise<void> {
  const { title, text } = madeUpArticle(number)
  const count = discord.messages(seedIds.news).length
  await writeFile(join(folder, `${number}.txt`), `${title}\n\n${text}\n`)
  await discord.waitForMessage(seedIds.news, () => discord.messages(seedIds.news).length > count, 20_000)
}
