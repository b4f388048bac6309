import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { systemClock } from '../../src/clock.ts'
import type { StandIn } from '../../src/preview/stand-in.ts'
import type { Done, Order } from './bot-process.ts'

const minuteMs = 60_000
/** Longest time that a step may take by the machine's clock. */
const stepMs = 30_000
/** How long what is due may stay so before time passes on, how long changes of messages get, and the longest wait at the end. */
const settleMs = 400
const changeMs = 50
const maxSettles = 400

/** The bot in a process of its own, and the time that passes for it. */
export interface Stage {
  readonly begin: () => Promise<void>
  readonly end: () => Promise<void>
  readonly kill: () => Promise<void>
  readonly restart: () => Promise<void>
  /** Lets time pass up to a moment, from one due post to the next. */
  readonly passTo: (at: number) => Promise<void>
  /** Something happens to an article; again, if the bot is killed before it said that it knows. */
  readonly take: (happening: Order) => Promise<void>
  /** Until nothing is due any more, and nothing is left to be edited or published. */
  readonly drain: () => Promise<void>
}

/** What a stage is made of. */
export interface StageParts {
  readonly discord: StandIn
  readonly folder: string
  readonly now: () => number
  readonly setNow: (at: number) => void
}

/** Sets a stage; `begin` starts the bot. */
export function createStage({ discord, folder, now, setNow }: StageParts): Stage {
  const path = join(folder, 'crier.db')
  let child: ChildProcess | undefined
  let lifting: Promise<void> = Promise.resolve()

  async function begin(): Promise<void> {
    const script = join(import.meta.dirname, 'bot-process.ts')
    const started = fork(script, [folder, discord.apiUrl, discord.token, String(now())], { execArgv: [] })
    await answerOf(started)
    child = started
  }

  async function kill(): Promise<void> {
    const dying = child
    child = undefined
    if (dying !== undefined && dying.exitCode === null && dying.signalCode === null) {
      dying.kill('SIGKILL')
      await once(dying, 'exit')
    }
    lifting = begin()
    await lifting
  }

  /** Undefined where the bot was killed meanwhile. */
  async function tell(order: Order): Promise<Done | undefined> {
    await lifting
    const told = child
    if (told === undefined) return undefined
    const answer = answerOf(told)
    told.send(order, () => undefined)
    return answer.catch(() => undefined)
  }

  async function tellUntilDone(order: Order): Promise<Done> {
    for (;;) {
      const done = await tell(order)
      if (done !== undefined) return done
      await systemClock.wait(10)
    }
  }

  /**
   * Gives the bot time by the machine's clock until nothing is due or on its way: what is claimed at its moment must not be put
   * together in a later one. @returns when something will be due.
   */
  async function settle(): Promise<number | undefined> {
    const last = Date.now() + stepMs
    let end = Date.now() + settleMs
    for (;;) {
      const { nextDueAt } = await tellUntilDone({ kind: 'time', now: now() })
      const isQuiet = nextDueAt === undefined || nextDueAt > now()
      const isOnItsWay = countOf(path, claimed) > 0
      if (isOnItsWay) end = Date.now() + settleMs
      if ((isQuiet && !isOnItsWay) || Date.now() > Math.min(end, last)) return nextDueAt
      await systemClock.wait(5)
    }
  }

  async function passTo(at: number): Promise<void> {
    for (;;) {
      const due = await settle()
      if (due === undefined || due > at) break
      setNow(Math.min(at, Math.max(due, now() + minuteMs)))
    }
    setNow(Math.max(at, now()))
    await tellUntilDone({ kind: 'time', now: now() })
  }

  return {
    begin,
    kill,
    restart: async () => {
      const ending = child
      if (ending === undefined) return
      child = undefined
      const ended = once(ending, 'exit')
      ending.send({ kind: 'end' } satisfies Order)
      await ended
      lifting = begin()
      await lifting
    },
    passTo,
    take: async (happening) => void (await tellUntilDone(happening)),
    drain: async () => {
      const end = now()
      for (let round = 0; round < maxSettles; round += 1) {
        const due = await settle()
        const isQuiet = due === undefined || due > end + round * minuteMs
        if (isQuiet && countOf(path, unfinished) === 0) return
        if (isQuiet) await systemClock.wait(changeMs)
        setNow(now() + minuteMs)
      }
    },
    end: async () => {
      await lifting.catch(() => undefined)
      child?.kill('SIGKILL')
    },
  }
}

function answerOf(child: ChildProcess): Promise<Done> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(), stepMs)
    const fail = (): void => {
      settle()
      reject(new Error('The bot’s process has ended, or does not answer'))
    }
    const done = (answer: unknown): void => {
      settle()
      resolve(answer as Done)
    }
    const settle = (): void => {
      clearTimeout(timer)
      child.off('message', done)
      child.off('exit', fail)
    }
    child.once('message', done)
    child.once('exit', fail)
  })
}

/** Which deliveries somebody has claimed, and those whose messages are on their way, or still to be edited or published. */
const claimed = `lease_until IS NOT NULL AND state IN ('pending', 'sending')`
const unfinished = `state = 'sending' OR (state = 'sent' AND (edit_due_at IS NOT NULL OR publish_due_at IS NOT NULL))`

function countOf(path: string, condition: string): number {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return Number(
      database.prepare(`SELECT COUNT(*) AS count FROM deliveries WHERE ${condition}`).get()?.count,
    )
  } finally {
    database.close()
  }
}
