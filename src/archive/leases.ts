import { randomUUID } from 'node:crypto'
import type { Archive } from './archive.ts'

/** What of several processes on one archive only one does at a time. */
export interface Leases {
  /** Takes a task, or keeps it, for some milliseconds. @returns false if another process has it. */
  readonly take: (task: string, forMs: number) => Promise<boolean>
  /** Gives a task back, so that another process need not wait. */
  readonly release: (task: string) => Promise<void>
}

/** For a process that is alone on its archive: nobody else takes anything. */
export const soleLeases: Leases = { take: async () => true, release: async () => undefined }

/** For one of several processes. What a killed one had is free when its time is over. */
export function sharedLeases(archive: Pick<Archive, 'takeLease' | 'endLease'>, now: () => number): Leases {
  const holder = randomUUID()
  return {
    take: (task, forMs) => archive.takeLease({ task, holder }, { now: now(), until: now() + forMs }),
    release: (task) => archive.endLease({ task, holder }),
  }
}
