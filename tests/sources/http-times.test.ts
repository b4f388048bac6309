import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { failureOf, listen, serve, serveBytes, textOf, webFor, webWith } from './http/hostile-server.ts'

const limits = { totalMs: 250 }

describe('a server that takes its time', () => {
  it('before it answers is given up', async () => {
    const server = await serve(() => undefined)
    expect(await failureOf(webFor(server, { limits }).get(server.origin))).toMatchObject({
      reason: 'timeout',
      message: `Cannot read ${server.origin}/: no answer within 0.25 s`,
    })
  })

  it('over its headers, one byte at a time, is given up', async () => {
    const server = await serveBytes((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX: ')
      const drip = setInterval(() => socket.write('a'), 10)
      socket.on('close', () => clearInterval(drip))
    })
    const error = await failureOf(webFor(server, { limits }).get(server.origin))
    expect(error.message).toContain('no answer within 0.25 s')
  })

  it.each([['identity'], ['gzip']])('over its body, one byte at a time, is given up: %s', async (coding) => {
    // The start of a gzip stream, a stored block of 65,535 bytes: it may go on for long, and nothing of it is wrong.
    const start =
      coding === 'gzip' ? Buffer.from('1f8b080000000000000301ffff0000', 'hex') : Buffer.from('news')
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': coding }).write(start)
      const drip = setInterval(() => response.write('a'), 10)
      response.on('close', () => clearInterval(drip))
    })
    const error = await failureOf(webFor(server, { limits }).get(server.origin))
    expect(error.reason).toBe('timeout')
    expect(error.message).toMatch(/no end of the body \(\d+ bytes so far\) within 0\.25 s$/)
  })

  it('over many redirects gets no more time for them', async () => {
    let step = 0
    const server = await serve((_, response) => {
      step += 1
      setTimeout(() => response.writeHead(302, { location: `/${step}` }).end(), 100)
    })
    const error = await failureOf(webFor(server, { limits }).get(server.origin))
    expect(error.reason).toBe('timeout')
    expect(step).toBeLessThan(4)
  })

  it('over TLS is given up as having no connection', async () => {
    const server = await listen(
      createServer((socket) => socket.on('error', () => undefined)),
      new Set(),
    )
    const web = webFor(server, { limits: { connectMs: 200, totalMs: 10_000 } })
    expect(await failureOf(web.get(`https://127.0.0.1:${server.port}/`))).toMatchObject({
      reason: 'timeout',
      message: expect.stringContaining('no connection came about'),
    })
  })

  it('over its name is given up', async () => {
    const resolve = () => new Promise<never>(() => undefined)
    const web = webWith({ limits: { ...limits, connectMs: 60_000 }, resolve })
    const error = await failureOf(web.get('http://news.test/'))
    expect(error.message).toBe('Cannot read http://news.test/: no answer within 0.25 s')
  })
})

describe('a server that goes away', () => {
  it('was never there', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    closed.close()
    await once(closed, 'close')
    const web = webFor({ port })
    const error = await failureOf(web.get(`http://127.0.0.1:${port}/`))
    expect(error.reason).toBe('connection')
    expect(error.message).toContain(`nothing listens there (127.0.0.1:${port}: `)
  })

  it.each([
    ['without a word', (write: (text: string) => void) => write('')],
    ['within its headers', (write: (text: string) => void) => write('HTTP/1.1 200 OK\r\nContent-')],
  ])('%s is said to have closed the connection', async (_, answer) => {
    const server = await serveBytes((socket) => answer((text) => socket.end(text)))
    const error = await failureOf(webFor(server).get(server.origin))
    expect(error.reason).toBe('connection')
    expect(error.message).toContain('the server closed the connection')
  })

  it('by a reset is said to have cut it', async () => {
    const server = await serveBytes((socket) => socket.resetAndDestroy())
    const error = await failureOf(webFor(server).get(server.origin))
    expect(error.reason).toBe('connection')
    expect(error.message).toContain('the connection was cut')
  })

  it('after an answer, on a connection that it had kept open, is asked once more', async () => {
    const answered = new WeakSet<object>()
    const server = await serveBytes((socket) => {
      if (answered.has(socket)) socket.end()
      else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnews')
      answered.add(socket)
    })
    const web = webFor(server)
    for (let turn = 0; turn < 3; turn += 1) expect(await textOf(web.get(server.origin))).toBe('news')
  })
})

describe('one host', () => {
  it('is asked one thing at a time, in order, while others are asked', async () => {
    let [running, most] = [0, 0]
    const order: string[] = []
    const busy = await serve((request, response) => {
      order.push(request.url ?? '')
      most = Math.max(most, ++running)
      setTimeout(() => {
        running -= 1
        response.end('news')
      }, 20)
    })
    const [other, never] = [await serve((_, response) => response.end('other')), await serve(() => undefined)]
    const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    const web = webWith({ allowPrivateHosts: ['127.0.0.1', 'other.test', 'never.test'], resolve })
    const stuck = failureOf(web.get(`http://never.test:${never.port}/`))
    const many = Array.from({ length: 6 }, (_, index) => textOf(web.get(`${busy.origin}/${index}`)))
    expect(await textOf(web.get(`http://other.test:${other.port}/`))).toBe('other')
    expect(await Promise.all(many)).toEqual(Array.from({ length: 6 }, () => 'news'))
    expect(most).toBe(1)
    expect(order).toEqual(['/0', '/1', '/2', '/3', '/4', '/5'])
    await web.close()
    expect((await stuck).reason).toBe('closed')
  })

  it('on several ports is one host', async () => {
    const [first, second] = [await serve(() => undefined), await serve((_, response) => response.end('news'))]
    const web = webWith({ allowPrivateHosts: ['127.0.0.1'], limits })
    const [slow, quick] = [failureOf(web.get(first.origin)), textOf(web.get(second.origin))]
    await expect.poll(() => first.requests.length).toBe(1)
    expect(second.requests).toHaveLength(0)
    expect([(await slow).reason, await quick]).toEqual(['timeout', 'news'])
  })

  it('does not charge the waiting to those who wait', async () => {
    const server = await serve((_, response) => setTimeout(() => response.end('news'), 100))
    const web = webFor(server, { limits })
    const all = Array.from({ length: 5 }, () => textOf(web.get(server.origin)))
    expect(await Promise.all(all)).toHaveLength(5)
  })

  it('goes on after failures', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/good') response.end('news')
      else response.destroy()
    })
    const web = webFor(server)
    const [bad, good] = [failureOf(web.get(`${server.origin}/bad`)), textOf(web.get(`${server.origin}/good`))]
    expect([(await bad).reason, await good]).toEqual(['connection', 'news'])
  })

  it('is not held by a redirect to itself or to another that redirects back', async () => {
    const server = await serve((request, response) => {
      const hop = Number(request.url?.slice(1) ?? 0)
      if (hop === 4) response.end('news')
      else
        response
          .writeHead(302, { location: `http://${hop % 2 === 0 ? 'b' : 'a'}.test:${server.port}/${hop + 1}` })
          .end()
    })
    const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    const web = webWith({ allowPrivateHosts: ['a.test', 'b.test'], resolve, limits: { totalMs: 5000 } })
    const both = ['a', 'b'].map((host) => textOf(web.get(`http://${host}.test:${server.port}/0`)))
    expect(await Promise.all(both)).toEqual(['news', 'news'])
  })
})

describe('a read that nobody wants any more', () => {
  it('ends with the reason of its signal: before, while waiting, under way, within the body', async () => {
    const responses: ServerResponse[] = []
    const server = await serve((request, response) => {
      responses.push(response)
      if (request.url === '/body') response.write('some')
    })
    const web = webFor(server)
    const reason = new Error('enough')
    await expect(web.get(server.origin, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)

    const [first, second] = [new AbortController(), new AbortController()]
    const running = web.get(server.origin, { signal: first.signal })
    const waiting = web.get(server.origin, { signal: second.signal })
    await expect.poll(() => responses.length).toBe(1)
    second.abort(reason)
    await expect(waiting).rejects.toBe(reason)
    first.abort(reason)
    await expect(running).rejects.toBe(reason)

    const third = new AbortController()
    const reading = web.get(`${server.origin}/body`, { signal: third.signal })
    await expect.poll(() => responses.length).toBe(2)
    third.abort(reason)
    await expect(reading).rejects.toBe(reason)
    expect(responses).toHaveLength(2)
  })

  it('closes its connection', async () => {
    const closed = Promise.withResolvers<void>()
    const server = await serve((_, response) => response.on('close', closed.resolve).write('some'))
    await failureOf(webFor(server, { limits }).get(server.origin))
    await closed.promise
  })
})

describe('a closed reader', () => {
  it('ends what is under way, and reads nothing more', async () => {
    const server = await serve(() => undefined)
    const web = webFor(server)
    const running = [failureOf(web.get(server.origin)), failureOf(web.get(server.origin))]
    await expect.poll(() => server.requests.length).toBe(1)
    await web.close()
    expect((await Promise.all(running)).map(({ reason }) => reason)).toEqual(['closed', 'closed'])
    expect((await failureOf(web.get(server.origin))).reason).toBe('closed')
    expect(server.requests).toHaveLength(1)
  })

  it.each(['http', 'https'])(
    'leaves no connection, not even one that was still being made: %s',
    async (scheme) => {
      const connected = Promise.withResolvers<Socket>()
      const silent = createServer((socket) => connected.resolve(socket.on('error', () => undefined).resume()))
      const server = await listen(silent, new Set())
      const web = webFor(server, { limits: { connectMs: 60_000, totalMs: 60_000 } })
      const running = failureOf(web.get(`${scheme}://127.0.0.1:${server.port}/`))
      const socket = await connected.promise
      const closed = once(socket, 'close')
      await web.close()
      await closed
      expect((await running).reason).toBe('closed')
    },
  )
})
