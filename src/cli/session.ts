import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from '../archive/archive.ts'
import { isPostgres, openArchive } from '../archive/open-archive.ts'
import { type Config, readConfig } from '../config.ts'
import { UserError } from '../errors.ts'
import type { Web } from '../sources/http/web.ts'
import type { Streams } from './output.ts'
import { openWebLater } from './web.ts'

/** The process's own streams. */
export const streams: Streams = { input: process.stdin, output: process.stdout, errors: process.stderr }

/** Exit status where something failed or was not found. */
export const failureStatus = 1

/** Remembers that something failed: the rest goes on, and the process ends with `failureStatus`. */
export function failIf(failed: boolean): void {
  if (failed) process.exitCode = failureStatus
}

/** Where the archive lies: a database's address, or a file's path. */
export function archivePlace(config: Pick<Config, 'DATABASE_URL' | 'DATA_DIR'>): string {
  return config.DATABASE_URL ?? join(config.DATA_DIR, 'crier.db')
}

/** Whether there is an archive already. A database's is made when it is first opened. */
export function isArchiveThere(place: string): boolean {
  return isPostgres(place) || existsSync(place)
}

/** Works on the archive that there is, beside a running bot too. @throws UserError if there is none */
export async function withKeptArchive(work: (archive: Archive) => Promise<void>): Promise<void> {
  const place = archivePlace(readConfig())
  if (isArchiveThere(place)) return withArchive(place, work)
  throw new UserError(
    `There is no archive at ${place} yet: start the bot, or put articles in with crier ingest.`,
  )
}

/** Works on an archive in which there is nothing, and which nobody keeps. */
export function withEmptyArchive(work: (archive: Archive) => Promise<void>): Promise<void> {
  return withArchive(':memory:', work)
}

/** Works on the archive at a place, made where missing, and closes it. */
export async function withArchive(place: string, work: (archive: Archive) => Promise<void>): Promise<void> {
  const archive = await openArchive(place, { role: 'beside' })
  await work(archive).finally(() => archive.close())
}

/** Works with the network as the bot reads it. */
export async function withWeb<Result>(work: (web: Web) => Promise<Result>): Promise<Result> {
  const web = openWebLater(readConfig)
  return work(web).finally(web.close)
}
