import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/sources/decode.ts'
import { failureOf, serve, serveBytes, textOf, webFor } from './http/hostile-server.ts'

const text = 'The council voted on Tuesday. '.repeat(1000)

const packers = new Map<string, (bytes: Uint8Array) => Uint8Array>([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })],
  ['zstd', zstdCompressSync],
  ['identity', (bytes) => bytes],
])

/** A body packed as a Content-Encoding says. */
function packed(body: Uint8Array, codings: string): Uint8Array {
  return codings.split(', ').reduce((bytes, coding) => packers.get(coding)?.(bytes) ?? bytes, body)
}

/** A server with one body. */
function serveBody(body: Uint8Array | string, headers: Record<string, string> = {}) {
  return serve((_, response) => response.writeHead(200, headers).end(body))
}

describe('a packed body', () => {
  it.each([...packers.keys(), 'gzip, br', 'zstd, gzip', 'deflate, identity, br', 'gzip, gzip, gzip'])(
    'is unpacked: %s',
    async (codings) => {
      const server = await serveBody(packed(Buffer.from(text), codings), { 'content-encoding': codings })
      expect(await textOf(webFor(server).get(server.origin))).toBe(text)
    },
  )

  it('is unpacked where "deflate" comes without its wrapper, and where the coding is written in capitals', async () => {
    const server = await serveBody(deflateRawSync(text), { 'content-encoding': 'Deflate' })
    expect(await textOf(webFor(server).get(server.origin))).toBe(text)
  })

  it('of several gzip members is all of them', async () => {
    const members = Buffer.concat([gzipSync('one '), gzipSync('two')])
    const server = await serveBody(members, { 'content-encoding': 'gzip' })
    expect(await textOf(webFor(server).get(server.origin))).toBe('one two')
  })

  it('that is empty is an empty one', async () => {
    for (const coding of ['gzip', 'deflate', 'br', 'zstd']) {
      const server = await serveBody('', { 'content-encoding': coding })
      expect(await textOf(webFor(server).get(server.origin))).toBe('')
    }
  })

  it.each(['compress', 'exi', 'gzip, aes128gcm', 'x'.repeat(500)])(
    'of a coding that was not asked for is refused: %s',
    async (coding) => {
      const server = await serveBody(text, { 'content-encoding': coding })
      const error = await failureOf(webFor(server).get(server.origin))
      expect(error.reason).toBe('bad-encoding')
      expect(error.message).toContain('which was not asked for')
      expect(error.message.length).toBeLessThan(300)
    },
  )

  it('in more than three layers is refused', async () => {
    const server = await serveBody(text, { 'content-encoding': 'gzip, gzip, gzip, gzip' })
    const error = await failureOf(webFor(server).get(server.origin))
    expect(error.message).toContain('packed 4 times over (3 at most)')
  })

  it.each(['gzip', 'deflate', 'br', 'zstd'])('that is no %s is refused', async (coding) => {
    const server = await serveBody(text, { 'content-encoding': coding })
    const error = await failureOf(webFor(server).get(server.origin))
    expect(error.reason).toBe('bad-encoding')
    expect(error.message).toContain(`the body is not the ${coding} that its header says`)
  })

  it.each(['gzip', 'deflate', 'br', 'zstd'])('that ends too early is no whole one: %s', async (coding) => {
    const whole = packed(Buffer.from(text), coding)
    const server = await serveBody(whole.subarray(0, whole.length - 5), { 'content-encoding': coding })
    expect((await failureOf(webFor(server).get(server.origin))).reason).toBe('bad-encoding')
  })
})

describe('a body over the limit', () => {
  const limits = { maxBytes: 1_000_000 }
  const zeros = Buffer.alloc(100_000_000)
  const bomb = new Map(
    [...packers].map(([coding, pack]) => [coding, coding === 'identity' ? zeros : pack(zeros)]),
  )

  it.each(['gzip', 'deflate', 'br', 'zstd'])('is not unpacked further than that: %s', async (coding) => {
    const server = await serveBody(bomb.get(coding) ?? '', { 'content-encoding': coding })
    const before = process.memoryUsage().arrayBuffers
    const error = await failureOf(webFor(server, { limits }).get(server.origin))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
    expect(error.reason).toBe('too-large')
    expect(error.message).toBe(
      `Cannot read ${server.origin}/: it is larger than 1 MB (unpacked), the most that is read`,
    )
  })

  it('is noticed in every layer, though the last one be small', async () => {
    // Empty members unpack to nothing, and two megabytes of them pack into a few kilobytes.
    const empty = gzipSync('')
    const members = Buffer.concat(Array.from({ length: 100_000 }, () => empty))
    const server = await serveBody(gzipSync(members), { 'content-encoding': 'gzip, gzip' })
    expect((await failureOf(webFor(server, { limits }).get(server.origin))).reason).toBe('too-large')
  })

  it('is refused without waiting where a bomb is followed by silence', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.write(bomb.get('gzip')?.subarray(0, 5000))
    })
    expect((await failureOf(webFor(server, { limits }).get(server.origin))).reason).toBe('too-large')
  })

  it('is refused by its length before it comes', async () => {
    const server = await serveBytes('HTTP/1.1 200 OK\r\nContent-Length: 1000001\r\n\r\n')
    expect((await failureOf(webFor(server, { limits }).get(server.origin))).reason).toBe('too-large')
  })

  it('is refused where it never ends', async () => {
    const piece = 'a'.repeat(60_000)
    const server = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n')
      const pour = (): void => {
        while (!socket.destroyed && socket.write(piece));
      }
      socket.on('drain', pour)
      pour()
    })
    expect((await failureOf(webFor(server, { limits }).get(server.origin))).reason).toBe('too-large')
  })

  it('may be exactly as long as it', async () => {
    const exact = Buffer.alloc(1_000_000, 'a')
    for (const headers of [{}, { 'content-encoding': 'gzip' }]) {
      const server = await serveBody('content-encoding' in headers ? gzipSync(exact) : exact, headers)
      expect(await textOf(webFor(server, { limits }).get(server.origin))).toHaveLength(1_000_000)
    }
  })

  it('costs no more memory than its bytes when it comes byte by byte', async () => {
    const chunk = Buffer.from('1\r\na\r\n'.repeat(10_000))
    const server = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')
      for (let turn = 0; turn < 30; turn += 1) socket.write(chunk)
      socket.write('0\r\n\r\n')
    })
    const read = textOf(webFor(server, { limits }).get(server.origin))
    expect(await read).toBe('a'.repeat(300_000))
  })
})

describe('the length of a body', () => {
  it('that is longer than what comes makes it a broken one', async () => {
    const server = await serveBytes((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly these')
    })
    const error = await failureOf(webFor(server).get(server.origin))
    expect(error.reason).toBe('connection')
    expect(error.message).toContain(
      'the server closed the connection after 10 bytes of the body, before its end',
    )
  })

  it('that is shorter than what comes is where it ends, and the rest is nobody’s answer', async () => {
    const server = await serveBytes(
      'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnewsHTTP/1.1 200 OK\r\n\r\nevil',
    )
    const web = webFor(server)
    expect(await textOf(web.get(server.origin))).toBe('news')
    expect(await textOf(web.get(server.origin))).toBe('news')
  })

  it.each([
    ['Content-Length: 4\r\nContent-Length: 5'],
    ['Content-Length: -1'],
    ['Content-Length: four'],
    ['Content-Length: 4\r\nTransfer-Encoding: chunked'],
  ])('must be a plain one: %j', async (header) => {
    const server = await serveBytes(`HTTP/1.1 200 OK\r\n${header}\r\n\r\nnews`)
    const error = await failureOf(webFor(server, { limits: { totalMs: 1000 } }).get(server.origin))
    expect(error.reason).toBe('bad-response')
  })

  it('may be missing: then the body ends with the connection', async () => {
    const server = await serveBytes((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nnews'))
    expect(await textOf(webFor(server).get(server.origin))).toBe('news')
  })

  it('may be nothing', async () => {
    const server = await serveBytes('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
    expect(await textOf(webFor(server).get(server.origin))).toBe('')
  })

  it('in chunks must end with the last chunk', async () => {
    const server = await serveBytes((socket) => {
      socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nnews\r\n')
    })
    expect((await failureOf(webFor(server).get(server.origin))).reason).toBe('connection')
  })

  it('in chunks must be a number', async () => {
    const server = await serveBytes('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnews\r\n')
    expect((await failureOf(webFor(server).get(server.origin))).reason).toBe('bad-response')
  })
})

describe('headers', () => {
  it('that are too large are refused', async () => {
    const server = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      for (let line = 0; line < 1000; line += 1) socket.write(`X-${line}: ${'a'.repeat(200)}\r\n`)
    })
    const error = await failureOf(webFor(server).get(server.origin))
    expect(error.reason).toBe('too-large')
    expect(error.message).toContain('its headers are too large')
  })

  it('that are no headers are refused', async () => {
    const server = await serveBytes('HTTP/1.1 200 OK\r\nno header\r\n\r\n')
    expect((await failureOf(webFor(server).get(server.origin))).reason).toBe('bad-response')
  })
})

describe('the kind of a body', () => {
  it.each([
    ['text/html; charset=UTF-8', { contentType: 'text/html', charset: 'UTF-8' }],
    [
      'Application/RSS+XML;charset="iso-8859-1"',
      { contentType: 'application/rss+xml', charset: 'iso-8859-1' },
    ],
    ['text/xml', { contentType: 'text/xml' }],
    ['text/xml; charset=', { contentType: 'text/xml' }],
    ['xml', {}],
    ['', {}],
  ])('is what the header says: %j', async (header, expected) => {
    const server = await serveBody('a', { 'content-type': header })
    const answer = await webFor(server).get(server.origin)
    expect(answer).toMatchObject(expected)
    for (const name of ['contentType', 'charset']) expect(name in answer).toBe(name in expected)
  })

  it.each([
    ['utf-8', Buffer.from([0x63, 0x61, 0x66, 0xe9])],
    ['x-unheard-of', Buffer.from('café')],
    ['utf-16', Buffer.from('café')],
    ['iso-8859-1', Buffer.from('café')],
    ['windows-1252', Buffer.from([0x63, 0x61, 0x66, 0xe9])],
  ])('may name a wrong charset, with which the text is read all the same: %s', async (charset, body) => {
    const server = await serveBody(body, { 'content-type': `text/plain; charset=${charset}` })
    const answer = await webFor(server).get(server.origin)
    expect(answer.kind === 'read' && decodeText(answer.body, answer.charset)).toBe('café')
  })
})

describe('any bytes for an answer', () => {
  it('are a body or a WebError, within the time', async () => {
    const garbage = fc.uint8Array({ maxLength: 300 })
    const starts = [
      '',
      'HTTP/1.1 200 OK\r\n\r\n',
      'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n',
      'HTTP/1.1 301 A\r\nLocation: ',
    ]
    let answer = Buffer.alloc(0)
    const server = await serveBytes((socket) => socket.end(answer))
    const web = webFor(server, { limits: { totalMs: 2000 } })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), garbage, async (start, bytes) => {
        answer = Buffer.concat([Buffer.from(start), bytes])
        const result = await web.get(server.origin).catch((error: unknown) => error)
        expect(result).toMatchObject(result instanceof Error ? { name: 'SourceError' } : { kind: 'read' })
      }),
      { numRuns: 100 },
    )
  })
})
