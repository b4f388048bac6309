import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')
const movedClock = join(import.meta.dirname, 'moved-clock.ts')

/** The bot as its own process, as `npm start` starts it. */
export interface BotProgram {
  readonly pid: number
  /** Resolves when its log holds these words so many times (once, where not given); also when it has ended without. */
  readonly logged: (words: string, times?: number) => Promise<void>
  /** All that it has written to standard error. */
  readonly log: () => string
  /** Sends a signal. */
  readonly tell: (signal: 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => void
  /** Resolves with the exit status when it has ended; null where it was killed. */
  readonly ended: Promise<number | null>
  /** Kills it with SIGKILL and waits until it is gone. */
  readonly kill: () => Promise<void>
}

/** How a program is started. */
export interface ProgramOptions {
  /** How far its clock is ahead of the machine's; 0 where not given. */
  readonly aheadMs?: number
  /** Run by a shell that first says this, such as "ulimit -f 100". */
  readonly shellFirst?: string
}

/** Starts it with nothing but these variables in its environment. */
export function startBotProgram(
  variables: Readonly<Record<string, string>>,
  { aheadMs = 0, shellFirst }: ProgramOptions = {},
): BotProgram {
  const args = ['--import', movedClock, '--import', './src/compile-cache.mjs', 'src/main.ts']
  const [command, ...rest] =
    shellFirst === undefined
      ? [process.execPath, ...args]
      : ['/bin/sh', '-c', `${shellFirst}; exec "$0" "$@"`, process.execPath, ...args]
  const child = spawn(command ?? '', rest, {
    cwd: root,
    env: { PATH: process.env.PATH, AHEAD_MS: String(aheadMs), LOG_LEVEL: 'info', ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return programOf(child)
}

function programOf(child: ChildProcess): BotProgram {
  let log = ''
  const listeners = new Set<() => void>()
  child.stderr?.on('data', (part) => {
    log += String(part)
    for (const listen of listeners) listen()
  })
  const ended = once(child, 'exit').then(([code]): number | null => code)
  return {
    pid: child.pid ?? 0,
    logged: (words, times = 1) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      const look = (): void => {
        if (log.split(words).length > times) resolve()
      }
      listeners.add(look)
      look()
      return Promise.race([promise, ended.then(() => undefined)]).finally(() => listeners.delete(look))
    },
    log: () => log,
    tell: (signal) => void child.kill(signal),
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
