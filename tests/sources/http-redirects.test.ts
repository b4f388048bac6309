import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { failureOf, serve, serveBytes, textOf, webFor, webWith } from './http/hostile-server.ts'

type Routes = Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>

/** A server that answers each path as told, and 404 for others. */
function serveRoutes(routes: Routes) {
  return serve((request, response) => {
    const answer = routes[request.url ?? '']
    if (answer === undefined) response.writeHead(404).end()
    else answer(request, response)
  })
}

function to(location: string, status = 302): Routes[string] {
  return (_, response) => response.writeHead(status, { location }).end('moved')
}

const news: Routes[string] = (_, response) => response.end('news')

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('is followed: %d', async (status) => {
    const server = await serveRoutes({ '/': to('/feed', status), '/feed': news })
    const answer = await webFor(server).get(server.origin)
    expect(answer).toMatchObject({ kind: 'read', url: `${server.origin}/feed`, status: 200 })
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /', 'GET /feed'])
  })

  it('is followed five times, and not a sixth', async () => {
    const steps = (count: number): Routes => ({
      ...Object.fromEntries(Array.from({ length: count }, (_, step) => [`/${step}`, to(`/${step + 1}`)])),
      [`/${count}`]: news,
    })
    const [five, six] = [await serveRoutes(steps(5)), await serveRoutes(steps(6))]
    expect(await textOf(webFor(five).get(`${five.origin}/0`))).toBe('news')
    const error = await failureOf(webFor(six).get(`${six.origin}/0`))
    expect(error.reason).toBe('redirects')
    expect(error.message).toContain(`more than 5 redirects; the last one leads to ${six.origin}/6`)
    expect(six.requests).toHaveLength(6)
  })

  it('in a circle is noticed at once', async () => {
    const server = await serveRoutes({
      '/': to('/a'),
      '/a': to('/b'),
      '/b': to('/a#again'),
      '/self': to('/self'),
    })
    const error = await failureOf(webFor(server).get(server.origin))
    expect(error.reason).toBe('redirects')
    expect(error.message).toContain(`Cannot read ${server.origin}/ (redirected to ${server.origin}/b): `)
    expect(error.message).toContain(`it redirects in a circle, back to ${server.origin}/a`)
    expect(server.requests).toHaveLength(3)
    expect((await failureOf(webFor(server).get(`${server.origin}/self`))).reason).toBe('redirects')
  })

  it('without an address is a status like any other', async () => {
    const server = await serve((_, response) => response.writeHead(302).end())
    expect(await failureOf(webFor(server).get(server.origin))).toMatchObject({
      reason: 'status',
      status: 302,
    })
  })

  it('whose body never ends does not hold anything up', async () => {
    const server = await serveRoutes({
      '/': (_, response) => {
        response.writeHead(302, { location: '/feed' }).write('moved')
      },
      '/feed': news,
    })
    expect(await textOf(webFor(server).get(server.origin))).toBe('news')
  })
})

describe('a redirect to what is refused', () => {
  it.each([
    ['http://127.0.0.1:1/', 'refused-port'],
    ['http://10.0.0.1/admin', 'refused-address'],
    ['http://169.254.169.254/latest/meta-data/', 'refused-address'],
    ['//[::1]/', 'refused-address'],
    ['http://2130706433:8080/', 'refused-address'],
    ['http://inside.test/', 'refused-address'],
    ['ftp://news.example/', 'refused-scheme'],
    ['file:///etc/passwd', 'refused-scheme'],
    ['data:text/html,news', 'refused-scheme'],
    ['http://', 'bad-url'],
    ['http://a b/', 'bad-url'],
  ])('is not followed: %s', async (location, reason) => {
    const server = await serve((_, response) => response.writeHead(302, { location }).end())
    const resolve = () => Promise.resolve([{ address: '192.168.7.7', family: 4 }])
    const error = await failureOf(webFor(server, { resolve }).get(`${server.origin}/feed`))
    expect(error.reason).toBe(reason)
    expect(error.message).toContain(`Cannot read ${server.origin}/feed`)
    expect(error.message).toMatch(/redirect(s|ed) to /)
  })

  it('is not followed on any hop, and the server behind it is never asked', async () => {
    const inside = await serve((_, response) => response.end('secret'))
    const server = await serveRoutes({ '/': to('/next'), '/next': to(inside.origin) })
    const error = await failureOf(webFor(server).get(server.origin))
    expect(error.reason).toBe('refused-address')
    expect(error.message).toContain(
      `(redirected to ${inside.origin}/): 127.0.0.1 is not on the public Internet`,
    )
    expect(inside.requests).toEqual([])
  })
})

describe('a permanent redirect', () => {
  it.each([
    [[301], '/1'],
    [[308], '/1'],
    [[301, 308], '/2'],
    [[301, 302], '/1'],
    [[302], undefined],
    [[302, 301], undefined],
    [[301, 302, 301], '/1'],
    [[], undefined],
  ])('is told as far as it goes without a temporary one: %j', async (statuses, path) => {
    const moves = statuses.map((status, step) => [`/${step}`, to(`/${step + 1}`, status)] as const)
    const server = await serveRoutes({ ...Object.fromEntries(moves), [`/${statuses.length}`]: news })
    const answer = await webFor(server).get(`${server.origin}/0`)
    expect(answer.permanentUrl).toBe(path === undefined ? undefined : `${server.origin}${path}`)
  })

  it('is told with an answer that nothing changed, too', async () => {
    const server = await serveRoutes({
      '/': to('/feed', 301),
      '/feed': (_, response) => response.writeHead(304).end(),
    })
    const answer = await webFor(server).get(server.origin, { etag: '"1"' })
    expect(answer).toMatchObject({ kind: 'unchanged', permanentUrl: `${server.origin}/feed` })
  })

  it('of an address with a password is not told', async () => {
    const server = await serveRoutes({ '/': to('/feed', 301), '/feed': news })
    const answer = await webFor(server).get(`http://me:pw@127.0.0.1:${server.port}/`)
    expect(answer).toMatchObject({ kind: 'read' })
    expect(answer.permanentUrl).toBeUndefined()
  })
})

describe('a password', () => {
  it('goes along to the same server, and to no other', async () => {
    const other = await serve((request, response) => response.end(request.headers.authorization ?? 'none'))
    const server = await serveRoutes({
      '/': to('/mine'),
      '/mine': (request, response) => response.end(request.headers.authorization ?? 'none'),
      '/other': to(`${other.origin}/`),
      '/given': to(`http://you:pw@127.0.0.1:${other.port}/`),
    })
    const web = webWith({ allowPrivateHosts: ['127.0.0.1'] })
    const at = (path: string) => textOf(web.get(`http://me:pw@127.0.0.1:${server.port}${path}`))
    expect(await at('/')).toBe(`Basic ${Buffer.from('me:pw').toString('base64')}`)
    expect(await at('/other')).toBe('none')
    expect(await at('/given')).toBe('none')
  })

  it('in a redirect is in no message', async () => {
    const locations = [
      'http://me:hunter2@[::1]/',
      'ftp://me:hunter2@a/',
      '//me:hunter2@a b/',
      'http://me:hunter2@a:25/',
    ]
    for (const location of locations) {
      const server = await serveBytes(
        `HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`,
      )
      expect((await failureOf(webFor(server).get(server.origin))).message).not.toContain('hunter2')
    }
  })
})

describe('validators', () => {
  it('go to the address they came from alone, if it is named', async () => {
    const asked: unknown[] = []
    const record: Routes[string] = (request, response) => {
      asked.push([request.url, request.headers['if-none-match'], request.headers['if-modified-since']])
      if (request.url === '/') response.writeHead(302, { location: '/feed' }).end()
      else response.end('news')
    }
    const server = await serveRoutes({ '/': record, '/feed': record })
    const validators = { etag: '"1"', lastModified: 'yesterday' }
    const web = webFor(server)
    await web.get(server.origin, { ...validators, validFor: `${server.origin}/feed` })
    await web.get(server.origin, { ...validators, validFor: `${server.origin}/old` })
    await web.get(server.origin, validators)
    expect(asked).toEqual([
      ['/', undefined, undefined],
      ['/feed', '"1"', 'yesterday'],
      ['/', undefined, undefined],
      ['/feed', undefined, undefined],
      ['/', '"1"', 'yesterday'],
      ['/feed', '"1"', 'yesterday'],
    ])
  })
})
