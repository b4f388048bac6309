import { once } from 'node:events'
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

/** Starts nothing yet: the thread comes with the first job. Jobs are done one after the other. */
export function createAnalyst({ deadlineMs = 20_000, idleMs = 60_000 }: AnalystOptions = {}): Analyst {
  const closing = new AbortController()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  function end(): void {
    clearTimeout(idle)
    void worker?.terminate()
    worker = undefined
  }

  async function ask(job: Job): Promise<Reading> {
    clearTimeout(idle)
    worker ??= startWorker()
    const answer = await answerOf(worker, job, { deadlineMs, closing: closing.signal }).catch(
      (error: unknown) => {
        // Whatever it is busy with, nobody waits for it any more.
        end()
        throw error
      },
    )
    idle = setTimeout(end, idleMs).unref()
    if ('reading' in answer) return answer.reading
    throw toError(answer.failure)
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
      closing.abort()
      end()
    },
  }
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./analyst-worker.ts', import.meta.url))
  // Heard where its answer is waited for; an idle thread that fails is no reason to end the process.
  worker.on('error', () => undefined)
  return worker
}

/** A working thread keeps the process alive, an idle one does not. */
async function answerOf(
  worker: Worker,
  job: Job,
  { deadlineMs, closing }: { readonly deadlineMs: number; readonly closing: AbortSignal },
): Promise<Answer> {
  const what = job.kind === 'file' ? job.path : `“${job.draft.title}”`
  const deadline = AbortSignal.timeout(deadlineMs)
  worker.ref()
  worker.postMessage(job)
  try {
    const [answer] = await once(worker, 'message', { signal: AbortSignal.any([closing, deadline]) })
    worker.unref()
    return answer as Answer
  } catch (cause) {
    if (closing.aborted) throw new SourceError(`Cannot read ${what}: the reader was closed`, { cause })
    const why = deadline.aborted ? `not understood within ${deadlineMs} ms` : String(cause)
    throw new SourceError(`Cannot read ${what}: ${why}`, { cause })
  }
}

function toError({ name, message }: { name: string; message: string }): Error {
  return name === 'SourceError' ? new SourceError(message) : new Error(message)
}
