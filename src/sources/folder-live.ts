import { setTimeout as delay } from 'node:timers/promises'
import type { FolderChange } from './folder-change.ts'
import { type FolderListing, listFolder } from './folder-files.ts'
import { type FolderHints, watchHints } from './folder-hints.ts'
import {
  type FolderState,
  folderFailure,
  forget,
  note,
  observe,
  readChange,
  rootOf,
  settledAt,
  withholdVanished,
} from './folder-state.ts'
import { isUnseen, olderFirst, subfolderFailures } from './folder-sweep.ts'

/** The whole folder is looked at this often, for what no hint came for (network drives, exhausted watches). */
const rescanMs = 30_000

/** Hints come in bursts; so long one waits for the rest of the burst. */
const burstMs = 50

/** A file missing for so long, and no other since, is removed: moves and editors' replacements are over by then. */
const removalMs = 1500

/** Removals wait no longer than this for other files to settle. */
const maxRemovalMs = 10_000

/**
 * Tells the changes as they happen, until the signal aborts or the folder is no longer there or is replaced.
 * @param onHints receives the hints, so that others can add to them while the watch lasts
 */
export async function* watchLive(
  state: FolderState,
  onHints: (hints: FolderHints) => void,
): AsyncGenerator<FolderChange> {
  const hints = watchHints(state.directory, state.signal)
  onHints(hints)
  let rescanAt = performance.now() + rescanMs
  try {
    while (!state.signal.aborted) {
      await hints.wait(Math.max(0, Math.min(rescanAt, nextDue(state)) - performance.now()))
      await delay(burstMs, undefined, { signal: state.signal }).catch(() => {})
      if (state.signal.aborted || (await isReplaced(state))) return
      const hinted = hints.take()
      const whole = hinted.has('') || performance.now() >= rescanAt
      if (whole) rescanAt = performance.now() + rescanMs
      if (whole) yield* lookAtAll(state)
      for (const path of new Set([...hinted, ...state.pending.keys()])) await observe(state, path)
      yield* settledFiles(state)
      yield* removals(state)
    }
  } finally {
    await hints.close()
  }
}

async function isReplaced(state: FolderState): Promise<boolean> {
  return (await rootOf(state.directory).catch(() => '')) !== state.root
}

async function* lookAtAll(state: FolderState): AsyncGenerator<FolderChange> {
  const listing = await listFolder(state.directory).catch(() => undefined)
  if (listing === undefined) return
  yield* subfolderFailures(state, listing)
  for (const [path, sight] of listing.files) if (!state.held.has(path)) note(state, path, sight)
  for (const path of state.known.keys()) {
    if (!listing.files.has(path) && !state.held.has(path) && !isUnseen(listing, path))
      note(state, path, undefined)
  }
}

async function* settledFiles(state: FolderState): AsyncGenerator<FolderChange> {
  const now = performance.now()
  const settled = [...state.pending]
    .filter(([path]) => settledAt(state, path) <= now)
    .map(([path, { sight }]): [string, typeof sight] => [path, sight])
  for (const [path] of settled.sort(olderFirst)) {
    state.pending.delete(path)
    const change = await readChange(state, path, 'known')
    if (change !== undefined) yield change
  }
}

/** When something must be looked at again although no hint came. */
function nextDue(state: FolderState): number {
  const settled = [...state.pending.keys()].map((path) => settledAt(state, path))
  return settled.reduce((first, time) => Math.min(first, time), removalsDue(state))
}

/** A moved file is found under its new path first: while files are pending, removals wait. */
function removalsDue(state: FolderState): number {
  const times = [...state.vanished.values()]
  if (times.length === 0) return Number.POSITIVE_INFINITY
  const latest = times.reduce((one, other) => Math.max(one, other))
  const earliest = times.reduce((one, other) => Math.min(one, other))
  const quiet = state.pending.size === 0 ? latest + removalMs : Number.POSITIVE_INFINITY
  return Math.min(quiet, earliest + maxRemovalMs)
}

async function* removals(state: FolderState): AsyncGenerator<FolderChange> {
  if (performance.now() < removalsDue(state)) return
  const listing = await listFolder(state.directory).catch(() => undefined)
  // A folder that is no longer there is noticed in the next round, and then nothing is gone.
  if (listing === undefined || (await isReplaced(state))) return
  yield* subfolderFailures(state, listing)
  settleVanished(state, listing)
  const isEmpty = ![...listing.files.keys()].some((path) => !state.held.has(path))
  // One file removed from a folder of one is a removal; several at once is a disk that went away.
  if (isEmpty && state.vanished.size > 1) {
    const count = withholdVanished(state)
    yield folderFailure(state, `all its ${count} files disappeared at once`)
    return
  }
  for (const path of [...state.vanished.keys()]) {
    forget(state, path)
    yield { kind: 'gone', path }
  }
}

/** Takes those off the missing that are back, and those about which nothing can be known. */
function settleVanished(state: FolderState, listing: FolderListing): void {
  for (const path of [...state.vanished.keys()]) {
    const sight = listing.files.get(path)
    if (sight !== undefined) note(state, path, sight)
    if (!isUnseen(listing, path)) continue
    state.vanished.delete(path)
    state.withheld.add(path)
  }
}
