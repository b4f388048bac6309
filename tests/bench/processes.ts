import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

/** Starts a program of the project as npm does: with the compile cache on, and whatever else its script says. */
export function startProgram(
  file: string,
  variables: Record<string, string>,
  args: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [...optionsOf(file), file, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** The options of Node in the script that runs a file; programs without one get the compile cache. */
function optionsOf(file: string): readonly string[] {
  const script = Object.values(scripts).find((line) => line.endsWith(` ${file}`))
  return script?.split(' ').slice(1, -1) ?? ['--import', './src/compile-cache.mjs']
}

/** Resolves when the program has written this to its standard error, with all that it wrote there so far. */
export function written(child: ChildProcess, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = ''
    child.stderr?.on('data', (part) => {
      seen += String(part)
      if (seen.includes(words)) resolve(seen)
    })
    child.once('exit', () => reject(new Error(`Ended without ${words}: ${seen}`)))
  })
}

/** Ends a program and waits until it is gone. */
export async function endProgram(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** Resident memory of a program in MiB, and the processor time that it took so far in ms; undefined where the system does not tell. */
export function usageOf(
  child: ChildProcess,
): { readonly residentMib: number; readonly cpuMs: number } | undefined {
  try {
    const resident = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    // The name of the program, in parentheses, may hold spaces.
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    const ticks = Number(fields[11]) + Number(fields[12])
    return { residentMib: Number(resident) / 1024, cpuMs: ticks * msPerTick }
  } catch {
    return undefined
  }
}

/** Linux counts a hundred ticks in a second, whatever the machine. */
const msPerTick = 10
