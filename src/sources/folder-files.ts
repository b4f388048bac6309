import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasArticleEnding } from './article-ending.ts'
import { plainReason } from './plain-reason.ts'

/** What is seen of a file without reading it. */
export interface FileSight {
  /** Bytes. */
  readonly size: number
  /** Epoch milliseconds. */
  readonly modifiedAt: number
  /** Why it cannot be read, in plain words; absent for a file that looks readable. */
  readonly problem?: string
}

/** The article files of a folder and its sub-folders. Paths are relative to the folder, with "/" between names. */
export interface FolderListing {
  readonly files: ReadonlyMap<string, FileSight>
  /** Sub-folders that could not be listed, and why: nothing is known about the files in them. */
  readonly unreadable: ReadonlyMap<string, Error>
}

/** A longer file is no news article (this is a novel), and would stop everything else while it is read. */
const maxFileBytes = 2 * 1024 * 1024

/** Names that are no articles: hidden files, what editors and downloads leave, and the papers of a repository. */
const ignoredName = /^(?:\.|README|LICENSE|node_modules$)|(?:~|\.tmp|\.part)$/i

/** Whether a path within the folder is passed over, for its own name or for that of a folder on the way. */
export function isIgnored(path: string): boolean {
  return path.split('/').some((name) => ignoredName.test(name))
}

/** Whether a path within the folder is that of an article file. */
export function isArticlePath(path: string): boolean {
  return hasArticleEnding(path) && !isIgnored(path)
}

/**
 * Lists a folder. Links are followed; a folder that is reached twice is listed once, so that loops end.
 * @throws the file system's error when the folder itself cannot be listed
 */
export async function listFolder(directory: string): Promise<FolderListing> {
  const files = new Map<string, FileSight>()
  const unreadable = new Map<string, Error>()
  const seen = new Set<string>()
  const waiting = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    try {
      if (isNew(seen, await stat(join(directory, folder)))) {
        waiting.push(...(await listOne(directory, folder, files)))
      }
    } catch (error) {
      if (folder === '') throw error
      unreadable.set(folder, error as Error)
    }
  }
  return { files, unreadable }
}

/** Adds a folder's article files to `files`, and gives back its sub-folders. */
async function listOne(directory: string, folder: string, files: Map<string, FileSight>): Promise<string[]> {
  const folders: string[] = []
  for (const entry of await readdir(join(directory, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (isIgnored(path)) continue
    if (entry.isDirectory() || (entry.isSymbolicLink() && (await isFolder(join(directory, path))))) {
      folders.push(path)
    } else if (hasArticleEnding(path)) {
      const sight = await lookAt(directory, path)
      if (sight !== undefined) files.set(path, sight)
    }
  }
  return folders
}

function isNew(seen: Set<string>, { dev, ino }: Stats): boolean {
  const identity = `${dev}:${ino}`
  if (seen.has(identity)) return false
  seen.add(identity)
  return true
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

/** Looks at a file without reading it; undefined where there is none, or a folder. */
export async function lookAt(directory: string, path: string): Promise<FileSight | undefined> {
  try {
    const stats = await stat(join(directory, path))
    if (stats.isDirectory()) return undefined
    const problem = problemOf(stats)
    return { ...measured(stats), ...(problem === undefined ? {} : { problem }) }
  } catch (error) {
    return lookAtLink(directory, path, error as NodeJS.ErrnoException)
  }
}

/** A link that leads nowhere is there, and cannot be read; any other missing path is not there. */
async function lookAtLink(
  directory: string,
  path: string,
  error: NodeJS.ErrnoException,
): Promise<FileSight | undefined> {
  const link = await lstat(join(directory, path)).catch(() => undefined)
  if (link === undefined) return undefined
  return {
    ...measured(link),
    problem: error.code === 'ENOENT' ? 'it is a link to nothing' : plainReason(error),
  }
}

function problemOf(stats: Stats): string | undefined {
  if (!stats.isFile()) return 'it is not an ordinary file'
  if (stats.size > maxFileBytes)
    return `it is too large (${stats.size} bytes, at most ${maxFileBytes} are read)`
  return undefined
}

function measured(stats: Stats): { size: number; modifiedAt: number } {
  return { size: stats.size, modifiedAt: Math.round(stats.mtimeMs) }
}

/** A file's bytes and their hash: SHA-256 in hexadecimal, the first 32 characters. */
export async function readHashed(
  directory: string,
  path: string,
): Promise<{ bytes: Uint8Array; hash: string }> {
  const bytes = await readFile(join(directory, path))
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32) }
}
