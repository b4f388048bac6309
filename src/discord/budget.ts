import { DefaultRestOptions, type RESTOptions } from 'discord.js'
import type { Logger } from 'pino'
import type { KeyValues } from '../archive/key-values.ts'
import type { Clock } from '../clock.ts'
import { countAlone, createPace } from './pace.ts'
import { createRefusals } from './refusals.ts'

/** What a bot's requests together may ask of Discord, whichever process makes them. */
export interface Budget {
  /** Makes a request when it is its turn: replies to members at once, posts after everything else. */
  readonly makeRequest: RESTOptions['makeRequest']
  /** Counts together with all processes on an archive; until then, and without, alone. */
  readonly shareOver: (archive: Pick<KeyValues, 'countUp'>) => void
  /** False while so much is refused that posting rests. */
  readonly mayPost: () => boolean
  /** Requests that wait for their turn, and those that Discord refused in the last ten minutes. */
  readonly numbers: () => { readonly waiting: number; readonly refused: number }
}

/** What a budget works with. */
export interface BudgetParts {
  readonly clock: Clock
  readonly log: Logger
  /** From how many refused requests in ten minutes on posting rests; 5,000 where not given. */
  readonly mostRefused?: number
}

/** A count is forgotten after so long; those of requests are of a moment, those of refusals of a minute. In milliseconds. */
const turnLifeMs = 60_000
const refusalLifeMs = 20 * 60_000
/** How often it is looked whether posting may go on. */
const restMs = 1000

/** Starts with nothing used up. */
export function createBudget(parts: BudgetParts): Budget {
  const { clock } = parts
  let archive: Pick<KeyValues, 'countUp'> | undefined
  const turnsAlone = countAlone()
  const countTurn = (window: number): Promise<number> =>
    archive?.countUp(`requests/${window}`, clock.now() + turnLifeMs).catch(() => turnsAlone(window)) ??
    turnsAlone(window)
  const countRefusal = async (minute: number): Promise<number> =>
    archive?.countUp(`refused/${minute}`, clock.now() + refusalLifeMs) ?? 0
  const pace = createPace(clock, countTurn)
  const refusals = createRefusals(parts, countRefusal, parts.mostRefused)
  return {
    makeRequest: async (url, init) => {
      const kind = kindOf(url, init.method ?? 'GET')
      const signal = init.signal ?? undefined
      while (kind === 'post' && refusals.areTooMany()) {
        signal?.throwIfAborted()
        await clock.wait(restMs, signal)
      }
      if (kind !== 'reply') await pace.turn(kind === 'question', signal)
      const answer = await DefaultRestOptions.makeRequest(url, init)
      await refusals.note(answer.status, answer.headers.get('x-ratelimit-scope') ?? undefined)
      return answer
    },
    shareOver: (shared) => {
      archive = shared
    },
    mayPost: () => !refusals.areTooMany(),
    numbers: () => ({ waiting: pace.waiting(), refused: refusals.lately() }),
  }
}

/** What a request is for: an answer to a member, a message to a channel, or something the bot must know or do. */
function kindOf(url: string, method: string): 'reply' | 'post' | 'question' {
  const { pathname } = new URL(url)
  if (/\/(interactions|webhooks)\//.test(pathname)) return 'reply'
  return method.toUpperCase() !== 'GET' && /\/channels\/\d+\/(messages|threads)/.test(pathname)
    ? 'post'
    : 'question'
}
