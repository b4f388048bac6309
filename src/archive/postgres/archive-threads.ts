import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { Call, Outcome, ThreadParts } from './archive-thread.ts'
import { openConnection } from './connection.ts'
import { answer, type Reply, type Statement } from './line.ts'

/** Threads in which the archive's work waits for the database. */
export interface ArchiveThreads {
  /** The names of the archive's methods. */
  readonly methods: readonly string[]
  readonly call: (call: Call) => Promise<unknown>
  /** Finishes what is under way; further calls reject. */
  readonly close: () => Promise<void>
}

/** Calls at once, each with a connection of its own; the others wait. More would keep a small machine from its own work. */
const mostThreads = 4

/** Starts the first thread; others are started when there is work for them. */
export async function openThreads(url: string, name: string): Promise<ArchiveThreads> {
  const first = await startThread(url, name)
  const pool = poolOf(first, () => startThread(url, name))
  const underWay = new Set<Promise<unknown>>()
  let closed = false
  const work = async (call: Call): Promise<unknown> => {
    const thread = await pool.take()
    try {
      return await thread.work(call)
    } finally {
      pool.giveBack(thread)
    }
  }
  return {
    methods: first.methods,
    call: async (call) => {
      if (closed) throw new Error(`Cannot use the archive ${name}: it was closed`)
      const done = work(call).finally(() => underWay.delete(done))
      underWay.add(done)
      return done
    },
    close: async () => {
      closed = true
      await Promise.allSettled(underWay)
      for (const thread of await Promise.all(pool.started)) await thread.close()
    },
  }
}

/** Threads that are lent to one call at a time; who comes when all are lent waits for the next that is given back. */
interface ThreadPool {
  readonly started: readonly Promise<Thread>[]
  readonly take: () => Promise<Thread>
  readonly giveBack: (thread: Thread) => void
}

function poolOf(first: Thread, start: () => Promise<Thread>): ThreadPool {
  const idle: Thread[] = [first]
  const started: Promise<Thread>[] = [Promise.resolve(first)]
  const waiting: ((thread: Thread) => void)[] = []
  return {
    started,
    take: async () => {
      const free = idle.pop()
      if (free) return free
      if (started.length >= mostThreads) return new Promise((resolve) => waiting.push(resolve))
      const fresh = start()
      started.push(fresh)
      return fresh
    },
    giveBack: (thread) => {
      const next = waiting.shift()
      if (next) next(thread)
      else idle.push(thread)
    },
  }
}

interface Thread {
  readonly methods: readonly string[]
  readonly work: (call: Call) => Promise<unknown>
  readonly close: () => Promise<void>
}

async function startThread(url: string, name: string): Promise<Thread> {
  const connection = openConnection(url)
  const { port1, port2 } = new MessageChannel()
  const signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  port1.on('message', async (batch: readonly Statement[]) => {
    answer({ port: port1, signal }, await replyTo(connection.run(batch)))
  })
  const parts: ThreadParts = { line: { port: port2, signal }, name }
  const worker = new Worker(new URL('./archive-thread.ts', import.meta.url), {
    workerData: parts,
    transferList: [port2],
  })
  const [methods] = await once(worker, 'message')
  return {
    methods,
    work: async (call) => {
      const answered = once(worker, 'message')
      worker.postMessage(call)
      const [outcome]: Outcome[] = await answered
      if (outcome === undefined) return undefined
      if ('error' in outcome) throw outcome.error
      return outcome.result
    },
    close: async () => {
      await worker.terminate()
      port1.close()
      await connection.close()
    },
  }
}

async function replyTo(running: ReturnType<ReturnType<typeof openConnection>['run']>): Promise<Reply> {
  try {
    return { results: await running }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    return { failed: { message, ...(code !== undefined && { code }) } }
  }
}
