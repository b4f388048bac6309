import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Answered } from '../discord/dispatch.ts'
import { ConfigError } from '../errors.ts'
import { createMetrics, type Metrics, type Watched } from './metrics.ts'

/** Tells others how this process is, over HTTP. */
export interface Monitor {
  /** Counts an interaction that was answered. */
  readonly answered: (answered: Answered) => void
  /** The process has started: from now on this is looked at. */
  readonly watch: (watched: Watched) => void
  /** The port it listens on. */
  readonly port: number
  readonly close: () => Promise<void>
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly type?: string
}

/**
 * Serves /healthz (the process turns), /readyz (it can answer: started, archive readable, gateway connected) and /metrics.
 * @throws ConfigError if the port cannot be used
 */
export async function startMonitor({
  port,
  host,
  log,
}: {
  readonly port: number
  readonly host: string
  readonly log: Logger
}): Promise<Monitor> {
  const metrics = createMetrics()
  let watched: Watched | undefined
  const server = createServer((request, response) => {
    answer(request.url ?? '', metrics, watched)
      .catch((error: unknown) => {
        log.warn({ err: error }, 'health not told')
        return { status: 503, body: 'The archive cannot be read.\n' }
      })
      .then((told) => send(response, told))
  })
  server.listen(port, host)
  await once(server, 'listening').catch((error: Error) => {
    throw new ConfigError(`HTTP_HOST=${host} HTTP_PORT=${port} cannot be listened on: ${error.message}`, {
      cause: error,
    })
  })
  const address = server.address()
  return {
    answered: metrics.answered,
    watch: (what) => {
      watched = what
    },
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function answer(path: string, metrics: Metrics, watched: Watched | undefined): Promise<Answer> {
  if (path === '/healthz') return { status: 200, body: 'ok\n' }
  if (path === '/readyz') return readiness(watched)
  if (path === '/metrics')
    return { status: 200, body: await metrics.text(watched), type: metrics.contentType }
  return { status: 404, body: 'There are /healthz, /readyz and /metrics.\n' }
}

async function readiness(watched: Watched | undefined): Promise<Answer> {
  if (watched === undefined) return { status: 503, body: 'Still starting.\n' }
  const { connected, shards } = watched.gateway?.() ?? { connected: 0, shards: 0 }
  if (connected < shards) return { status: 503, body: `${connected} of ${shards} shards are connected.\n` }
  // Whatever it holds: reading it at all is what is asked.
  await watched.archive.mark('ready')
  return { status: 200, body: 'ok\n' }
}

function send(response: ServerResponse, { status, body, type = 'text/plain; charset=utf-8' }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}
