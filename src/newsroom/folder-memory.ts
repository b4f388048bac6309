import type { Archive } from '../archive/archive.ts'
import type { FileStamp } from '../sources/folder.ts'

/** When the articles folder was met first, in epoch milliseconds: what was there already is no news. */
const metMark = 'folder-met'
/** Set once all that was there at the first sight is kept: from then on a file that is not known is news. */
export const loadedMark = 'folder-loaded'

/** What is known of the articles folder before it is looked at. */
export interface FolderMemory {
  /** By path, as the folder's watcher wants it. */
  readonly known: ReadonlyMap<string, FileStamp>
  /** Epoch milliseconds of the first sight. */
  readonly metAt: number
  /** Whether all that was there then has been kept. */
  readonly loaded: boolean
}

/**
 * Notes where the folder is met for the first time. To be called before anybody is told that Crier is there: what is
 * dropped into the folder from then on is news.
 * @returns when it was met first, in epoch milliseconds
 */
export async function meetFolder(archive: Archive, now: number): Promise<number> {
  const met = await archive.mark(metMark)
  if (met !== undefined) return Number(met)
  await archive.setMark(metMark, String(now))
  return now
}

/** Remembers the folder. To be called by whoever holds it: until then another may be reading. */
export async function recallFolder(archive: Archive, now: number): Promise<FolderMemory> {
  const files = await archive.files()
  return {
    known: new Map(files.map(({ path, size, modifiedAt, hash }) => [path, { size, modifiedAt, hash }])),
    metAt: await meetFolder(archive, now),
    loaded: (await archive.mark(loadedMark)) !== undefined,
  }
}
