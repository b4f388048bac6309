import { decoded, tooLarge } from './decoding.ts'

/** Room for a body that does not tell its length; most feeds and pages fit after doubling it a few times. */
const firstCapacity = 64 * 1024

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
  const announced = Number(body.contentLength)
  if (announced > maxBytes) throw tooLarge(maxBytes)
  // One buffer that grows: a list of chunks would let single bytes, sent one by one, take a hundred times their size.
  let buffer = new Uint8Array(announced > 0 ? announced : firstCapacity)
  let length = 0
  for await (const chunk of decoded(body.chunks, body.contentEncoding, maxBytes)) {
    if (length + chunk.length > buffer.length) buffer = grown(buffer, length + chunk.length)
    buffer.set(chunk, length)
    length += chunk.length
    body.onProgress(length)
  }
  return length === buffer.length ? buffer : buffer.slice(0, length)
}

function grown(buffer: Uint8Array<ArrayBuffer>, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(needed, buffer.length * 2))
  larger.set(buffer)
  return larger
}
