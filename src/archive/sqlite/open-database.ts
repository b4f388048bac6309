import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '../../errors.ts'
import { lockForBot } from './bot-lock.ts'
import { isBusy } from './busy.ts'
import { adviseOn } from './file-trouble.ts'
import { migrate } from './migrations.ts'
import { makePrivate, makePrivateFolder } from './private-file.ts'

/** How long opening waits for another process that opens or writes, in milliseconds. */
const openTimeoutMs = 10_000
/** How long the whole process waits for a lock afterwards, in milliseconds: a write tries again by itself (database.ts). */
const busyTimeoutMs = 20

/** In KiB: the upper pages of the indexes of some 100,000 articles. Four times as much spares 5 % of the processor time of an answer. */
const cacheKibibytes = 8_192

/** A connection ready for use, and what ends it. */
export interface OpenDatabase {
  readonly connection: DatabaseSync
  /** Does something before the archive is used, as patiently as it was opened. @throws ConfigError as opening does */
  prepare(work: () => void): void
  close(): void
}

/**
 * Opens the file, with its folder and tables made where they are missing.
 * @throws ConfigError if it cannot be used as an archive, or `asBot` and another bot uses it.
 */
export function openDatabase(path: string, asBot: boolean): OpenDatabase {
  if (path === ':memory:') return openFile(path, () => undefined)
  try {
    makeFolder(dirname(path))
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error('it is a directory')
    makePrivate(path)
    return openFile(path, asBot ? lockForBot(path) : () => undefined)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw cannotOpen(path, error)
  }
}

function cannotOpen(path: string, cause: unknown): ConfigError {
  return new ConfigError(`Cannot open the archive ${path}: ${adviseOn(cause)}`, { cause })
}

function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isFile())
    throw new Error(`${folder} is a file, not a folder`)
  makePrivateFolder(folder)
}

function openFile(path: string, unlock: () => void): OpenDatabase {
  let connection: DatabaseSync | undefined
  try {
    connection = new DatabaseSync(path, { timeout: openTimeoutMs, enableForeignKeyConstraints: true })
    prepareConnection(connection, path)
    connection.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
  } catch (error) {
    connection?.close()
    unlock()
    throw error
  }
  const opened = connection
  const close = (): void => {
    opened.close()
    unlock()
  }
  return {
    connection: opened,
    prepare: (work) => {
      try {
        opened.exec(`PRAGMA busy_timeout = ${openTimeoutMs}`)
        work()
        opened.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
      } catch (error) {
        close()
        throw cannotOpen(path, error)
      }
    },
    close,
  }
}

/**
 * WAL: readers never wait for the writer. FULL: what was committed survives a power cut too; with NORMAL a
 * delivery's `sending` could be lost after its request went out, and the post would be made twice.
 */
function prepareConnection(connection: DatabaseSync, path: string): void {
  patientlyHere(() => connection.exec('PRAGMA journal_mode = WAL'))
  connection.exec('PRAGMA synchronous = FULL')
  connection.exec(`PRAGMA cache_size = -${cacheKibibytes}`)
  migrate(connection, path)
}

const retryMs = 20

/**
 * Tries again for as long as an opening waits: where two processes make one new file a WAL file at the same time, SQLite
 * tells one of them at once that it is locked.
 */
function patientlyHere(work: () => void): void {
  const end = performance.now() + openTimeoutMs
  for (;;) {
    try {
      work()
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, retryMs)
    }
  }
}
