import { watch } from 'node:fs'
import { systemClock } from '../../../src/clock.ts'
import type { StandIn } from '../../../src/preview/stand-in.ts'
import type { NewsSite } from '../../newsroom/news-site.ts'
import type { BotProgram } from './bot-program.ts'

/** What a moment is chosen by. */
export interface KillStage {
  readonly bot: BotProgram
  readonly discord: StandIn
  readonly site: NewsSite
  /** Resolves when the bot's database is in the middle of writing. */
  readonly writing: (signal: AbortSignal) => Promise<void>
  readonly random: () => number
  /** In milliseconds: by then a bot has about posted what there was. */
  readonly lifeMs: number
}

/** A kind of moment at which a bot is killed: resolves when it has come. */
export interface KillPoint {
  readonly name: string
  readonly reached: (stage: KillStage, signal: AbortSignal) => Promise<void>
  /** Whether the feed must be due for it. */
  readonly needsFeed?: true
}

/**
 * How long the stand-in holds requests and answers back, so that a kill in between is likely, and the next bot may meet
 * what its predecessor sent. In milliseconds.
 */
const heldMs = 1000
const posting = ['POST /channels/:id/messages', 'POST /channels/:id/threads'] as const
const lookMs = 2

/** Every stage of an article's way, from the start of the process to its end. */
export const killPoints: readonly KillPoint[] = [
  { name: 'any time', reached: ({ random, lifeMs }) => systemClock.wait(random() * lifeMs) },
  {
    name: 'reading files',
    reached: async ({ bot, random }) => {
      await bot.logged('"ready"')
      await systemClock.wait(random() * 60)
    },
  },
  {
    name: 'reading a feed',
    needsFeed: true,
    reached: async ({ site, random }, signal) => {
      await until(() => site.asked.length > 0, signal)
      await systemClock.wait(random() * 40)
    },
  },
  {
    name: 'committing',
    reached: async ({ bot, writing, random }, signal) => {
      await bot.logged('"ready"')
      await writing(signal)
      await systemClock.wait(random() * 4)
    },
  },
  { name: 'kept', reached: ({ bot, random }) => bot.logged('article read', 1 + Math.floor(random() * 3)) },
  {
    name: 'sending',
    reached: async ({ discord, random }, signal) => {
      for (const route of posting) discord.faults.slow(route, heldMs, 2)
      const isPost = ({ method, status }: { method: string; status: number }) =>
        method === 'POST' && status === 0
      await until(() => discord.requests.some(isPost), signal)
      await systemClock.wait(random() * heldMs * 0.3)
    },
  },
  {
    name: 'sent, not settled',
    reached: async ({ discord, random }, signal) => {
      for (const route of posting) discord.faults.slowAnswer(route, heldMs, 2)
      await happened((tell) => discord.on('message', tell), signal)
      await systemClock.wait(random() * heldMs * 0.3)
    },
  },
  {
    name: 'settling',
    reached: async ({ discord, random }, signal) => {
      await happened((tell) => discord.onRequest(({ method }) => method === 'POST' && tell()), signal)
      await systemClock.wait(random() * 12)
    },
  },
  {
    name: 'told to end',
    reached: async ({ bot, random, lifeMs }) => {
      await systemClock.wait(random() * lifeMs)
      bot.tell('SIGTERM')
      await systemClock.wait(random() * 40)
    },
  },
]

/** Resolves when a file of an embedded database changes. */
export function writingFile(path: string): KillStage['writing'] {
  return (signal) =>
    happened((tell) => {
      const watcher = watch(path, tell)
      return () => watcher.close()
    }, signal)
}

/** Resolves when something is told of, or the signal aborts. */
async function happened(listen: (tell: () => void) => () => void, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => resolve(), { once: true })
  const stop = listen(() => resolve())
  await promise.finally(stop)
}

async function until(holds: () => boolean, signal: AbortSignal): Promise<void> {
  while (!holds() && !signal.aborted) await systemClock.wait(lookMs)
}
