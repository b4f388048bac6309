import type { Clock } from '../clock.ts'
import { WebError } from '../sources/http/web-error.ts'

/** Longest that somebody waits for what is read on request, its turn at a host included. In milliseconds. */
export const patienceMs = 20_000

/**
 * Does something that somebody waits for. Its signal aborts when it has taken `patienceMs`.
 * @throws WebError `timeout`, as the signal's reason
 */
export async function withPatience<Result>(
  clock: Clock,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const [late, done] = [new AbortController(), new AbortController()]
  const tooLate = new WebError('timeout', `it took longer than ${patienceMs} ms, its turn included`)
  void clock.wait(patienceMs, done.signal).then(() => late.abort(tooLate))
  try {
    return await work(late.signal)
  } finally {
    done.abort()
  }
}
