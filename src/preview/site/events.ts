import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { StandIn } from '../stand-in.ts'
import type { Guard } from './guard.ts'
import { messageView } from './message-view.ts'
import type { PageEvent } from './wire.ts'

/** How often is looked whether the bot is connected, while a page is open. */
const lookMs = 500

/** Dispatches after which a page has to ask for channels and roles again. */
const sceneTypes = /^(CHANNEL|THREAD|GUILD)_/

/** Tells open pages what happens. */
export interface Events {
  /** Takes over a request to become a WebSocket; refuses anyone but the page. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly close: () => void
}

/** Begins to listen to a stand-in. */
export function createEvents(standIn: StandIn, guard: Guard): Events {
  const server = new WebSocketServer({ noServer: true })
  const tell = (event: PageEvent): void => {
    const text = JSON.stringify(event)
    for (const client of server.clients) client.send(text)
  }
  const stop = listen(standIn, tell)
  let wasConnected = -1
  const looking = setInterval(() => {
    const connected = standIn.gateway.connected()
    if (connected !== wasConnected) tell({ kind: 'gateway', connected: connected > 0 })
    wasConnected = connected
  }, lookMs).unref()
  server.on('connection', (client) => {
    client.on('error', () => client.terminate())
    client.send(JSON.stringify({ kind: 'gateway', connected: standIn.gateway.connected() > 0 }))
  })
  return {
    upgrade: (request, socket, head) => {
      const { host, origin, 'sec-websocket-protocol': secret } = request.headers
      if (!guard.isPage({ host, origin, secret })) return refuse(socket)
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request))
    },
    close: () => {
      clearInterval(looking)
      stop()
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}

function listen(standIn: StandIn, tell: (event: PageEvent) => void): () => void {
  const { world } = standIn
  const onDispatch = ({ type }: { readonly type: string }): void => {
    if (sceneTypes.test(type)) tell({ kind: 'scene' })
  }
  world.events.on('dispatch', onDispatch)
  const stops = [
    standIn.on('message', (message) => tell({ kind: 'message', message: messageView(world, message) })),
    standIn.on('edit', (message) => tell({ kind: 'edit', message: messageView(world, message) })),
    standIn.on('delete', ({ id, channelId }) => tell({ kind: 'delete', id, channelId })),
    standIn.onRequest((request) => tell({ kind: 'request', request })),
    () => world.events.off('dispatch', onDispatch),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
