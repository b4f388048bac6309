import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { StandIn } from '../stand-in.ts'
import { createEvents } from './events.ts'
import { createGuard } from './guard.ts'
import type { NewsDesk } from './news-desk.ts'
import { createPageApi } from './page-api.ts'

/** What the page is started with. */
export interface SiteOptions {
  /** Port on 127.0.0.1 that is tried first; 0: any free one. */
  readonly port: number
  /** What the newsroom drawer works with; the drawer waits for it. */
  readonly newsDesk: Promise<NewsDesk>
}

/** The page while it is served. */
export interface Site {
  /** Where it is: "http://127.0.0.1:8787/". */
  readonly url: string
  readonly port: number
  readonly close: () => Promise<void>
}

/** How many ports in a row are tried where the wanted one is taken. */
const portsTried = 10
const secretBytes = 24

/**
 * Serves the page of a stand-in on 127.0.0.1: at the wanted port, else at the next that is free.
 * @throws Error where none of ten ports can be had.
 */
export async function startSite(standIn: StandIn, { port, newsDesk }: SiteOptions): Promise<Site> {
  const server = createServer()
  const actual = await listenNear(server, port)
  const guard = createGuard(randomBytes(secretBytes).toString('base64url'), actual)
  const events = createEvents(standIn, guard)
  server.on('request', getRequestListener(createPageApi({ standIn, guard, newsDesk }).fetch))
  server.on('upgrade', events.upgrade)
  return {
    url: `http://127.0.0.1:${actual}/`,
    port: actual,
    close: async () => {
      events.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function listenNear(server: Server, port: number): Promise<number> {
  for (let tried = 0; tried < portsTried; tried += 1) {
    const problem = await listen(server, port === 0 ? 0 : port + tried)
    if (problem === undefined) return (server.address() as AddressInfo).port
    if (problem.code !== 'EADDRINUSE' && problem.code !== 'ERR_SOCKET_BAD_PORT')
      throw new Error(`Cannot serve the page on 127.0.0.1:${port}: ${problem.message}`, { cause: problem })
  }
  throw new Error(
    `Cannot serve the page: ports ${port} to ${port + portsTried - 1} of 127.0.0.1 are taken; set PREVIEW_PORT to a free one`,
  )
}

function listen(server: Server, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', resolve)
      resolve(undefined)
    })
  })
}
