import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type FolderOptions, watchFolder } from '../../src/sources/folder.ts'
import type { FileStamp, FolderChange } from '../../src/sources/folder-change.ts'

/** A temporary directory that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'crier-folder-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

/** A watched folder whose changes can be awaited, and the stamps that a caller would remember. */
export interface Recorder {
  /** "kind path" of each change so far. */
  readonly lines: readonly string[]
  readonly known: ReadonlyMap<string, FileStamp>
  /** The first change (also of those that came already) whose line is this. */
  readonly seen: (line: string) => Promise<FolderChange>
  readonly release: (path: string) => void
  readonly stop: () => Promise<void>
}

export function record(directory: string, options: Partial<FolderOptions> = {}): Recorder {
  const control = new AbortController()
  const watch = watchFolder(directory, {
    known: new Map(),
    signal: control.signal,
    settleMs: 100,
    ...options,
  })
  const changes: FolderChange[] = []
  const lines: string[] = []
  const known = new Map(options.known)
  const waiting = new Set<() => void>()
  const work = (async () => {
    for await (const change of watch.changes) {
      changes.push(change)
      lines.push(lineOf(change))
      remember(known, change)
      for (const wake of waiting) wake()
      waiting.clear()
    }
  })()
  const stop = async () => {
    control.abort()
    await work
  }
  onTestFinished(stop)
  return {
    lines,
    known,
    async seen(line) {
      for (;;) {
        const change = changes[lines.indexOf(line)]
        if (change !== undefined) return change
        await new Promise<void>((resolve) => {
          waiting.add(resolve)
        })
      }
    },
    release: watch.release,
    stop,
  }
}

function lineOf(change: FolderChange): string {
  if (change.kind === 'ready') return 'ready'
  return change.kind === 'moved' ? `moved ${change.from} ${change.path}` : `${change.kind} ${change.path}`
}

function remember(known: Map<string, FileStamp>, change: FolderChange): void {
  if (change.kind === 'moved') known.delete(change.from)
  if (change.kind === 'gone') known.delete(change.path)
  else if (change.kind !== 'ready' && change.stamp !== undefined) known.set(change.path, change.stamp)
}
