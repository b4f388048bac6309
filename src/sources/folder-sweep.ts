import { setTimeout as delay } from 'node:timers/promises'
import { SourceError } from '../errors.ts'
import type { FolderChange } from './folder-change.ts'
import { type FileSight, type FolderListing, listFolder, lookAt } from './folder-files.ts'
import {
  type FolderState,
  folderFailure,
  forget,
  isFresh,
  type Meeting,
  note,
  readChange,
  rootOf,
  withholdVanished,
} from './folder-state.ts'
import { plainReason } from './plain-reason.ts'

/** A file that is still being written after so many looks is left to the live watch. */
const maxSettleLooks = 5

/**
 * Goes through the whole folder: tells what is new, changed, moved or gone since `known`, oldest file first.
 * Files are read when the change is asked for, one at a time.
 * @returns false when the folder cannot be read or was replaced on the way, so that it must be swept again
 */
export async function* sweepFolder(state: FolderState): AsyncGenerator<FolderChange, boolean> {
  let listing: FolderListing
  try {
    state.root = await rootOf(state.directory)
    listing = await listFolder(state.directory)
  } catch (error) {
    const reason = plainReason(error)
    if (reason !== state.rootFailure) yield folderFailure(state, reason, error)
    state.rootFailure = reason
    return false
  }
  state.rootFailure = ''
  yield* subfolderFailures(state, listing)
  const meeting = missAbsent(state, listing)
  let moves = 0
  for (const path of freshFiles(state, listing)) {
    const change = (await settles(state, path)) ? await readChange(state, path, meeting) : undefined
    if (state.signal.aborted) return true
    if (change?.kind === 'moved') moves += 1
    if (change !== undefined) yield change
  }
  if ((await rootOf(state.directory).catch(() => '')) !== state.root) return false
  if (meeting !== 'known' && moves === 0 && state.vanished.size > 0) {
    const count = withholdVanished(state)
    const files = count === 1 ? 'the file' : `any of the ${count} files`
    yield folderFailure(state, `it does not hold ${files} read from it before, so it may be another folder`)
  } else {
    yield* removedFiles(state)
  }
  return true
}

/** Tells the sub-folders that cannot be listed, each once. */
export function* subfolderFailures(state: FolderState, listing: FolderListing): Generator<FolderChange> {
  for (const [path, cause] of listing.unreadable) {
    if (state.warned.has(path)) continue
    state.warned.add(path)
    const error = new SourceError(`Cannot read articles folder ${path}: ${plainReason(cause)}`, { cause })
    yield { kind: 'failed', path, error }
  }
}

/** Whether a path lies in a sub-folder about which the listing knows nothing. */
export function isUnseen(listing: FolderListing, path: string): boolean {
  return [...listing.unreadable.keys()].some((folder) => path.startsWith(`${folder}/`))
}

/** Notes the known files that are absent, and tells by them what folder this is. */
function missAbsent(state: FolderState, listing: FolderListing): Meeting {
  const expected = [...state.known.keys()].filter((path) => !state.held.has(path))
  const present = expected.filter((path) => listing.files.has(path) || isUnseen(listing, path))
  for (const path of expected) {
    if (listing.files.has(path)) state.withheld.delete(path)
    else if (!isUnseen(listing, path)) note(state, path, undefined)
  }
  if (present.length > 0) return 'known'
  return expected.length > 0 ? 'another' : 'first'
}

function freshFiles(state: FolderState, listing: FolderListing): readonly string[] {
  const fresh = [...listing.files].filter(
    ([path, sight]) => !state.held.has(path) && isFresh(state, path, sight),
  )
  return fresh.sort(olderFirst).map(([path]) => path)
}

/** The order in which files are told: by time, then by name. */
export function olderFirst(
  [onePath, one]: [string, FileSight],
  [otherPath, other]: [string, FileSight],
): number {
  return one.modifiedAt - other.modifiedAt || (onePath < otherPath ? -1 : 1)
}

/** Waits until a file just written is complete. False if it keeps changing, or is gone. */
async function settles(state: FolderState, path: string): Promise<boolean> {
  for (let look = 0; look < maxSettleLooks; look += 1) {
    const sight = await lookAt(state.directory, path)
    if (sight === undefined) return false
    // Against the system's clock, because that is the one file times come from.
    const age = Date.now() - sight.modifiedAt
    if (age < -slightlyAheadMs || age >= state.settleMs) return true
    await delay(state.settleMs - age, undefined, { signal: state.signal }).catch(() => {})
    if (state.signal.aborted) return false
  }
  return false
}
/** File systems round times, and their clocks are not quite ours: a file of this moment may seem to be of the next. */
const slightlyAheadMs = 1000

async function* removedFiles(state: FolderState): AsyncGenerator<FolderChange> {
  for (const path of [...state.vanished.keys()]) {
    if ((await lookAt(state.directory, path)) !== undefined) continue
    forget(state, path)
    yield { kind: 'gone', path }
  }
}
