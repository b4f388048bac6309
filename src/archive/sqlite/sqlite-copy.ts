import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { UserError } from '../../errors.ts'
import { ftsTables } from '../sql/schema.ts'
import { lockForBot } from './bot-lock.ts'
import { makePrivate, makePrivateFolder } from './private-file.ts'

/** Pages copied in one go, after which others get their turn. */
const pagesAtOnce = 1000

/**
 * Copies an archive into a new file, also while a bot uses it, and checks the copy. The file appears under its name only
 * once it is whole and sound.
 * @throws UserError if there is no archive, the file is there already, or the copy is not sound
 */
export async function copyArchive(from: string, to: string): Promise<void> {
  if (!existsSync(from)) throw new UserError(`There is no archive at ${from} to copy.`)
  refuseExisting(to)
  const connection = new DatabaseSync(from, { readOnly: true })
  try {
    await copyChecked(connection, from, to)
  } finally {
    connection.close()
  }
}

/**
 * Puts a copy in the place of an archive that no bot uses. The archive that was there is kept beside, under the name that
 * is returned; undefined if there was none.
 * @throws UserError if the copy is missing or not sound; then the archive stays as it is
 * @throws ConfigError if a bot uses the archive
 */
export async function restoreArchive(from: string, to: string): Promise<string | undefined> {
  if (!existsSync(from)) throw new UserError(`There is no copy at ${from}.`)
  makePrivateFolder(dirname(to))
  const unlock = lockForBot(to)
  try {
    const fresh = `${to}.restored`
    const copy = new DatabaseSync(from, { readOnly: true })
    await copyChecked(copy, from, fresh).finally(() => copy.close())
    return putInPlace(fresh, to)
  } finally {
    unlock()
  }
}

/** Nothing is overwritten: what somebody restores over may be wanted back. */
function putInPlace(fresh: string, to: string): string | undefined {
  const before = existsSync(to) ? freeName(`${to}.before`) : undefined
  if (before !== undefined) {
    const isSettled = settleJournal(to)
    renameSync(to, before)
    if (!isSettled && existsSync(`${to}-wal`)) renameSync(`${to}-wal`, `${before}-wal`)
  }
  for (const suffix of ['-wal', '-shm']) rmSync(to + suffix, { force: true })
  renameSync(fresh, to)
  return before
}

function freeName(name: string): string {
  let free = name
  for (let count = 2; existsSync(free); count++) free = `${name}-${count}`
  return free
}

/**
 * What was written last still stands in the journal beside the file, which would be left behind.
 * @returns false where the archive is too damaged for it: then its journal goes with it
 */
function settleJournal(path: string): boolean {
  let connection: DatabaseSync | undefined
  try {
    connection = new DatabaseSync(path)
    connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return true
  } catch {
    return false
  } finally {
    connection?.close()
  }
}

async function copyChecked(connection: DatabaseSync, from: string, to: string): Promise<void> {
  const unfinished = `${to}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    makePrivate(unfinished)
    await backup(connection, unfinished, { rate: pagesAtOnce })
    check(unfinished)
    renameSync(unfinished, to)
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + suffix, { force: true })
    if (error instanceof UserError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new UserError(`Cannot write a sound copy of ${from} to ${to}: ${reason}`, { cause: error })
  }
}

/** @throws Error if the file is damaged, or no archive */
function check(path: string): void {
  const connection = new DatabaseSync(path)
  try {
    const [result] = connection.prepare('PRAGMA integrity_check').all()
    if (result?.integrity_check !== 'ok') throw new Error(`it is damaged (${result?.integrity_check})`)
    for (const table of ftsTables) {
      connection.exec(`INSERT INTO ${table} (${table}) VALUES ('integrity-check')`)
    }
    connection.exec('PRAGMA journal_mode = DELETE')
  } finally {
    connection.close()
  }
}

function refuseExisting(path: string): void {
  if (existsSync(path)) throw new UserError(`${path} is there already: name another file.`)
}
