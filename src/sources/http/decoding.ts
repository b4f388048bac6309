import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import { WebError } from './web-error.ts'

/** The content codings that are asked for. */
export const acceptedCodings = 'gzip, deflate, br, zstd'

/** More layers than a server has reason for; each layer multiplies what a small body can unfold into. */
const maxLayers = 3

/** A decoder may be asked to remember 8 MB, which is what servers may use (RFC 9659, section 3). */
const zstdWindowLog = 23

type Chunks = AsyncIterable<Uint8Array>

/** Makes a decoder, for a body that starts with these bytes. */
type MakeDecoder = (first: Uint8Array) => Duplex

const decoders: ReadonlyMap<string, MakeDecoder> = new Map<string, MakeDecoder>([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['deflate', (first) => (isZlib(first) ? createInflate() : createInflateRaw())],
  ['br', () => createBrotliDecompress()],
  ['zstd', () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: zstdWindowLog } })],
])

/**
 * Undoes the content codings of a body while it streams. Neither what comes in, nor what any layer gives out, may be
 * longer than the limit: reading stops there, so that a bomb costs no more than a body of that size.
 * @param contentEncoding the header as it came; empty for none
 * @throws WebError at once bad-encoding for a coding that was not asked for; while read too-large, bad-encoding
 */
export function decoded(body: Chunks, contentEncoding: string, maxBytes: number): Chunks {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > maxLayers) {
    throw new WebError(
      'bad-encoding',
      `the body is packed ${codings.length} times over (${maxLayers} at most)`,
    )
  }
  // The header lists them in the order in which they were applied.
  return codings.reduceRight((layer, coding) => unpacked(layer, coding, maxBytes), capped(body, maxBytes))
}

function unpacked(packed: Chunks, coding: string, maxBytes: number): Chunks {
  const makeDecoder = decoders.get(coding)
  if (makeDecoder === undefined) {
    throw new WebError(
      'bad-encoding',
      `the body is packed as ${JSON.stringify(coding.slice(0, 40))}, which was not asked for (${acceptedCodings} were)`,
    )
  }
  return capped(throughDecoder(packed, coding, makeDecoder), maxBytes)
}

async function* capped(chunks: Chunks, maxBytes: number): Chunks {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > maxBytes) throw tooLarge(maxBytes)
    yield chunk
  }
}

/** A body over the limit. */
export function tooLarge(maxBytes: number): WebError {
  return new WebError('too-large', `it is larger than ${maxBytes / 1e6} MB (unpacked), the most that is read`)
}

async function* throughDecoder(packed: Chunks, coding: string, makeDecoder: MakeDecoder): Chunks {
  const source = packed[Symbol.asyncIterator]()
  try {
    const first = await firstBytes(source)
    if (first === undefined) return
    const decoder = makeDecoder(first)
    const feeding = pipeline(startingWith(first, source), decoder).catch(() => undefined)
    yield* explained(decoder, coding)
    await feeding
  } finally {
    // Not waited for: it may be waiting for the network itself, which whoever asked for the body will end.
    source.return?.().catch(() => undefined)
  }
}

async function firstBytes(source: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  for (let step = await source.next(); step.done !== true; step = await source.next()) {
    if (step.value.length > 0) return step.value
  }
  return undefined
}

async function* startingWith(first: Uint8Array, source: AsyncIterator<Uint8Array>): Chunks {
  yield first
  for (let step = await source.next(); step.done !== true; step = await source.next()) yield step.value
}

/** Tells a body that is not what its header says from one whose connection failed or that is too large. */
async function* explained(decoder: Chunks, coding: string): Chunks {
  try {
    yield* decoder
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!/^(Z_|ERR_|ZSTD_)/.test(code) || !(error instanceof Error) || error instanceof WebError) throw error
    throw new WebError(
      'bad-encoding',
      `the body is not the ${coding} that its header says (${error.message})`,
      {
        cause: error,
      },
    )
  }
}

/** RFC 1950's first byte says "deflate" in its low half; some servers leave that wrapper away. */
function isZlib(first: Uint8Array): boolean {
  return ((first[0] ?? 0) & 0x0f) === 8
}
