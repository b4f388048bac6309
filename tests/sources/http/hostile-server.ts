import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net'
import { expect, onTestFinished } from 'vitest'
import type { Web } from '../../../src/sources/http/web.ts'
import { WebError } from '../../../src/sources/http/web-error.ts'
import { openWeb, type WebOptions } from '../../../src/sources/http.ts'

/** A server on 127.0.0.1 that goes with the test. */
export interface Served {
  readonly port: number
  /** http://127.0.0.1:port */
  readonly origin: string
  /** What was asked, in order; empty for a server of bare sockets. */
  readonly requests: readonly IncomingMessage[]
}

/** Answers as HTTP does. */
export async function serve(answer: RequestListener): Promise<Served> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  return { ...(await listen(server, new Set())), requests }
}

/** Answers each request with bytes as they are, HTTP or not; `write` gets the socket once a whole request has come. */
export async function serveBytes(write: string | ((socket: Socket) => void)): Promise<Served> {
  const server = createSocketServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      if (!data.toString('latin1').endsWith('\r\n\r\n')) return
      if (typeof write === 'string') socket.write(write, 'latin1')
      else write(socket)
    })
  })
  return { ...(await listen(server, new Set())), requests: [] }
}

/** Starts a server that ends with the test, whatever its connections are doing. */
export async function listen(server: Server, sockets: Set<Socket>): Promise<Omit<Served, 'requests'>> {
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, origin: `http://127.0.0.1:${port}` }
}

/** A reader that goes with the test and may reach the server. */
export function webFor(server: { readonly port: number }, options: WebOptions = {}): Web {
  return webWith({ allowPrivateHosts: [`127.0.0.1:${server.port}`], ...options })
}

/** A reader that goes with the test. */
export function webWith(options: WebOptions): Web {
  const web = openWeb(options)
  onTestFinished(() => web.close())
  return web
}

/** What a read that must fail fails with. */
export async function failureOf(read: Promise<unknown>): Promise<WebError> {
  const error = await read.then(
    (result) => expect.fail(`was read: ${JSON.stringify(result)}`),
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(WebError)
  return error as WebError
}

/** The text of a read that must bring a body. */
export async function textOf(read: ReturnType<Web['get']>): Promise<string> {
  const answer = await read
  return answer.kind === 'read' ? new TextDecoder().decode(answer.body) : expect.fail('unchanged')
}
