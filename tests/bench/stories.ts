import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Entry } from '../../src/archive/entry.ts'
import { refreshAudience } from '../../src/archive/sql/audience.ts'
import type { Database } from '../../src/archive/sql/database.ts'
import { placeOf } from '../../src/archive/sql/story-candidates.ts'
import { joinStory } from '../../src/archive/sql/story-members.ts'
import { databaseOver } from '../../src/archive/sqlite/connected-database.ts'
import { migrate } from '../../src/archive/sqlite/migrations.ts'
import { madeUpEntries } from './made-up-archive.ts'
import { type Benchmark, shown } from './measure.ts'

const sizes = [1_000, 10_000, 100_000]
/** The last of each size are measured. */
const measured = 500
/** Articles in one transaction: as in the archive, what is measured is the work, not the disk. */
const atOnce = 500

/** What it costs to find an arriving article's story, as the archive grows. */
export const stories: Benchmark = {
  name: 'stories',
  question: `Milliseconds in which an arriving article finds the story it belongs to and is noted in it: the last ${measured} of so many made-up articles, one every ten minutes`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crier-bench-'))
    const connection = new DatabaseSync(join(folder, 'crier.db'))
    try {
      migrate(connection, 'crier.db')
      const database = databaseOver(connection, 'crier.db')
      const taken = await fill(database)
      return sizes.map((size) => rowOf(size, taken.slice(size - measured, size)))
    } finally {
      connection.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function fill(database: Database): Promise<readonly number[]> {
  const makeUp = madeUpEntries()
  const taken: number[] = []
  for (let from = 0; from < Math.max(...sizes); from += atOnce) {
    const entries = Array.from({ length: atOnce }, (_, index) => makeUp(from + index))
    taken.push(...(await database.write(() => entries.map((entry) => arrive(database, entry)))))
  }
  return taken
}

/** Writes what a story needs of an article. @returns milliseconds that its story took */
function arrive(database: Database, entry: Entry): number {
  const { id, title, publisher, language, publishedAt } = entry.article
  const seq = database.insert(
    `INSERT INTO articles (id, title, publisher, language, published_at, first_seen_at)
     VALUES (?, ?, ?, ?, ?, ?) RETURNING seq`,
    id,
    title,
    publisher,
    language,
    publishedAt,
    publishedAt,
  )
  database.run('INSERT INTO origins (key, seq, server) VALUES (?, ?, NULL)', id, seq)
  refreshAudience(database, seq)
  const began = performance.now()
  joinStory(database, { seq, ...placeOf(database, seq) }, entry)
  return performance.now() - began
}

function rowOf(size: number, taken: readonly number[]) {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number): string => shown(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN)
  return { articles: size.toLocaleString('en'), median: at(0.5), p99: at(0.99), max: at(1) }
}
