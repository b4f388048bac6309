import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'

/** Counts the requests that Discord refused lately, over all that share an archive. */
export interface Refusals {
  /** A request was answered: with this status, and where it is 429, for the sake of whom. */
  readonly note: (status: number, scope: string | undefined) => Promise<void>
  /** How many there were in the last ten minutes, as far as this process knows. */
  readonly lately: () => number
  /** Whether they are so many that nothing is posted until there are fewer. */
  readonly areTooMany: () => boolean
}

const minuteMs = 60_000
const minutes = 10
/** Discord shuts out the machine that gets 10,000 of them in ten minutes: half of that is far from normal. */
const mostRefusals = 5000
/** Unauthorized, forbidden, too many requests. */
const refused: readonly number[] = [401, 403, 429]

/** Starts to count. `count` counts one more in a minute, over all that share it. */
export function createRefusals(
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
  count: (minute: number) => Promise<number>,
  most = mostRefusals,
): Refusals {
  const byMinute = new Map<number, number>()
  let told = false
  const lately = (): number => {
    const last = Math.floor(clock.now() / minuteMs)
    return byMinute
      .entries()
      .filter(([minute]) => minute > last - minutes && minute <= last)
      .reduce((sum, [, times]) => sum + times, 0)
  }
  const areTooMany = (): boolean => {
    const total = lately()
    const tooMany = total >= most
    if (tooMany !== told) {
      told = tooMany
      if (tooMany)
        log.error({ refused: total, of: most }, 'Discord refuses too much; posting rests until it is less')
      else log.info({ refused: total }, 'Discord refuses less; posting goes on')
    }
    return tooMany
  }
  return {
    lately,
    areTooMany,
    note: async (status, scope) => {
      // A limit that a channel has for all bots together is nobody's fault, and doesn't count.
      if (!refused.includes(status) || scope === 'shared') return
      const minute = Math.floor(clock.now() / minuteMs)
      const alone = (byMinute.get(minute) ?? 0) + 1
      byMinute.set(minute, Math.max(alone, await count(minute).catch(() => alone)))
      for (const old of byMinute.keys()) if (old <= minute - minutes || old > minute) byMinute.delete(old)
    },
  }
}
