import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'

/** What is done with a message: it is posted, edited, or published. */
export interface Task {
  readonly kind: 'post' | 'edit' | 'publish'
  /** Of its posting or delivery. */
  readonly id: number
}

/** What is under way, each task once. */
export interface Tasks {
  readonly size: () => number
  /** Of postings and deliveries. */
  readonly ids: () => readonly number[]
  /** Begins a task, which ends early with its signal. Does nothing while the same is under way. */
  readonly begin: (task: Task, work: (signal: AbortSignal) => Promise<void>) => void
  /** Tells all that is under way to end. */
  readonly giveUp: () => void
  /** Resolves when nothing is under way; what takes longer than so many milliseconds is told to end, and left behind if it does not. */
  readonly endWithin: (clock: Clock, milliseconds: number) => Promise<void>
}

/** Opens an empty list. `onEnd` is called after each task. */
export function openTasks({ log }: { readonly log: Logger }, onEnd: () => void): Tasks {
  const underWay = new Map<string, { readonly id: number; readonly done: Promise<void> }>()
  let givingUp = new AbortController()
  const giveUp = (): void => {
    givingUp.abort()
    givingUp = new AbortController()
  }
  const ended = (): Promise<unknown> => Promise.all(Array.from(underWay.values(), ({ done }) => done))
  return {
    size: () => underWay.size,
    ids: () => Array.from(underWay.values(), ({ id }) => id),
    begin: ({ kind, id }, work) => {
      const name = `${kind} ${id}`
      if (underWay.has(name)) return
      // A signal of its own: what listens to it goes with the task.
      const done = work(AbortSignal.any([givingUp.signal]))
        .catch((error: unknown) => log.error({ err: error, task: kind, posting: id }, 'delivery failed'))
        .finally(() => {
          underWay.delete(name)
          onEnd()
        })
      underWay.set(name, { id, done })
    },
    giveUp,
    endWithin: async (clock, milliseconds) => {
      await orWait(ended(), clock, milliseconds)
      giveUp()
      await orWait(ended(), clock, partingMs)
    },
  }
}

/** What was told to end gets so long to say so. In milliseconds. */
const partingMs = 1000

async function orWait(work: Promise<unknown>, clock: Clock, milliseconds: number): Promise<void> {
  const over = new AbortController()
  await Promise.race([work, clock.wait(milliseconds, over.signal)])
  over.abort()
}
