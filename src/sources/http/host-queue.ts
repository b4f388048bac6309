import PQueue from 'p-queue'

/** Lets one thing at a time happen for each host. */
export interface HostQueue {
  /**
   * Does the work when all that was asked before for this host is done, however that ended.
   * @throws the signal's reason, if it aborts before the work is done; whatever the work throws
   */
  readonly run: <Result>(
    hostname: string,
    signal: AbortSignal,
    work: () => Promise<Result>,
  ) => Promise<Result>
}

/** A queue for each host, forgotten as soon as it is empty. */
export function makeHostQueue(): HostQueue {
  const queues = new Map<string, PQueue>()
  const queueOf = (hostname: string): PQueue => {
    const known = queues.get(hostname)
    if (known !== undefined) return known
    const made = new PQueue({ concurrency: 1 })
    made.addEventListener('idle', () => queues.delete(hostname))
    queues.set(hostname, made)
    return made
  }
  return { run: (hostname, signal, work) => queueOf(hostname).add(work, { signal }) }
}
