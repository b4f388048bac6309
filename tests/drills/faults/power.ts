import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Archive } from '../../../src/archive/archive.ts'
import { openSqliteArchive } from '../../../src/archive/sqlite.ts'
import { entry } from '../../archive/entries.ts'
import { repeatable } from '../../bench/repeatable.ts'
import type { DrillResult, ScriptedDrill } from '../scripted-drill.ts'

/** The power goes while an archive is written. */
export const power: ScriptedDrill = {
  name: 'power',
  question:
    'The power goes while the embedded database is written: what was written since the last sync is lost, cut off or garbled. The archive opens, is sound, and has everything that was acknowledged',
  extent: { rounds: 500 },
  run: ({ seed, rounds = 0 }) => losePower(rounds, seed),
}

/** What of the journal had not reached the disk: from its last sync on nothing of it is sure. */
const kinds = ['cut off', 'garbled', 'lost', 'cut off between'] as const
const sectorBytes = 512
/** Articles kept between two power cuts. */
const mostKept = 3

/**
 * Keeps articles, and each time takes the files as the disk had them after the last acknowledged write, with a part of what
 * the next one had written: SQLite promises with `synchronous = FULL` that the acknowledged ones are on the disk by then.
 */
export async function losePower(rounds: number, seed: number): Promise<DrillResult> {
  const random = repeatable(seed)
  const folder = mkdtempSync(join(tmpdir(), 'crier-power-'))
  const counts: Record<string, number> = {}
  const wrong: string[] = []
  let path = join(folder, 'archive-0.db')
  let articles = 0
  try {
    for (let round = 0; round < rounds; round++) {
      const archive = openSqliteArchive(path)
      for (let kept = 0; kept < 1 + random() * mostKept; kept++) await keep(archive, articles++)
      const next = join(folder, `archive-${round + 1}.db`)
      const kind = await cutPower({ archive, path, next, articles, random })
      counts[kind] = (counts[kind] ?? 0) + 1
      wrong.push(...(await whatIsWrong(next, articles)).map((what) => `round ${round}, ${kind}: ${what}`))
      for (const suffix of suffixes) rmSync(path + suffix, { force: true })
      path = next
    }
    return { figures: { articles, ...counts, acknowledgedLost: wrong.length }, wrong }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const suffixes = ['', '-wal', '-shm']

async function keep(archive: Archive, number: number): Promise<void> {
  await archive.keep(
    entry({ id: `a${number}`, title: `Number ${number}`, text: `Told of ${number}. `.repeat(200) }),
  )
}

interface PowerCut {
  readonly archive: Archive
  readonly path: string
  /** The files after the power came back. */
  readonly next: string
  /** How many articles are acknowledged. */
  readonly articles: number
  readonly random: () => number
}

async function cutPower({ archive, path, next, articles, random }: PowerCut): Promise<string> {
  const synced = readFileSync(`${path}-wal`)
  copyFileSync(path, next)
  await keep(archive, articles)
  // The next article is on its way: nobody has been told yet that it is kept.
  copyFileSync(`${path}-wal`, `${next}-wal`)
  await archive.close()
  rmSync(`${next}-shm`, { force: true })
  const kind = kinds[Math.floor(random() * kinds.length)] ?? 'lost'
  spoil(`${next}-wal`, kind, { from: firstDifference(synced, readFileSync(`${next}-wal`)), random })
  return kind
}

/** Where a file begins to differ from what it was: a journal is written from its beginning again, now and then. */
function firstDifference(before: Buffer, after: Buffer): number {
  const at = before.findIndex((byte, index) => byte !== after[index])
  return at < 0 ? before.length : at
}

/** Spoils a file from a place on, as a disk may leave what was not synced. */
function spoil(
  path: string,
  kind: (typeof kinds)[number],
  { from, random }: { from: number; random: () => number },
): void {
  const { size } = statSync(path)
  const file = openSync(path, 'r+')
  const place = from + Math.floor(random() * (size - from))
  if (kind === 'lost') ftruncateSync(file, Math.min(size, from))
  else if (kind === 'cut off') ftruncateSync(file, Math.max(from, place - (place % sectorBytes)))
  else if (kind === 'cut off between') ftruncateSync(file, place)
  else {
    for (let at = place; at < size; at += sectorBytes) {
      if (random() < 0.5)
        writeSync(
          file,
          Buffer.alloc(Math.min(sectorBytes, size - at), Math.floor(random() * 256)),
          0,
          undefined,
          at,
        )
    }
  }
  closeSync(file)
}

async function whatIsWrong(path: string, articles: number): Promise<readonly string[]> {
  const archive = openSqliteArchive(path, { role: 'bot' })
  const wrong: string[] = []
  for (let number = Math.max(0, articles - 2 * mostKept); number < articles; number++) {
    const kept = await archive.article(`a${number}`, { kind: 'operator' })
    if (kept?.article.title !== `Number ${number}`) wrong.push(`article ${number} is lost`)
  }
  const total = (await archive.size({ kind: 'operator' })).articles
  if (total < articles) wrong.push(`${articles - total} articles are lost`)
  await archive.close()
  const connection = new DatabaseSync(path)
  const [result] = connection.prepare('PRAGMA integrity_check').all()
  connection.close()
  if (result?.integrity_check !== 'ok') wrong.push(`it is damaged: ${result?.integrity_check}`)
  return wrong
}
