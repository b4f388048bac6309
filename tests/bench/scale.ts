import type { ChildProcess } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { stems } from '../../src/analysis/words.ts'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import type { Hand } from '../../src/preview/hand.ts'
import type { InteractionOutcome } from '../../src/preview/interactions.ts'
import { seedIds } from '../../src/preview/seed.ts'
import { type StandIn, startStandIn } from '../../src/preview/stand-in.ts'
import { fillArchive } from './made-up-archive.ts'
import { madeUpArticle } from './made-up-articles.ts'
import { type Words, wordsFrom } from './made-up-asking.ts'
import { madeUpLanguage } from './made-up-language.ts'
import { type Benchmark, medianAndP99, percentile, type Row, shown, spreadOf, timed } from './measure.ts'
import { endProgram, startProgram, usageOf, written } from './processes.ts'
import { repeatable } from './repeatable.ts'

/** Articles, each with ten statements. `SCALE=1000000` goes on to a million, `SCALE=10000` stops earlier. */
const sizes = [1_000, 10_000, 100_000, 1_000_000]
const usualLargest = 100_000
const starts = 5
const users = 50
const pauseMs = 2_000
const rounds = 20
/** An article comes into the folder so often while people ask. */
const arrivalMs = 1_000
const lookMs = 50

/** What a person does, with other words each time. */
type Ask = (hand: Hand, words: Words) => Promise<InteractionOutcome>

const questions: Readonly<Record<string, Ask>> = {
  '/latest': (hand) => hand.command('latest'),
  '/latest about': (hand, { topic }) => hand.command('latest', { about: topic }),
  '/search': (hand, { topic }) => hand.command('search', { query: topic }),
  '/whosaid speaker': (hand, { person }) => hand.command('whosaid', { speaker: person }),
  '/whosaid about': (hand, { topic }) => hand.command('whosaid', { about: topic }),
  '/whosaid words': (hand, { phrase }) => hand.command('whosaid', { words: phrase }),
  'speakers, typing': (hand, { typed }) => hand.autocomplete('whosaid', { speaker: typed }, 'speaker'),
  'titles, typing': (hand, { typed }) => hand.autocomplete('summary', { article: typed }, 'article'),
}
const echoes: Readonly<Record<string, Ask>> = {
  'echo bot': (hand) => hand.command('echo', { word: 'a' }),
  'echo bot, typing': (hand) => hand.autocomplete('echo', { word: 'a' }, 'word'),
}

/** The bot under load as its archive grows. SCALE_FOLDER names a folder in which archives are kept for another time. */
export const scale: Benchmark = {
  name: 'scale',
  question: `The bot with so many made-up articles of ten statements each: milliseconds from process start to ready (median of ${starts}); while ${users} people ask, each every ${pauseMs / 1000} s, ${users * rounds} times in all, and an article comes each second: milliseconds until the answer stands, median / p99; beside an echo bot on the same stand-in, and FTS5's five best by bm25 in the same file`,
  run: async () => {
    const kept = process.env.SCALE_FOLDER
    const folder = kept ?? mkdtempSync(join(tmpdir(), 'crier-bench-'))
    const columns = new Map<string, Record<string, string | number>>()
    try {
      for (const size of wantedSizes()) {
        const data = await archiveOf(folder, size)
        for (const [what, figures] of Object.entries(await measure(data, size))) {
          columns.set(what, { ...(columns.get(what) ?? { what }), [size.toLocaleString('en')]: figures })
        }
      }
    } finally {
      if (kept === undefined) rmSync(folder, { recursive: true, force: true })
    }
    return [...columns.values()] satisfies readonly Row[]
  },
}

function wantedSizes(): readonly number[] {
  const largest = Number(process.env.SCALE ?? usualLargest)
  return [...sizes.filter((size) => size < largest), largest]
}

/** The folder of an archive of this size, made from the next smaller one where it is not there yet. */
async function archiveOf(folder: string, size: number): Promise<string> {
  const data = join(folder, String(size))
  if (existsSync(join(data, 'crier.db'))) return data
  mkdirSync(data, { recursive: true })
  const filling = join(data, 'filling.db')
  const from =
    sizes.filter((one) => one < size && existsSync(join(folder, String(one), 'crier.db'))).at(-1) ?? 0
  for (const suffix of ['', '-wal', '-shm']) rmSync(filling + suffix, { force: true })
  if (from > 0) copyFileSync(join(folder, String(from), 'crier.db'), filling)
  const archive = openSqliteArchive(filling)
  await fillArchive(archive, { from, to: size })
  await archive.close()
  renameSync(filling, join(data, 'crier.db'))
  return data
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
    const ready = await startTimes(variables)
    const load = await withProgram('src/main.ts', variables, async (crier) => {
      // At its first start it registers its commands when it is ready already.
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

/** Everybody asks one question after the other, each a little later than the next. @returns milliseconds of each */
async function askAll(
  discord: StandIn,
  asks: Readonly<Record<string, Ask>>,
  { size, users: count }: { readonly size: number; readonly users: number },
): Promise<Readonly<Record<string, readonly number[]>>> {
  const hand = discord.as(seedIds.member)
  const names = Object.keys(asks)
  const taken: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]))
  const language = madeUpLanguage()
  const person = async (number: number): Promise<void> => {
    const random = repeatable(size + number)
    await delay((number * pauseMs) / count)
    for (let round = 0; round < rounds; round += 1) {
      const name = names[(number + round) % names.length] ?? ''
      const words = wordsFrom(language, random, size)
      // What is not answered in three seconds counts as long as Discord waits for it.
      const took = await timed(() => asks[name]?.(hand, words))
      taken[name]?.push(took)
      await delay(Math.max(0, pauseMs - took))
    }
  }
  await Promise.all(Array.from({ length: count }, (_, number) => person(number)))
  return taken
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
