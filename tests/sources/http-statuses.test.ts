import { describe, expect, it } from 'vitest'
import { failureOf, serve, serveBytes, textOf, webFor } from './http/hostile-server.ts'

const now = () => Date.parse('2026-03-01T12:00:00Z')

/** A server with one status. */
function serveStatus(status: number, headers: Record<string, string> = {}) {
  return serve((_, response) => response.writeHead(status, headers).end(status === 304 ? undefined : 'words'))
}

describe('what has not changed', () => {
  it('is told without a body, with what is to be sent next time', async () => {
    const server = await serveStatus(304, { etag: '"2"', 'cache-control': 'max-age=600' })
    expect(await webFor(server).get(server.origin, { etag: '"1"' })).toEqual({
      kind: 'unchanged',
      url: `${server.origin}/`,
      status: 304,
      etag: '"2"',
      freshForMs: 600_000,
    })
  })

  it('is asked for with the validators exactly as they came', async () => {
    const etag = 'W/"a,b \\ no quotes'
    const lastModified = 'Sun, 1 Mar 2026 8:00 am'
    const server = await serve((request, response) => {
      const same = request.headers['if-none-match'] === etag
      const since = request.headers['if-modified-since'] === lastModified
      if (same && since) response.writeHead(304).end()
      else response.writeHead(200, { etag, 'last-modified': lastModified }).end('news')
    })
    const web = webFor(server)
    const first = await web.get(server.origin)
    expect(first).toMatchObject({ kind: 'read', etag, lastModified })
    const again = await web.get(server.origin, { etag: first.etag, lastModified: first.lastModified })
    expect(again.kind).toBe('unchanged')
  })

  it('cannot be told to somebody who did not ask', async () => {
    const server = await serveStatus(304)
    expect(await failureOf(webFor(server).get(server.origin))).toMatchObject({
      reason: 'status',
      status: 304,
    })
  })

  it('leaves the connection good for the next question, whatever length the 304 claims', async () => {
    const server = await serveBytes('HTTP/1.1 304 Not Modified\r\nContent-Length: 5000\r\n\r\n')
    const web = webFor(server)
    expect((await web.get(server.origin, { etag: '"1"' })).kind).toBe('unchanged')
    expect((await web.get(server.origin, { etag: '"1"' })).kind).toBe('unchanged')
  })

  it.each(['', 'a\r\nx: y', 'a\nb', 'snow ☃', 'a'.repeat(2000)])(
    'is not asked for with what is no header: %j',
    async (etag) => {
      const server = await serve((request, response) => response.end(JSON.stringify(request.headers)))
      const headers = await textOf(webFor(server).get(server.origin, { etag, lastModified: etag }))
      expect(Object.keys(JSON.parse(headers))).toEqual([
        'host',
        'connection',
        'user-agent',
        'accept',
        'accept-encoding',
      ])
    },
  )
})

describe('a server that wants patience', () => {
  it.each([
    [429, '120', 120_000, '2026-03-01T12:02:00Z'],
    [503, 'Sun, 01 Mar 2026 13:00:00 GMT', 3_600_000, '2026-03-01T13:00:00Z'],
    [503, 'Sunday, 01-Mar-26 13:00:00 GMT', 3_600_000, '2026-03-01T13:00:00Z'],
    [429, 'Sun Mar  1 13:00:00 2026', 3_600_000, '2026-03-01T13:00:00Z'],
    [429, 'Sun, 01 Mar 2026 11:00:00 GMT', 0, '2026-03-01T12:00:00Z'],
    [503, '0', 0, '2026-03-01T12:00:00Z'],
    [503, '99999999999999999999', 2 ** 31 * 1000, '2094-03-19T15:14:08Z'],
  ])('tells how long: %d %s', async (status, header, retryAfterMs, time) => {
    const server = await serveStatus(status, { 'retry-after': header })
    const error = await failureOf(webFor(server, { now }).get(server.origin))
    expect(error).toMatchObject({ reason: 'retry-later', status, retryAfterMs })
    expect(error.message).toContain(`it answers ${status} `)
    expect(error.message).toContain(`; to be asked again from ${time}`)
  })

  it.each(['', 'soon', '-5', '1.5', '5 minutes', 'Sun, 99 Mar 2026 13:00:00 GMT'])(
    'may not tell how long: %j',
    async (header) => {
      const server = await serveStatus(503, header === '' ? {} : { 'retry-after': header })
      const error = await failureOf(webFor(server, { now }).get(server.origin))
      expect(error).toMatchObject({ reason: 'retry-later', status: 503, retryAfterMs: undefined })
    },
  )

  it('is told apart from one that wants nothing more', async () => {
    const server = await serveStatus(410, { 'retry-after': '60' })
    const error = await failureOf(webFor(server, { now }).get(`${server.origin}/feed`))
    expect(error).toMatchObject({ reason: 'gone', status: 410 })
    expect(error.message).toContain(
      `Cannot read ${server.origin}/feed: it answers 410 Gone (its publisher has taken it away for good)`,
    )
  })
})

describe('any other status', () => {
  it.each([
    [206, 'it answers 206 Partial Content'],
    [300, 'it answers 300 Multiple Choices'],
    [401, 'it answers 401 Unauthorized (it wants a user name and password: https://name:password@…)'],
    [403, 'it answers 403 Forbidden (it turns this reader away)'],
    [404, 'it answers 404 Not Found (there is nothing at this address)'],
    [500, 'it answers 500 Internal Server Error'],
    [599, 'it answers 599'],
    [999, 'it answers 999'],
  ])('is told as it is: %d', async (status, message) => {
    const server = await serveStatus(status)
    const error = await failureOf(webFor(server).get(server.origin))
    expect(error).toMatchObject({ reason: 'status', status, retryAfterMs: undefined })
    expect(error.message).toBe(`Cannot read ${server.origin}/: ${message}`)
  })

  it('keeps a Retry-After that comes with it', async () => {
    const server = await serveStatus(502, { 'retry-after': '30' })
    const error = await failureOf(webFor(server, { now }).get(server.origin))
    expect(error).toMatchObject({ reason: 'status', status: 502, retryAfterMs: 30_000 })
  })

  it('does not wait for a body that never ends', async () => {
    const server = await serve((_, response) => {
      response.writeHead(404).write('not ')
    })
    expect((await failureOf(webFor(server).get(server.origin))).status).toBe(404)
  })

  it.each([200, 201, 203])('brings something to read: %d', async (status) => {
    const server = await serveStatus(status)
    expect(await webFor(server).get(server.origin)).toMatchObject({ kind: 'read', status })
  })

  it('brings an empty body where it has none: 204', async () => {
    const server = await serve((_, response) => response.writeHead(204).end())
    expect(await textOf(webFor(server).get(server.origin))).toBe('')
  })

  it('that announces the real one is passed over: 103', async () => {
    const server = await serveBytes(
      'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnews',
    )
    expect(await textOf(webFor(server).get(server.origin))).toBe('news')
  })
})

describe('how long an answer stays fresh', () => {
  it.each([
    [{ 'cache-control': 'max-age=600' }, 600_000],
    [{ 'cache-control': 'public, Max-Age="60", must-revalidate' }, 60_000],
    [{ 'cache-control': 'max-age=600', age: '550' }, 50_000],
    [{ 'cache-control': 'max-age=600', age: '700' }, 0],
    [{ 'cache-control': 'max-age=600', expires: 'Sun, 01 Mar 2026 18:00:00 GMT' }, 600_000],
    [{ expires: 'Sun, 01 Mar 2026 13:00:00 GMT', date: 'Sun, 01 Mar 2026 12:30:00 GMT' }, 1_800_000],
    [{ expires: 'Sun, 01 Mar 2026 11:00:00 GMT', date: 'Sun, 01 Mar 2026 12:30:00 GMT' }, 0],
    [{ expires: '0' }, undefined],
    [{ 'cache-control': 'no-cache, s-maxage=600, x-max-age=5' }, undefined],
    [{ 'cache-control': 'max-age=soon' }, undefined],
    [{ 'cache-control': 'max-age=99999999999' }, 2 ** 31 * 1000],
    [{}, undefined],
  ])('is what its headers say: %j', async (headers, freshForMs) => {
    const server = await serve((_, response) => {
      response.sendDate = false
      response.writeHead(200, headers).end('news')
    })
    expect((await webFor(server, { now }).get(server.origin)).freshForMs).toBe(freshForMs)
  })

  it('counts from now where the server tells no time', async () => {
    const server = await serveBytes(
      'HTTP/1.1 200 OK\r\nExpires: Sun, 01 Mar 2026 12:10:00 GMT\r\nContent-Length: 0\r\n\r\n',
    )
    expect((await webFor(server, { now }).get(server.origin)).freshForMs).toBe(600_000)
  })
})
