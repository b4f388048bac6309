import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { stems } from '../../src/analysis/words.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { askAll, echoes, pauseMs, questions, rounds } from './crowd.ts'
import { overSizes } from './kept-archives.ts'
import { madeUpArticle } from './made-up-articles.ts'
import { wordsFrom } from './made-up-asking.ts'
import { madeUpLanguage } from './made-up-language.ts'
import { type Benchmark, medianAndP99, percentile, shown, spreadOf, timed } from './measure.ts'
import { endProgram, startProgram, usageOf, written } from './processes.ts'
import { repeatable } from './repeatable.ts'

const starts = 3
const users = 50
/** An article comes into the folder so often while people ask. */
const arrivalMs = 1_000
const lookMs = 50

/** The bot under load as its archive grows. */
export const scale: Benchmark = {
  name: 'scale',
  question: `The bot with so many made-up articles of ten statements each: milliseconds from process start to ready (median of ${starts}); while ${users} people ask, each every ${pauseMs / 1000} s, ${users * rounds} times in all, and an article comes each second: milliseconds until the answer stands, median / p99; beside an echo bot on the same stand-in, and FTS5's five best by bm25 in the same file`,
  run: () => overSizes(measure),
}

async function measure(data: string, size: number): Promise<Readonly<Record<string, string>>> {
  const discord = await startStandIn()
  const articles = mkdtempSync(join(tmpdir(), 'crier-bench-articles-'))
  const account = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }
  const variables = {
    ...account,
    ARTICLES_DIR: articles,
    DATA_DIR: data,
    FEEDS_FILE: join(articles, 'feeds.opml'),
  }
  try {
    await forgetPlace(data, discord)
    const ready = await startTimes(variables)
    const load = await withProgram('src/main.ts', variables, async (crier) => {
      // It registers its commands when it is ready already.
      while (!discord.commands().some(({ name }) => name === 'latest')) await delay(lookMs)
      return { idle: usageOf(crier), ...(await underLoad(crier, discord, { articles, size })) }
    })
    const echoed = await withProgram('tests/bench/echo-bot.ts', account, () =>
      askAll(discord, echoes, { size, users }),
    )
    const overhead = percentile(load.taken['/latest'] ?? [], 0.5) - percentile(echoed['echo bot'] ?? [], 0.5)
    return {
      'start to ready, ms': shown(spreadOf(ready).median, 0),
      'resident when ready, MiB': shown(load.idle?.residentMib ?? Number.NaN, 0),
      'resident under load, MiB': shown(load.residentMib, 0),
      'processor ms for each answer, arrivals included': shown(load.cpuMs, 1),
      ...spreads({ ...load.taken, ...echoed }),
      '/latest over the echo bot, median': shown(overhead),
      'bare FTS5': bareSearch(join(data, 'crier.db'), size),
    }
  } finally {
    await discord.close()
    rmSync(articles, { recursive: true, force: true })
  }
}

/** An archive that was measured before remembers that Discord knows the commands, and another folder: this is a new one. */
async function forgetPlace(data: string, { applicationId }: StandIn): Promise<void> {
  const archive = openSqliteArchive(join(data, 'crier.db'))
  await archive.setMark(`commands ${applicationId} everywhere`, '')
  await archive.forgetFiles()
  await archive.close()
}

/** Does something with a program that is ready, and ends it whatever happens. */
async function withProgram<T>(
  file: string,
  variables: Record<string, string>,
  work: (program: ChildProcess) => Promise<T>,
): Promise<T> {
  const program = startProgram(file, variables)
  try {
    await written(program, '"ready"')
    return await work(program)
  } finally {
    await endProgram(program)
  }
}

async function startTimes(variables: Record<string, string>): Promise<readonly number[]> {
  const taken: number[] = []
  for (let round = 0; round < starts; round += 1) {
    const child = startProgram('src/main.ts', variables)
    taken.push(await timed(() => written(child, '"ready"')))
    await endProgram(child)
  }
  return taken
}

async function underLoad(
  crier: ChildProcess,
  discord: StandIn,
  { articles, size }: { readonly articles: string; readonly size: number },
) {
  await askAll(discord, questions, { size, users: 2 })
  const run = Date.now()
  let arrived = 0
  const before = usageOf(crier)?.cpuMs ?? Number.NaN
  const arrivals = setInterval(() => {
    const { publisher, title, text } = madeUpArticle(arrived)
    writeFileSync(
      join(articles, `${run}-${arrived++}.txt`),
      `${publisher}\n\n${title}\n\nIn short.\n\n${title}\n\n${text}\n`,
    )
  }, arrivalMs)
  const taken = await askAll(discord, questions, { size, users })
  clearInterval(arrivals)
  const after = usageOf(crier)
  const answers = Object.values(taken).reduce((sum, { length }) => sum + length, 0)
  return {
    taken,
    residentMib: after?.residentMib ?? Number.NaN,
    cpuMs: ((after?.cpuMs ?? Number.NaN) - before) / answers,
  }
}

function spreads(taken: Readonly<Record<string, readonly number[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(taken).map(([name, figures]) => [name, medianAndP99(figures)]))
}

function bareSearch(path: string, size: number): string {
  const bare = new DatabaseSync(path, { readOnly: true })
  const query = bare.prepare(
    'SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY bm25(article_words) LIMIT 5',
  )
  const [language, random] = [madeUpLanguage(), repeatable(size)]
  const taken = Array.from({ length: users * 4 }, () => {
    const { topic } = wordsFrom(language, random, size)
    const began = performance.now()
    query.all(`"${stems(topic).join(' ')}"`)
    return performance.now() - began
  })
  bare.close()
  return medianAndP99(taken)
}
