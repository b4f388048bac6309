import type { BodyKind, Freshness } from './response-headers.ts'

/** What is known from an earlier read, and how to ask. */
export interface WebRequest {
  /** Sent back as they came, so that what has not changed is not sent again. */
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  /** The `url` of the read that gave these two: no other address is sent them. Default: sent to every hop. */
  readonly validFor?: string | undefined
  /** The media types wanted. Default: anything. */
  readonly accept?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** What every good answer tells. */
interface WebAnswer extends Freshness {
  /** The address that answered, after redirects; without user name, password and fragment. */
  readonly url: string
  /**
   * Where permanent redirects (301, 308) alone have led: to be asked from now on, once it has lasted. Absent if there
   * were none, if the address carries a password, or if https would become http.
   */
  readonly permanentUrl?: string
  readonly status: number
}

/** A body was read, to its end; it may be empty. */
export interface WebBody extends WebAnswer, BodyKind {
  readonly kind: 'read'
  /** Unpacked. */
  readonly body: Uint8Array
}

/** What the validators stand for has not changed. */
export interface WebUnchanged extends WebAnswer {
  readonly kind: 'unchanged'
}

/** The one reader of the network. */
export interface Web {
  /**
   * Reads an address with GET, following redirects. One host is asked one thing at a time, in order; others meanwhile.
   * @throws WebError why nothing was read, in a message for an operator and a `reason` for the program;
   * the signal's own reason if it aborts
   */
  readonly get: (address: string, request?: WebRequest) => Promise<WebBody | WebUnchanged>
  /** Ends all that is under way (each with a WebError `closed`) and all connections. */
  readonly close: () => Promise<void>
}
