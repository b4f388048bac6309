import type { IncomingHttpHeaders } from 'node:http'
import { type Dispatcher, errors, request } from 'undici'
import { readBody } from './body.ts'
import { explain } from './explain.ts'
import { headerText } from './response-headers.ts'
import type { Target } from './target.ts'
import { WebError } from './web-error.ts'

/** One question to one server. */
export interface Question {
  readonly target: Target
  readonly headers: Readonly<Record<string, string>>
  readonly dispatcher: Dispatcher
  /** Milliseconds for everything: name, connection, headers, body. */
  readonly timeLeftMs: number
  /** What the message names as the limit; the time left may be less of it. */
  readonly timeLimitMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** What it answered. */
export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Unpacked; only with a status that brings a whole body. */
  readonly body?: Uint8Array
}

/** How far an exchange got. */
interface Progress {
  /** Bytes of the body, unpacked; nothing before the headers have come. */
  received?: number
}

/** 206 brings a part, which nobody asked for and which must not pass for the whole. */
const partialContent = 206

/**
 * Asks once, and reads the body if the status says that there is one to read.
 * @throws WebError why there is no reply; the signal's reason if it aborts
 */
export async function exchange(question: Question): Promise<Reply> {
  const { signal, timeLeftMs, timeLimitMs, target } = question
  const progress: Progress = {}
  const ending = new AbortController()
  const pass = (): void => ending.abort(signal.reason)
  const timer = setTimeout(() => ending.abort(tooSlow(timeLimitMs, progress)), timeLeftMs)
  signal.addEventListener('abort', pass)
  try {
    signal.throwIfAborted()
    // undici looks at the signal only once there is a connection.
    return await Promise.race([receive(question, ending.signal, progress), abortion(ending.signal)])
  } catch (error) {
    throw ending.signal.aborted ? ending.signal.reason : explain(error, target.url, progress.received)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', pass)
  }
}

function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

async function receive(question: Question, signal: AbortSignal, progress: Progress): Promise<Reply> {
  const response = await send(question, signal)
  const { statusCode: status, headers, body } = response
  // A body that is not read to its end reports that as an error, to nobody.
  body.on('error', () => undefined)
  try {
    if (!bringsBody(status)) return { status, headers }
    progress.received = 0
    const incoming = {
      chunks: body,
      contentEncoding: headerText(headers, 'content-encoding'),
      contentLength: headerText(headers, 'content-length'),
      onProgress: (bytes: number) => {
        progress.received = bytes
      },
    }
    return { status, headers, body: await readBody(incoming, question.maxBytes) }
  } finally {
    body.destroy()
  }
}

function bringsBody(status: number): boolean {
  return status >= 200 && status < 300 && status !== partialContent
}

/** Asks a second time where a connection that had been kept open turns out to have been closed meanwhile. */
async function send(question: Question, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
  const { target, headers, dispatcher } = question
  try {
    return await request(target.url, { dispatcher, headers, signal })
  } catch (error) {
    if (!wasKeptOpen(error)) throw error
    return await request(target.url, { dispatcher, headers, signal })
  }
}

/** Bytes had come over it, and none of them were this answer's headers: it had answered an earlier question. */
function wasKeptOpen(error: unknown): boolean {
  return error instanceof errors.SocketError && (error.socket?.bytesRead ?? 0) > 0
}

function tooSlow(timeLimitMs: number, { received }: Progress): WebError {
  const soFar = received === undefined ? 'no answer' : `no end of the body (${received} bytes so far)`
  return new WebError('timeout', `${soFar} within ${timeLimitMs / 1000} s`)
}
