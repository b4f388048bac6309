import { STATUS_CODES } from 'node:http'
import type { Reply } from './exchange.ts'
import { readRetryAfter } from './response-headers.ts'
import { WebError, type WebFailure } from './web-error.ts'

const gone = 410
const notModified = 304
const laterStatuses: ReadonlySet<number> = new Set([429, 503])

/** What to do about some statuses that operators ask about. */
const advice: ReadonlyMap<number, string> = new Map([
  [304, 'though nothing was known of it'],
  [401, 'it wants a user name and password: https://name:password@…'],
  [403, 'it turns this reader away'],
  [404, 'there is nothing at this address'],
  [410, 'its publisher has taken it away for good'],
])

/**
 * Passes the two kinds of replies that are of use.
 * @param asked whether a validator was sent, without which a 304 is no answer
 * @param now epoch milliseconds
 * @throws WebError gone, retry-later, status
 */
export function judgeReply(reply: Reply, asked: boolean, now: number): 'read' | 'unchanged' {
  if (reply.body !== undefined) return 'read'
  if (reply.status === notModified && asked) return 'unchanged'
  const retryAfterMs = readRetryAfter(reply.headers, now)
  throw new WebError(reasonOf(reply.status), describe(reply.status, retryAfterMs, now), {
    status: reply.status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}

function reasonOf(status: number): WebFailure {
  if (status === gone) return 'gone'
  return laterStatuses.has(status) ? 'retry-later' : 'status'
}

function describe(status: number, retryAfterMs: number | undefined, now: number): string {
  const name = `it answers ${status} ${STATUS_CODES[status] ?? ''}`.trim()
  const hint = advice.get(status)
  const later = retryAfterMs === undefined ? '' : `; to be asked again from ${timeText(now + retryAfterMs)}`
  return `${name}${hint === undefined ? '' : ` (${hint})`}${later}`
}

/** To the second; a server may name a time beyond what a date can hold. */
function timeText(time: number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? 'never' : date.toISOString().replace(/\.\d+Z$/, 'Z')
}
