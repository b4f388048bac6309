import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/** Modes of what its owner alone may look into. */
const ownFolder = 0o700
const ownFile = 0o600

/**
 * Makes a folder that its owner alone may look into, and those above it where they are missing. One after the other: Node's way
 * of making all of them never ends where a file system denies that there are new ones, as /proc does.
 * @throws Error the file system's
 */
export function makePrivateFolder(path: string): void {
  if (existsSync(path)) return
  makePrivateFolder(dirname(path))
  try {
    mkdirSync(path, { mode: ownFolder })
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(path)) throw error
  }
}

/**
 * Makes an empty file that its owner alone may read, if there is none: an archive holds the passwords of feeds, and who
 * follows what. SQLite takes it for a new database, and gives what it writes beside it the same mode.
 */
export function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', ownFile))
}
