import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { understand } from '../../src/newsroom/reading.ts'
import { madeUpEntries } from './made-up-archive.ts'
import { madeUpArticle } from './made-up-articles.ts'
import { type Benchmark, type Row, shown } from './measure.ts'
import { startProgram, usageOf } from './processes.ts'

const articles = 2_000
const warming = 200
const atOnce = 32
const lookMs = 20

/** What an article costs from its text to its place in the archive. */
export const ingest: Benchmark = {
  name: 'ingest',
  question: `Processor milliseconds for each of ${articles} made-up articles, all threads together, and how many a core would take in a second; kept: as the bench lookups makes them up, with ten statements each`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crier-bench-'))
    try {
      return [
        rowOf('understood', understood()),
        rowOf('kept one by one', await kept(join(folder, 'one.db'), 1)),
        rowOf(`kept ${atOnce} at once`, await kept(join(folder, 'many.db'), atOnce)),
        rowOf('crier ingest, start included', await ingested(folder)),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function rowOf(what: string, ms: number): Row {
  return { what, 'ms for each': shown(ms), 'a second': shown(1_000 / ms, 0) }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

function understood(): number {
  const read = (number: number): unknown => understand({ ...madeUpArticle(number), language: 'en' })
  for (let number = 0; number < warming; number += 1) read(number)
  const began = cpuMs()
  for (let number = 0; number < articles; number += 1) read(number)
  return (cpuMs() - began) / articles
}

async function kept(path: string, together: number): Promise<number> {
  const archive = openSqliteArchive(path)
  const makeUp = madeUpEntries()
  let taken = 0
  for (let from = 0; from < articles; from += together) {
    const entries = Array.from({ length: together }, (_, index) => makeUp(from + index))
    const began = cpuMs()
    await archive.keepAll(entries)
    taken += cpuMs() - began
  }
  await archive.close()
  return taken / articles
}

async function ingested(folder: string): Promise<number> {
  const child = startProgram('src/cli/main.ts', { DATA_DIR: join(folder, 'data') }, ['ingest', '-'])
  const ended = once(child, 'exit')
  const lines = Array.from({ length: articles }, (_, number) => {
    return `${JSON.stringify({ ...madeUpArticle(number), id: String(number) })}\n`
  })
  if (child.stdin) void pipeline(Readable.from(lines), child.stdin)
  child.stdout?.resume()
  child.stderr?.resume()
  let taken = 0
  while (child.exitCode === null) {
    taken = Math.max(taken, usageOf(child)?.cpuMs ?? 0)
    await delay(lookMs)
  }
  await ended
  return taken / articles
}
