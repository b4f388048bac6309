import type { Leases } from '../archive/leases.ts'
import type { Clock } from '../clock.ts'

/** What a task is held with. */
export interface HoldingParts {
  readonly leases: Leases
  readonly clock: Clock
}

/** A task whose process was killed is another's after so long. In milliseconds. */
const leaseMs = 15_000
const renewMs = 5000

/**
 * Works for as long as this process holds a task, again and again: the work is told to end when another has taken it over,
 * which happens only to a process that could not reach the archive for long. Ends with `signal`.
 */
export async function whileHolding(
  { leases, clock }: HoldingParts,
  { task, signal }: { readonly task: string; readonly signal: AbortSignal },
  work: (held: AbortSignal) => Promise<void>,
): Promise<void> {
  // An archive that cannot be reached takes nothing away: nobody else reaches it either.
  const take = (otherwise: boolean): Promise<boolean> => leases.take(task, leaseMs).catch(() => otherwise)
  while (!signal.aborted) {
    if (await take(false)) {
      const lost = new AbortController()
      const working = work(AbortSignal.any([signal, lost.signal]))
      do await clock.wait(renewMs, signal)
      while (!signal.aborted && (await take(true)))
      lost.abort()
      await working
      await leases.release(task).catch(() => undefined)
    } else await clock.wait(renewMs, signal)
  }
}
