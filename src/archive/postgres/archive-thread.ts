import { parentPort, workerData } from 'node:worker_threads'
import { archiveMethods } from '../sql/archive-methods.ts'
import { ask, type Line } from './line.ts'
import { waitingDatabase } from './waiting-database.ts'

/** What a thread is started with. */
export interface ThreadParts {
  readonly line: Line
  /** Names the database in errors. */
  readonly name: string
}

/** One call of a method of the archive. */
export interface Call {
  readonly method: string
  readonly values: readonly unknown[]
}

/** What a call came to. */
export type Outcome = { readonly result: unknown } | { readonly error: Error }

// One call at a time: the thread waits for the database in the middle of it.
const { line, name }: ThreadParts = workerData
const methods = archiveMethods(waitingDatabase((batch) => ask(line, batch), name))
const byName = new Map<string, (...values: readonly never[]) => Promise<unknown>>(Object.entries(methods))

parentPort?.on('message', async ({ method, values }: Call) => {
  parentPort?.postMessage(await outcomeOf(method, values))
})
parentPort?.postMessage([...byName.keys()])

async function outcomeOf(method: string, values: readonly unknown[]): Promise<Outcome> {
  try {
    return { result: await byName.get(method)?.(...(values as readonly never[])) }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
