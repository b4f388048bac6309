import { randomUUID } from 'node:crypto'
import type { ClientOptions } from 'discord.js'
import type { APIGatewayBotInfo } from 'discord-api-types/v10'
import type { Logger } from 'pino'
import type { KeyValues } from '../archive/key-values.ts'
import type { Clock } from '../clock.ts'

/** How a client asks for its turn to start a session. */
export type IdentifyTurns = NonNullable<NonNullable<ClientOptions['ws']>['buildIdentifyThrottler']>

/** What turns are given with. */
export interface TurnParts {
  readonly clock: Clock
  readonly log: Logger
  /** The archive that several processes share; undefined where this one is alone. */
  readonly shared: Promise<Pick<KeyValues, 'takeLease'> | undefined>
}

/** Discord takes one identify, of each group of shards, in so long. In milliseconds. */
const identifyEveryMs = 5000
/** How often it is looked whether another process's turn is over. */
const lookMs = 250

/**
 * Sessions are started one after the other, over all processes, and ever more slowly once half of the day's are used up: a
 * bot that starts again and again would get its token reset by Discord.
 */
export function identifyTurns({ clock, log, shared }: TurnParts): IdentifyTurns {
  let isFirst = true
  const freeAt = new Map<string, number>()
  return (manager) => ({
    waitForIdentify: async (shard, signal) => {
      // What the first needs to know was asked a moment ago.
      const { session_start_limit: limit } = await manager.fetchGatewayInformation(!isFirst)
      isFirst = false
      const waitMs = pauseBefore(limit)
      if (waitMs > 0) {
        const { remaining, total } = limit
        log.warn(
          { shard, remaining, total, waitMs },
          'few gateway sessions are left today; waiting before the next',
        )
        await clock.wait(waitMs, signal)
      }
      const task = `identify ${shard % limit.max_concurrency}`
      const archive = await shared
      const take = archive === undefined ? takeAlone(freeAt, task, clock) : takeOver(archive, task, clock)
      while (!signal.aborted && !(await take())) await clock.wait(lookMs, signal)
      signal.throwIfAborted()
    },
  })
}

/** How long to wait before a session is started, so that those which are left last until there are new ones. In milliseconds. */
export function pauseBefore({
  total,
  remaining,
  reset_after: resetMs,
}: Pick<APIGatewayBotInfo['session_start_limit'], 'total' | 'remaining' | 'reset_after'>): number {
  return remaining * 2 >= total ? 0 : Math.ceil(resetMs / Math.max(1, remaining))
}

function takeAlone(freeAt: Map<string, number>, task: string, clock: Clock): () => Promise<boolean> {
  return async () => {
    const now = clock.now()
    const until = freeAt.get(task) ?? 0
    // A clock that was put back must not keep the turn.
    if (until > now && until <= now + identifyEveryMs) return false
    freeAt.set(task, now + identifyEveryMs)
    return true
  }
}

/** The turn is given back by nobody: it is over when its time is. */
function takeOver(archive: Pick<KeyValues, 'takeLease'>, task: string, clock: Clock): () => Promise<boolean> {
  const holder = randomUUID()
  return () => {
    const now = clock.now()
    return archive.takeLease({ task, holder }, { now, until: now + identifyEveryMs }).catch(() => true)
  }
}
