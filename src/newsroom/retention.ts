import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Clock } from '../clock.ts'

/** What retention works with. */
export interface RetentionParts {
  readonly archive: Archive
  readonly clock: Clock
  readonly log: Logger
  /** RETENTION_DAYS, in milliseconds; 0 keeps all. */
  readonly keepMs: number
}

const hourMs = 3_600_000
/** Articles deleted in one transaction: some milliseconds, in which nothing else is written. */
const batch = 10
/** Pause between two transactions, in which everything else gets its turn. In milliseconds. */
const breathMs = 100

/** Deletes what is too old, a little at a time, now and every hour, until told to end. */
export async function enforceRetention(parts: RetentionParts, signal: AbortSignal): Promise<void> {
  const { clock, log, keepMs } = parts
  if (keepMs === 0) return
  while (!signal.aborted) {
    const deleted = await deleteAll(parts, signal).catch((error: unknown) => {
      log.error({ err: error, againInMs: hourMs }, 'old articles not deleted')
      return 0
    })
    if (deleted > 0) log.info({ deleted }, 'old articles deleted')
    await clock.wait(hourMs, signal)
  }
}

async function deleteAll({ archive, clock, keepMs }: RetentionParts, signal: AbortSignal): Promise<number> {
  let deleted = 0
  while (!signal.aborted) {
    const gone = await archive.deleteOlder(clock.now() - keepMs, batch)
    deleted += gone
    if (gone < batch) break
    await clock.wait(breathMs, signal)
  }
  return deleted
}
