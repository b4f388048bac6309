import { closeSync, openSync } from 'node:fs'

/** Mode of a folder that its owner alone may look into. */
export const ownFolder = 0o700
const ownFile = 0o600

/**
 * Makes an empty file that its owner alone may read, if there is none: an archive holds the passwords of feeds, and who
 * follows what. SQLite takes it for a new database, and gives what it writes beside it the same mode.
 */
export function makePrivate(path: string): void {
  closeSync(openSync(path, 'a', ownFile))
}
