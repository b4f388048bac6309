import { SourceError } from '../../errors.ts'

/**
 * Why nothing was read, for whoever decides what to do next:
 * - `bad-url`, `refused-scheme`, `refused-port`, `refused-address`: never asked; asking again is of no use
 * - `redirects`: more than the limit, in a circle, or to something that is no address
 * - `too-large`, `bad-encoding`, `bad-response`: answered, but not with something that may or can be read
 * - `gone`: 410; the publisher wants nobody to ask again
 * - `retry-later`: 429 or 503; `retryAfterMs` tells when, if the server did
 * - `status`: any other status that brings nothing to read; `status` tells which
 * - `timeout`, `dns`, `connection`, `tls`: not answered, or not to the end
 * - `closed`: the reader itself was closed
 */
export type WebFailure =
  | 'bad-url'
  | 'refused-scheme'
  | 'refused-port'
  | 'refused-address'
  | 'redirects'
  | 'too-large'
  | 'bad-encoding'
  | 'bad-response'
  | 'gone'
  | 'retry-later'
  | 'status'
  | 'timeout'
  | 'dns'
  | 'connection'
  | 'tls'
  | 'closed'

/** What is known of a failure besides its message. */
export interface WebFailureDetails {
  /** The HTTP status, where there was one. */
  readonly status?: number
  /** Milliseconds for which the server asks to be left alone, from a Retry-After that came with a failed status. */
  readonly retryAfterMs?: number
  /** What was caught. */
  readonly cause?: unknown
}

/** An address was not read. The message names the address (without secrets), the cause, and what can be done. */
export class WebError extends SourceError {
  readonly reason: WebFailure
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined

  constructor(reason: WebFailure, message: string, details: WebFailureDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause })
    this.reason = reason
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
  }
}

/** The same failure, its message opened by what was to be read. */
export function located(error: WebError, where: string): WebError {
  const { reason, status, retryAfterMs, cause } = error
  return new WebError(reason, `Cannot read ${where}: ${error.message}`, {
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    cause,
  })
}
