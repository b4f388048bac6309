import { setTimeout as delay } from 'node:timers/promises'
import type { FileStamp, FolderChange } from './folder-change.ts'
import type { FolderHints } from './folder-hints.ts'
import { watchLive } from './folder-live.ts'
import { type FolderState, rootOf } from './folder-state.ts'
import { sweepFolder } from './folder-sweep.ts'

export type { FileStamp, FolderChange } from './folder-change.ts'

/** How a folder is watched. */
export interface FolderOptions {
  /** The stamps remembered from earlier changes, by path: what has not changed since is not read again. */
  readonly known: ReadonlyMap<string, FileStamp>
  /** Ends the watch. */
  readonly signal: AbortSignal
  /** Milliseconds for which a file must stay as it is before it counts as completely written. Default 900. */
  readonly settleMs?: number
  /** Paths that are passed over, as if the files were not there, until they are released. */
  readonly holdBack?: ReadonlySet<string>
}

/** A folder that is being watched. */
export interface FolderWatch {
  /**
   * What happened, in order; to be iterated once. Nothing is watched before the first change is asked for, and
   * files are read only when their change is. Ends when the signal aborts.
   */
  readonly changes: AsyncIterable<FolderChange>
  /** Lets a held back file appear, as if it were dropped into the folder now. */
  readonly release: (path: string) => void
}

/** Long enough for a pause in a slow copy, short enough to tell a dropped file within 1.5 seconds. */
const defaultSettleMs = 900

/** How often a folder that is not there is looked for. */
const lookForFolderMs = 1000

/**
 * Reads the article files of a folder and its sub-folders, and then watches it. First comes what is new, changed,
 * moved or gone since `known`, oldest first; then `ready`, once; then what happens. A folder that vanishes, empties
 * at once or holds none of the known files is one `failed` change with path ".", after which no file is `gone`;
 * a folder that is not there is looked for until it is back.
 */
export function watchFolder(directory: string, options: FolderOptions): FolderWatch {
  const state: FolderState = {
    directory,
    signal: options.signal,
    settleMs: options.settleMs ?? defaultSettleMs,
    known: new Map(options.known),
    held: new Set(options.holdBack),
    pending: new Map(),
    vanished: new Map(),
    withheld: new Set(),
    warned: new Set(),
    root: '',
    rootFailure: '',
  }
  const live: { hints?: FolderHints } = {}
  return {
    changes: changesOf(state, (hints) => {
      live.hints = hints
    }),
    release(path) {
      // Before the live watch begins no hint is needed: it begins with a look at everything.
      if (state.held.delete(path)) live.hints?.add(path)
    },
  }
}

async function* changesOf(
  state: FolderState,
  onHints: (hints: FolderHints) => void,
): AsyncGenerator<FolderChange> {
  let ready = false
  while (!state.signal.aborted) {
    const swept = yield* sweepFolder(state)
    if (state.signal.aborted) return
    if (!ready) yield { kind: 'ready' }
    ready = true
    if (swept) yield* watchLive(state, onHints)
    else await untilThere(state)
  }
}

async function untilThere({ directory, signal }: FolderState): Promise<void> {
  const isThere = () =>
    rootOf(directory).then(
      () => true,
      () => false,
    )
  do await delay(lookForFolderMs, undefined, { signal }).catch(() => {})
  while (!signal.aborted && !(await isThere()))
}
