import { Worker } from 'node:worker_threads'
import type { Draft } from '../article.ts'
import { SourceError } from '../errors.ts'
import type { Reading } from './reading.ts'

/** What the worker is asked. */
export type Job =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'draft'; readonly draft: Draft }

/** What it answers: a reading, or why there is none. */
export type Answer =
  | { readonly reading: Reading }
  | { readonly failure: { readonly name: string; readonly message: string } }

/**
 * Reads and understands articles in a worker thread, so that no text, however long or hostile, delays an answer in
 * chat. The thread starts with the first job and ends when it has had nothing to do for a while.
 */
export interface Analyst {
  /** @throws SourceError if the bytes are no article, or take longer than the deadline. */
  readonly readFile: (path: string, bytes: Uint8Array) => Promise<Reading>
  /** @throws SourceError if it takes longer than the deadline. */
  readonly readDraft: (draft: Draft) => Promise<Reading>
  /** Ends the thread; jobs under way are rejected. */
  readonly close: () => Promise<void>
}

/** How long the worker may take. */
export interface AnalystOptions {
  /** Milliseconds that one job may take before the thread is ended and the job refused. Default 20,000. */
  readonly deadlineMs?: number
  /** Milliseconds without a job after which the thread is ended to give its memory back. Default 60,000. */
  readonly idleMs?: number
}

interface Waiting {
  readonly what: string
  readonly resolve: (reading: Reading) => void
  readonly reject: (error: Error) => void
}

/** Starts nothing yet: the thread comes with the first job. Jobs are done one after the other. */
export function createAnalyst({ deadlineMs = 20_000, idleMs = 60_000 }: AnalystOptions = {}): Analyst {
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting: Waiting | undefined

  function stop(reason: Error | undefined): void {
    clearTimeout(timer)
    const ended = worker
    worker = undefined
    void ended?.terminate()
    if (reason !== undefined) waiting?.reject(reason)
    waiting = undefined
  }

  function start(): Worker {
    const started = new Worker(new URL('./analyst-worker.ts', import.meta.url))
    started.on('message', (answer: Answer) => {
      if (worker !== started) return
      clearTimeout(timer)
      timer = setTimeout(stop, idleMs, undefined).unref()
      // An idle thread keeps no process alive; a working one does.
      started.unref()
      settle(answer)
    })
    started.on('error', (cause) => {
      if (worker === started) stop(new SourceError(`Cannot read ${waiting?.what}: ${cause}`, { cause }))
    })
    return started
  }

  function settle(answer: Answer): void {
    const done = waiting
    waiting = undefined
    if ('reading' in answer) done?.resolve(answer.reading)
    else done?.reject(toError(answer.failure))
  }

  function ask(job: Job): Promise<Reading> {
    const what = job.kind === 'file' ? job.path : `“${job.draft.title}”`
    return new Promise((resolve, reject) => {
      waiting = { what, resolve, reject }
      clearTimeout(timer)
      timer = setTimeout(() => {
        stop(new SourceError(`Cannot read ${what}: not understood within ${deadlineMs} ms`))
      }, deadlineMs).unref()
      worker ??= start()
      worker.ref()
      worker.postMessage(job)
    })
  }

  function inTurn(job: Job): Promise<Reading> {
    const turn = last.then(() => ask(job))
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    readFile: (path, bytes) => inTurn({ kind: 'file', path, bytes }),
    readDraft: (draft) => inTurn({ kind: 'draft', draft }),
    close: async () => {
      stop(new SourceError('The reader was closed'))
    },
  }
}

function toError({ name, message }: { name: string; message: string }): Error {
  return name === 'SourceError' ? new SourceError(message) : new Error(message)
}
