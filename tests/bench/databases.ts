import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stems } from '../../src/analysis/words.ts'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { startPostgres } from '../archive/postgres-server.ts'
import { madeUpEntries } from './made-up-archive.ts'
import { type Benchmark, type Row, shown, spreadOf, timed } from './measure.ts'

/** So many articles are kept, and so many of them at once; then so many come one by one. */
const together = 1280
const atOnce = 32
const alone = 200
const rounds = 30
const viewer = { kind: 'person', id: '1' } as const
const page = { offset: 0, limit: 10 }

/** The same archive in SQLite and in Postgres. */
export const databases: Benchmark = {
  name: 'databases',
  question: `Milliseconds in SQLite and in Postgres (each as installed, on this machine): each of ${together} made-up articles kept ${atOnce} at once, each of ${alone} more kept one by one, and each question asked ${rounds} times; processor: this process's, all threads, on average; a second: by the clock, on average`,
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'crier-bench-'))
    const server = await startPostgres([])
    try {
      const embedded = await rowsOf('SQLite', join(folder, 'crier.db'))
      return [...embedded, ...(await rowsOf('Postgres', await server.freshUrl()))]
    } finally {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function rowsOf(database: string, place: string): Promise<readonly Row[]> {
  const archive = await openArchive(place)
  try {
    const measured = [...(await keeping(archive)), ...(await asking(archive))]
    return measured.map(([what, figures]) => ({ database, what, ...figures }))
  } finally {
    await archive.close()
  }
}

type Measured = readonly [what: string, figures: Row]

async function keeping(archive: Archive): Promise<readonly Measured[]> {
  const makeUp = madeUpEntries()
  const batches = await measure({ times: together / atOnce, each: atOnce }, (round) => {
    const entries = Array.from({ length: atOnce }, (_, index) => makeUp(round * atOnce + index))
    return () => archive.keepAll(entries)
  })
  const single = await measure({ times: alone, each: 1 }, (round) => {
    const entry = makeUp(together + round)
    return () => archive.keep(entry)
  })
  return [
    [`kept ${atOnce} at once`, batches],
    ['kept one by one', single],
  ]
}

async function asking(archive: Archive): Promise<readonly Measured[]> {
  const title = (await archive.newest({ viewer }, page)).rows[0]?.title ?? ''
  const [stem = ''] = stems(title)
  const often = { times: rounds, each: 1 }
  const about = { all: [[[stem]]], none: [] }
  return [
    ['newest ten', await measure(often, () => () => archive.newest({ viewer }, page))],
    ['search', await measure(often, () => () => archive.search({ viewer, about }, page))],
    ['title typed', await measure(often, () => () => archive.suggestArticles(title.slice(0, 3), viewer, 25))],
  ]
}

/** Does some work, prepared each time, which does `each` things at once. */
async function measure(
  { times, each }: { readonly times: number; readonly each: number },
  prepare: (round: number) => () => Promise<unknown>,
): Promise<Row> {
  const taken: number[] = []
  let processor = 0
  for (let round = 0; round < times; round++) {
    const work = prepare(round)
    const before = process.cpuUsage()
    taken.push((await timed(work)) / each)
    const { user, system } = process.cpuUsage(before)
    processor += (user + system) / 1_000 / each
  }
  const { min, median, max } = spreadOf(taken)
  const mean = taken.reduce((sum, ms) => sum + ms, 0) / times
  return {
    processor: shown(processor / times, 2),
    min: shown(min, 2),
    median: shown(median, 2),
    max: shown(max),
    'a second': shown(1_000 / mean, 0),
  }
}
