import { stat } from 'node:fs/promises'
import { SourceError } from '../errors.ts'
import type { FileStamp, FolderChange } from './folder-change.ts'
import { type FileSight, isArticlePath, lookAt, readHashed } from './folder-files.ts'
import { plainReason } from './plain-reason.ts'

/** What the watcher of one folder knows. */
export interface FolderState {
  readonly directory: string
  readonly signal: AbortSignal
  /** Milliseconds for which a file must stay as it is before it counts as completely written. */
  readonly settleMs: number
  readonly known: Map<string, FileStamp>
  /** Files that are passed over until they are released. */
  readonly held: Set<string>
  /** Files to be read once they have stayed the same since `since`, on the clock of `performance.now`. */
  readonly pending: Map<string, { readonly sight: FileSight; readonly since: number }>
  /** Known files that are missing, with the time at which this was seen. */
  readonly vanished: Map<string, number>
  /** Known files that went missing together with the whole folder: never told as gone. */
  readonly withheld: Set<string>
  /** Sub-folders whose failure has been told. */
  readonly warned: Set<string>
  /** Device and inode of the folder: another folder in its place is met afresh. */
  root: string
  /** Why the folder could not be read, while it cannot: told once. */
  rootFailure: string
}

/** The folder as a file in it is read: met for the first time, known, or another in the place of a known one. */
export type Meeting = 'first' | 'known' | 'another'

/** A new file is often created empty and filled a moment later. */
const emptySettleMs = 2000

/** Device and inode of the folder. Throws the file system's error when it is not there. */
export async function rootOf(directory: string): Promise<string> {
  const { dev, ino } = await stat(directory)
  return `${dev}:${ino}`
}

/** Whether a file must be read: it is unknown, changed, or could not be read before and may be now. */
export function isFresh(state: FolderState, path: string, sight: FileSight): boolean {
  const stamp = state.known.get(path)
  if (stamp === undefined || !sameSight(stamp, sight)) return true
  return stamp.hash === '' && sight.problem === undefined
}

/** Looks at one path and notes what must be done about it: read it once it has settled, or miss it. */
export async function observe(state: FolderState, path: string): Promise<void> {
  if (!isArticlePath(path) || state.held.has(path)) return
  note(state, path, await lookAt(state.directory, path))
}

/** As `observe`, for a file that was looked at already; `sight` is undefined for a missing one. */
export function note(state: FolderState, path: string, sight: FileSight | undefined): void {
  const { known, pending, vanished, withheld } = state
  if (sight === undefined) {
    pending.delete(path)
    if (known.has(path) && !withheld.has(path) && !vanished.has(path)) vanished.set(path, performance.now())
    return
  }
  vanished.delete(path)
  withheld.delete(path)
  if (!isFresh(state, path, sight)) {
    pending.delete(path)
    return
  }
  const before = pending.get(path)
  const unchanged = before !== undefined && sameSight(before.sight, sight)
  pending.set(path, { sight, since: unchanged ? before.since : performance.now() })
}

/** Milliseconds on the clock of `performance.now` at which a pending file counts as completely written. */
export function settledAt(state: FolderState, path: string): number {
  const file = state.pending.get(path)
  if (file === undefined) return Number.POSITIVE_INFINITY
  return file.since + (file.sight.size === 0 ? Math.max(state.settleMs, emptySettleMs) : state.settleMs)
}

/**
 * Reads a file and tells what became of it; undefined when there is nothing to tell, because it is
 * missing, changes while it is read (it stays pending), or fails as it did before.
 */
export async function readChange(
  state: FolderState,
  path: string,
  meeting: Meeting,
): Promise<FolderChange | undefined> {
  const sight = await lookAt(state.directory, path)
  if (sight === undefined) return undefined
  if (sight.problem !== undefined) return failure(state, path, { sight, reason: sight.problem })
  const content = await readHashed(state.directory, path).catch((cause: unknown) => ({ cause }))
  const after = await lookAt(state.directory, path)
  if (after === undefined || !sameSight(sight, after)) {
    note(state, path, after)
    return undefined
  }
  if ('cause' in content)
    return failure(state, path, { sight, reason: plainReason(content.cause), ...content })
  if (sight.size === 0)
    return failure(state, path, { sight, reason: 'the file is empty', hash: content.hash })
  return contentChange(state, path, { ...content, sight, meeting })
}

interface ReadContent {
  readonly bytes: Uint8Array
  readonly hash: string
  readonly sight: FileSight
  readonly meeting: Meeting
}

function contentChange(state: FolderState, path: string, content: ReadContent): FolderChange {
  const { bytes, hash, meeting } = content
  const before = state.known.get(path)
  const stamp = remember(state, path, { ...content.sight, hash })
  if (before?.hash === hash) return { kind: 'touched', path, stamp }
  const from = before === undefined ? missingWith(state, hash) : undefined
  if (from === undefined) {
    const sight = { firstSight: meeting !== 'known', anotherFolder: meeting === 'another' }
    return { kind: 'read', path, stamp, bytes, ...sight }
  }
  forget(state, from)
  return { kind: 'moved', from, path, stamp }
}

function missingWith(state: FolderState, hash: string): string | undefined {
  for (const missing of [state.vanished.keys(), state.withheld]) {
    for (const path of missing) if (state.known.get(path)?.hash === hash) return path
  }
  return undefined
}

interface Failure {
  readonly sight: FileSight
  readonly reason: string
  readonly hash?: string
  readonly cause?: unknown
}

function failure(state: FolderState, path: string, failed: Failure): FolderChange | undefined {
  const { sight, reason, hash = '', cause } = failed
  const before = state.known.get(path)
  const told = before !== undefined && before.hash === hash && sameSight(before, sight)
  const stamp = remember(state, path, { ...sight, hash })
  if (told) return undefined
  return {
    kind: 'failed',
    path,
    stamp,
    error: new SourceError(`Cannot read article ${path}: ${reason}`, { cause }),
  }
}

function remember(state: FolderState, path: string, { size, modifiedAt, hash }: FileStamp): FileStamp {
  const stamp = { size, modifiedAt, hash }
  state.known.set(path, stamp)
  state.pending.delete(path)
  return stamp
}

/** Drops a file from everything that is known. */
export function forget(state: FolderState, path: string): void {
  state.known.delete(path)
  state.vanished.delete(path)
  state.withheld.delete(path)
}

/** Tells that the folder itself fails, and that its articles stay. */
export function folderFailure(state: FolderState, reason: string, cause?: unknown): FolderChange {
  const message = `Cannot read articles folder ${state.directory}: ${reason}; nothing is withdrawn`
  return { kind: 'failed', path: '.', error: new SourceError(message, { cause }) }
}

/** Gives up waiting for the missing files: the folder as a whole has failed, not they. */
export function withholdVanished(state: FolderState): number {
  const { size } = state.vanished
  for (const path of state.vanished.keys()) state.withheld.add(path)
  state.vanished.clear()
  return size
}

function sameSight(one: FileSight, other: FileSight): boolean {
  return one.size === other.size && one.modifiedAt === other.modifiedAt
}
