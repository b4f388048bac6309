import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { commandsIn } from '../localized-commands.ts'
import type { StandIn } from '../stand-in.ts'
import { actRequest, createActs } from './acts.ts'
import { createAssets, pageDocument } from './assets.ts'
import { commandsView } from './command-view.ts'
import { createFaultSwitches } from './fault-switches.ts'
import type { Guard } from './guard.ts'
import { messageView } from './message-view.ts'
import { createNewsCounter } from './news-counter.ts'
import type { NewsDesk } from './news-desk.ts'
import { sceneFor } from './scene.ts'

/** What the page's own interface works with. */
export interface PageApiParts {
  readonly standIn: StandIn
  readonly guard: Guard
  readonly newsDesk: Promise<NewsDesk>
}

/** Nothing but what is served here runs, is shown or is asked; pictures elsewhere are linked, not loaded. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Largest body that the page may send, in bytes: a file of ten megabytes in base64, and what is around it. */
const maxBodyBytes = 14_000_000

/** The page, its files, and the interface that it works with. */
export function createPageApi(parts: PageApiParts): Hono {
  const app = new Hono()
  app.use(async (call, next) => {
    if (!parts.guard.isOwnHost({ host: call.req.header('host') }))
      return call.text('This page answers only at its own address.', 421)
    await next()
    call.header('X-Content-Type-Options', 'nosniff')
    call.header('Referrer-Policy', 'no-referrer')
    call.header('Cross-Origin-Resource-Policy', 'same-origin')
    call.header('Cross-Origin-Opener-Policy', 'same-origin')
    return undefined
  })
  servePage(app, parts)
  serveInterface(app, parts)
  return app
}

function servePage(app: Hono, { standIn, guard }: PageApiParts): void {
  const assets = createAssets()
  app.get('/', (call) => {
    call.header('Content-Security-Policy', contentPolicy)
    call.header('Cache-Control', 'no-store')
    return call.html(pageDocument({ secret: guard.secret, user: standIn.world.application.ownerId }))
  })
  app.get('/page/:name', (call) => {
    const asset = assets(call.req.param('name'))
    if (asset === undefined) return call.notFound()
    call.header('Content-Type', asset.type)
    call.header('Cache-Control', 'no-cache')
    return call.body(asset.body)
  })
  app.get('/attachments/:channel/:id/:name', (call) => {
    const file = standIn.world.files.get(call.req.param('id'))
    if (file === undefined) return call.notFound()
    // What came from outside is shown as a picture or saved, never opened as a page of this origin.
    call.header('Content-Security-Policy', "default-src 'none'; sandbox")
    call.header('Content-Type', file.contentType)
    if (!/^image\/(png|jpeg|gif|webp)$/.test(file.contentType))
      call.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`)
    return call.body(new Uint8Array(file.data))
  })
}

function serveInterface(app: Hono, parts: PageApiParts): void {
  const { standIn, guard } = parts
  const acts = createActs(standIn)
  const faults = createFaultSwitches(standIn)
  const news = createNewsCounter(parts.newsDesk)
  app.use('/api/*', bodyLimit({ maxSize: maxBodyBytes }), async (call, next) => {
    if (!guard.isPage(callerOf(call))) return call.json({ error: 'Only the page itself may ask this.' }, 403)
    return next()
  })
  // What a person or a file did wrong is an answer as any other: browsers complain of other statuses.
  app.onError((error, call) => call.json({ error: error.message }))
  app.get('/api/scene', (call) => call.json(sceneFor(standIn.world, query(call, 'user'))))
  app.get('/api/messages', (call) =>
    call.json(messagesFor(standIn, query(call, 'user'), query(call, 'channel'))),
  )
  app.get('/api/commands', (call) =>
    call.json(commandsFor(standIn, query(call, 'user'), query(call, 'channel'))),
  )
  app.post('/api/act', async (call) => call.json(await acts.perform(actRequest.parse(await call.req.json()))))
  app.get('/api/faults', (call) => call.json(faults.list()))
  app.post('/api/faults', async (call) => {
    const { name, on } = faultRequest.parse(await call.req.json())
    faults.set(name, on)
    return call.json(faults.list())
  })
  app.post('/api/news', async (call) =>
    call.json(await news.examine(newsRequest.parse(await call.req.json()))),
  )
  app.post('/api/news/keep', async (call) =>
    call.json(await news.keep(keepRequest.parse(await call.req.json()).key)),
  )
}

const faultRequest = z.object({ name: z.string(), on: z.boolean() })
const newsRequest = z.object({ name: z.string().max(300), base64: z.string() })
const keepRequest = z.object({ key: z.string() })

function callerOf(call: Context) {
  return {
    host: call.req.header('host'),
    origin: call.req.header('origin'),
    secret: call.req.header('x-preview-secret'),
  }
}

function query(call: Context, name: string): string {
  return call.req.query(name) ?? ''
}

function commandsFor(standIn: StandIn, user: string, channel: string) {
  const locale = standIn.world.users.get(user)?.locale ?? ''
  return commandsView(commandsIn(locale, standIn.as(user, channel).commands()))
}

/** The channel as one person sees it: what everybody sees, and what is for them alone. */
function messagesFor({ world }: StandIn, user: string, channel: string) {
  return [...world.messages.values()]
    .filter(({ channelId, visibleTo }) => channelId === channel && (visibleTo ?? user) === user)
    .map((message) => messageView(world, message))
}
