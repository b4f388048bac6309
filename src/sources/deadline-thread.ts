import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { SourceError } from '../errors.ts'

/** What a thread answers: what was found, or why nothing was. */
export type ThreadAnswer<Found> = { readonly found: Found } | { readonly failure: ThreadFailure }

/** An error on its way between threads, which classes do not survive. */
interface ThreadFailure {
  readonly message: string
  /** Whether it was a SourceError: what was asked for cannot be read. Anything else is a fault of the program. */
  readonly isSource: boolean
}

/** The thread's side of a job: its answer, whatever happens. */
export async function answerFrom<Found>(work: () => Found | Promise<Found>): Promise<ThreadAnswer<Found>> {
  try {
    return { found: await work() }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { failure: { message, isSource: error instanceof SourceError } }
  }
}

/** Said by a thread once it has loaded what it needs: no job's time goes into that. */
export const threadReady = 'ready'

/** A worker thread that does one job after the other, each within a deadline. */
export interface DeadlineThread<Job, Found> {
  /**
   * @param what names the job in messages: "feed https://…"
   * @throws SourceError with what the thread gave as reason, or saying that the deadline passed; another Error for a
   * fault of the program
   */
  readonly ask: (job: Job, what: string) => Promise<Found>
  /** Ends the thread; jobs under way and waiting are rejected. */
  readonly close: () => Promise<void>
}

/** What a thread may use. */
export interface ThreadLimits {
  /** Milliseconds that one job may take before the thread is ended and the job refused; the next job gets a new one. */
  readonly deadlineMs: number
  /** Milliseconds without a job after which the thread is ended to give its memory back. */
  readonly idleMs: number
  /** Megabytes that it may fill before it is ended and the job refused. */
  readonly memoryMb: number
}

/** Starts nothing yet: the thread comes with the first job. @param file the thread's module, see feed-worker.ts */
export function createDeadlineThread<Job, Found>(
  file: URL,
  limits: ThreadLimits,
): DeadlineThread<Job, Found> {
  const closing = new AbortController()
  const held = holdWorker(file, limits)
  let last: Promise<unknown> = Promise.resolve()

  async function ask(job: Job, what: string): Promise<ThreadAnswer<Found>> {
    try {
      closing.signal.throwIfAborted()
      const answer = await answerOf<Job, Found>(await held.take(), job, { limits, closing: closing.signal })
      held.rest()
      return answer
    } catch (cause) {
      // Whatever it is busy with, nobody waits for it any more.
      void held.end()
      throw new SourceError(`Cannot read ${what}: ${reasonOf(cause, closing.signal, limits)}`, { cause })
    }
  }

  return {
    ask: (job, what) => {
      const turn = last.then(() => ask(job, what))
      last = turn.catch(() => undefined)
      return turn.then(deliver)
    },
    close: async () => {
      closing.abort()
      await held.end()
    },
  }
}

/**
 * Gives an answer out when the event loop has turned. What its asker does with it may take longer than the next answer,
 * and answers that are there are all dealt with before anything else: replies would wait for a whole row of articles.
 */
async function deliver<Found>(answer: ThreadAnswer<Found>): Promise<Found> {
  await nextTurn()
  if ('found' in answer) return answer.found
  const { message, isSource } = answer.failure
  throw isSource ? new SourceError(message) : new Error(message)
}

/** The one worker there is at a time, if any. */
interface HeldWorker {
  /** Starts it if there is none. */
  readonly take: () => Promise<Worker>
  /** Has it ended when it is not taken for a while. */
  readonly rest: () => void
  readonly end: () => Promise<void>
}

function holdWorker(file: URL, { memoryMb, idleMs }: ThreadLimits): HeldWorker {
  let worker: Promise<Worker> | undefined
  let idle: NodeJS.Timeout | undefined

  function start(): Promise<Worker> {
    const started = startWorker(file, memoryMb)
    const forget = (): void => {
      if (worker === started) worker = undefined
    }
    started.then((thread) => thread.once('exit', forget), forget)
    return started
  }

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ended = worker
    worker = undefined
    await ended?.then((thread) => thread.terminate()).catch(() => undefined)
  }

  return {
    take: () => {
      clearTimeout(idle)
      worker ??= start()
      return worker
    },
    rest: () => {
      idle = setTimeout(end, idleMs).unref()
    },
    end,
  }
}

/** What dies young needs little room: with what Node gives by itself, a thread takes 40 MB more and is no quicker. */
const youngMb = 16

async function startWorker(file: URL, memoryMb: number): Promise<Worker> {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngMb },
  })
  // Heard where its answer is waited for; an idle thread that fails is no reason to end the process.
  worker.on('error', () => undefined)
  await once(worker, 'message')
  worker.unref()
  return worker
}

/** A working thread keeps the process alive, an idle one does not. */
async function answerOf<Job, Found>(
  worker: Worker,
  job: Job,
  { limits, closing }: { readonly limits: ThreadLimits; readonly closing: AbortSignal },
): Promise<ThreadAnswer<Found>> {
  const signal = AbortSignal.any([closing, AbortSignal.timeout(limits.deadlineMs)])
  worker.ref()
  worker.postMessage(job)
  const [answer] = await once(worker, 'message', { signal })
  worker.unref()
  return answer as ThreadAnswer<Found>
}

function reasonOf(cause: unknown, closing: AbortSignal, { deadlineMs, memoryMb }: ThreadLimits): string {
  if (closing.aborted) return 'the reader was closed'
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'AbortError') return `it takes longer than ${deadlineMs} ms`
  if ('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return `it takes more than ${memoryMb} MB of memory`
  return cause.message
}
