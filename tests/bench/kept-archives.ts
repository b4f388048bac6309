import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteArchive } from '../../src/archive/sqlite.ts'
import { fillArchive } from './made-up-archive.ts'
import type { Row } from './measure.ts'

/** Articles, each with ten statements. `SCALE=1000000` goes on to a million, `SCALE=10000` stops earlier. */
const sizes = [1_000, 10_000, 100_000, 1_000_000]
const usualLargest = 100_000

/**
 * Measures archives of growing size: a table with a row for each thing measured and a column for each size. SCALE_FOLDER names
 * a folder in which the archives stay for another time: a hundred thousand articles take minutes to make up.
 * @param measure gets the folder that holds an archive's crier.db, and the number of its articles
 */
export async function overSizes(
  measure: (data: string, size: number) => Promise<Readonly<Record<string, string>>>,
): Promise<readonly Row[]> {
  const kept = process.env.SCALE_FOLDER
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'crier-bench-'))
  const rows = new Map<string, Record<string, string | number>>()
  try {
    for (const size of wantedSizes()) {
      const data = await archiveOf(folder, size)
      for (const [what, figures] of Object.entries(await measure(data, size))) {
        rows.set(what, { ...(rows.get(what) ?? { what }), [size.toLocaleString('en')]: figures })
      }
    }
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
  return [...rows.values()]
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
