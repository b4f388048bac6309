import { relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { isIgnored } from './folder-files.ts'

/** Hints that something may have happened in a folder. They say where to look, never what is there. */
export interface FolderHints {
  /** Paths hinted at since the last call, relative to the folder, with "/" between names; "" is the folder itself. */
  take(): ReadonlySet<string>
  /** Hints at a path from outside. */
  add(path: string): void
  /** Resolves at the first hint not yet taken, after `ms` milliseconds, or when the signal aborts. */
  wait(ms: number): Promise<void>
  close(): Promise<void>
}

/** Watches a folder with chokidar until the signal aborts or `close` is called. */
export function watchHints(directory: string, signal: AbortSignal): FolderHints {
  const { add, take, wait, wake } = hintQueue(signal)
  const watcher = hintingWatcher(directory, add)
  const stop = async () => {
    wake()
    await watcher.close()
  }
  signal.addEventListener('abort', stop, { once: true })
  const close = async () => {
    signal.removeEventListener('abort', stop)
    await stop()
  }
  return { add, take, wait, close }
}

function hintingWatcher(directory: string, hint: (path: string) => void): FSWatcher {
  const pathOf = (path: string) => relative(directory, path).split(sep).join('/')
  const watcher = watch(directory, {
    ignoreInitial: true,
    // Replaced files are told from removed ones by the reader, which looks twice.
    atomic: false,
    ignored: (path) => isIgnored(pathOf(path).replace(/^(?:\.\.\/)*(?:\.\.)?/, '')),
  })
  watcher.on('all', (event, path) => hint(event.endsWith('Dir') ? '' : pathOf(path)))
  // What happened while chokidar set itself up, or what it could not watch, is found by looking at everything.
  watcher.on('ready', () => hint(''))
  watcher.on('error', () => hint(''))
  return watcher
}

function hintQueue(signal: AbortSignal) {
  let hinted = new Set<string>()
  let wake = () => {}
  return {
    wake: () => wake(),
    add(path: string) {
      hinted.add(path)
      wake()
    },
    take(): ReadonlySet<string> {
      const taken = hinted
      hinted = new Set()
      return taken
    },
    async wait(ms: number) {
      if (hinted.size > 0 || signal.aborted) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      wake = () => {}
    },
  }
}
