import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { startPostgres } from '../archive/postgres-server.ts'
import { fillArchive } from './made-up-archive.ts'
import { type Benchmark, type Row, spreadOf, timed } from './measure.ts'

const articles = 1000
const rounds = 30
const viewer = { kind: 'person', id: '1' } as const
const page = { offset: 0, limit: 10 }

/** The same archive in SQLite and in Postgres. */
export const databases: Benchmark = {
  name: 'databases',
  question: `Milliseconds in SQLite and in Postgres (each as installed, on this machine) with ${articles} made-up articles: one article kept, and each question asked ${rounds} times`,
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

async function rowsOf(name: string, place: string): Promise<readonly Row[]> {
  const archive = await openArchive(place)
  try {
    const kept = await fillArchive(archive, { from: 0, to: articles, alone: articles })
    const word = (await archive.newest({ viewer }, page)).rows[0]?.title.split(' ')[0]?.toLowerCase() ?? ''
    return [
      rowOf(name, 'keep', kept),
      rowOf(name, 'newest ten', await asked(() => archive.newest({ viewer }, page))),
      rowOf(name, 'search', await asked(() => searchFor(archive, word))),
      rowOf(name, 'title typed', await asked(() => archive.suggestArticles(word.slice(0, 3), viewer, 25))),
    ]
  } finally {
    await archive.close()
  }
}

function searchFor(archive: Archive, word: string): Promise<unknown> {
  return archive.search({ viewer, about: { all: [[[word]]], none: [] } }, page)
}

async function asked(question: () => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = []
  for (let round = 0; round < rounds; round++) taken.push(await timed(question))
  return taken
}

function rowOf(database: string, what: string, taken: readonly number[]): Row {
  const { min, median, max } = spreadOf(taken)
  return { database, what, min: min.toFixed(2), median: median.toFixed(2), max: max.toFixed(1) }
}
