import { decoded, tooLarge } from './decoding.ts'

/** What a body starts with until it turns out to be longer; most feeds and pages fit. */
const firstCapacity = 256 * 1024

/** A body that is being received. */
export interface IncomingBody {
  readonly chunks: AsyncIterable<Uint8Array>
  /** The headers as they came; empty if absent. */
  readonly contentEncoding: string
  readonly contentLength: string
  /** Told how many bytes there are by now, unpacked. */
  readonly onProgress: (bytes: number) => void
}

/**
 * Reads a body to its end, unpacked.
 * @throws WebError too-large, bad-encoding; whatever the connection throws
 */
export async function readBody(body: IncomingBody, maxBytes: number): Promise<Uint8Array> {
  if (Number(body.contentLength) > maxBytes) throw tooLarge(maxBytes)
  // One buffer that grows: a list of chunks would let single bytes, sent one by one, take a hundred times their size.
  let buffer = new Uint8Array(Math.min(firstCapacity, maxBytes))
  let length = 0
  for await (const chunk of decoded(body.chunks, body.contentEncoding, maxBytes)) {
    if (length + chunk.length > buffer.length) buffer = grown(buffer, length + chunk.length)
    buffer.set(chunk, length)
    length += chunk.length
    body.onProgress(length)
  }
  return buffer.slice(0, length)
}

function grown(buffer: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, buffer.length * 2))
  larger.set(buffer)
  return larger
}
