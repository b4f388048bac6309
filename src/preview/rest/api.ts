import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { Json, JsonObject } from '../json.ts'
import type { RateDecision, RateLimits } from '../rate-limits.ts'
import { Refusal } from '../refusal.ts'
import { nestErrors, type Problem } from '../rules/field.ts'
import type { LoggedRequest } from '../world.ts'
import { accountRoutes } from './account.ts'
import { readBody } from './body.ts'
import { channelRoutes } from './channels.ts'
import { commandRoutes } from './commands.ts'
import { interactionRoutes } from './interactions.ts'
import { messageRoutes } from './messages.ts'
import type { RestAnswer, RestContext, Route } from './route.ts'
import { serverRoutes } from './servers.ts'

/** Which operation of the API a body is for. */
export interface Operation {
  readonly method: string
  /** As Discord's API description names it: "/channels/{channel_id}/messages". */
  readonly route: string
  readonly path: string
}

/** Finds what is wrong with a body by a description of the API; nothing, where it has none for the operation. */
export type Validator = (operation: Operation, body: Json) => readonly Problem[]

/** A request that Discord would have refused. */
export interface Violation {
  readonly method: string
  /** Without /api/v10 and the query. */
  readonly path: string
  readonly status: number
  /** Discord's error code; 0 for plain HTTP refusals. */
  readonly code: number
  /** Code and message, and for invalid forms every place with its problem. */
  readonly what: string
  readonly body: Json | undefined
}

/** What the REST side is made of. */
export interface ApiParts {
  readonly context: RestContext
  readonly token: string
  readonly rateLimits: RateLimits
  readonly validate: Validator | undefined
  readonly violations: Violation[]
  readonly requests: LoggedRequest[]
  /** Ends requests that are held back when the stand-in closes. */
  readonly closing: AbortSignal
}

type Call = Context<{ Bindings: HttpBindings }>

/** Everything under /api/v10: each request is logged, let through or held up by faults and limits, checked, handled. */
export function createApi(parts: ApiParts): Hono<{ Bindings: HttpBindings }> {
  const { context } = parts
  const api = new Hono<{ Bindings: HttpBindings }>()
  const routes = [accountRoutes, commandRoutes, serverRoutes, messageRoutes, channelRoutes, interactionRoutes]
  for (const route of routes.flatMap((make) => make(context)))
    api.on(route.method, `/api/v10${route.path}`, (call) => serve(parts, route, call))
  api.get('/attachments/:channel_id/:file_id/:filename', (call) =>
    serveFile(context, call.req.param('file_id')),
  )
  api.onError((error, call) => failInside(parts, call, error))
  api.notFound((call) => {
    const request = logRequest(parts, call)
    return refuse(parts, { call, request, body: undefined }, new Refusal('notFound'))
  })
  return api
}

interface Handled {
  readonly call: Call
  readonly request: LoggedRequest
  body: Json | undefined
}

async function serve(parts: ApiParts, route: Route, call: Call): Promise<Response> {
  const handled: Handled = { call, request: logRequest(parts, call), body: undefined }
  const response = await answer(parts, route, handled)
  parts.context.world.events.emit('request', handled.request)
  return response
}

async function answer(parts: ApiParts, route: Route, handled: Handled): Promise<Response> {
  const { call } = handled
  const { planned } = parts.context
  const { method, path } = handled.request
  if (!route.tokenInPath && call.req.header('authorization') !== `Bot ${parts.token}`)
    return refuse(parts, handled, new Refusal('unauthorized'))
  await hold(parts, planned.delayMs(method, path, 'before'))
  if (planned.cut(method, path, 'before')) return cutSocket(handled)
  const limited = rateLimit(parts, route, handled)
  if (limited instanceof Response) return limited
  const failure = planned.failure(method, path)
  if (failure !== undefined)
    return finish(handled, { status: failure, body: { message: 'Internal Server Error', code: 0 } })
  const response = await handle(parts, route, handled)
  for (const [name, value] of Object.entries(limited)) response.headers.set(name, value)
  await hold(parts, planned.delayMs(method, path, 'after'))
  return planned.cut(method, path, 'after') ? cutSocket(handled) : response
}

async function hold({ closing }: ApiParts, ms: number): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal: closing }).catch(() => undefined)
}

async function handle(parts: ApiParts, route: Route, handled: Handled): Promise<Response> {
  const { call, request } = handled
  try {
    const { body, files } = await readBody(call.req.raw)
    handled.body = body
    refuseInvalid(parts, route, handled)
    const answer = route.handle({
      params: call.req.param(),
      query: new URL(call.req.url).searchParams,
      body,
      files,
    })
    return finish(handled, answer)
  } catch (error) {
    if (error instanceof Refusal) return refuse(parts, handled, error)
    throw new Error(`Stand-in cannot answer ${request.method} ${request.path}`, { cause: error })
  }
}

function refuseInvalid(parts: ApiParts, route: Route, { request, body }: Handled): void {
  if (body === undefined || parts.validate === undefined) return
  const named = route.path.replace(/:(\w+)/g, '{$1}')
  const problems = parts.validate({ method: request.method, route: named, path: request.path }, body)
  if (problems.length > 0) throw new Refusal('invalidForm', { errors: nestErrors(problems) })
}

/** Gives the headers for a request that may pass, or the 429 for one that may not. */
function rateLimit(
  parts: ApiParts,
  route: Route,
  handled: Handled,
): Response | Readonly<Record<string, string>> {
  const { method, path } = handled.request
  const planned = parts.context.planned.rateLimit(method, path)
  const params = handled.call.req.param()
  const major = [params.channel_id, params.guild_id, params.webhook_token, params.interaction_token].join(' ')
  if (planned !== undefined) {
    const headers = { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset-After': String(planned.retryAfter) }
    return tooMany(handled, { ...planned, headers: planned.global ? {} : headers, allowed: false })
  }
  if (route.path.endsWith('/callback')) return {}
  const decision = parts.rateLimits.take({
    method,
    route: route.path,
    major,
    countsGlobally: !route.tokenInPath,
  })
  return decision.allowed ? decision.headers : tooMany(handled, decision)
}

function tooMany(handled: Handled, decision: RateDecision): Response {
  const { retryAfter, global } = decision
  const response = finish(handled, {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
  })
  const headers = {
    ...decision.headers,
    'Retry-After': String(retryAfter),
    'X-RateLimit-Scope': global ? 'global' : 'user',
    ...(global && { 'X-RateLimit-Global': 'true' }),
  }
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

function refuse(parts: ApiParts, handled: Handled, refusal: Refusal): Response {
  const { method, path } = handled.request
  if (!refusal.planned)
    parts.violations.push({
      method,
      path,
      status: refusal.status,
      code: refusal.code,
      what: [`${refusal.code} ${refusal.message}`, ...flattenErrors(refusal.errors)].join('; '),
      body: handled.body,
    })
  return finish(handled, { status: refusal.status, body: refusal.toBody() })
}

/** A defect of the stand-in itself: it must not pass for an outage of Discord's. */
function failInside(parts: ApiParts, call: Call, error: Error): Response {
  const path = new URL(call.req.url).pathname
  const what = `the stand-in failed: ${String(error.cause ?? error)}`
  parts.violations.push({ method: call.req.method, path, status: 500, code: 0, what, body: undefined })
  return Response.json({ message: what, code: 0 }, { status: 500 })
}

function finish({ request }: Handled, answer: RestAnswer): Response {
  request.status = answer.status ?? (answer.body === undefined ? 204 : 200)
  return answer.body === undefined
    ? new Response(null, { status: request.status })
    : Response.json(answer.body, { status: request.status })
}

function logRequest(parts: ApiParts, call: Call): LoggedRequest {
  const path = new URL(call.req.url).pathname.replace('/api/v10', '')
  const request = { method: call.req.method, path, status: 0, at: parts.context.world.now() }
  parts.requests.push(request)
  return request
}

/** Destroys the connection; the answer that must be given goes nowhere. */
function cutSocket({ call, request }: Handled): Response {
  request.status = 0
  call.env.incoming.socket.destroy()
  return new Response(null)
}

function serveFile(context: RestContext, fileId: string): Response {
  const file = context.world.files.get(fileId)
  if (file === undefined) return new Response('not found', { status: 404 })
  return new Response(file.data.slice(), { headers: { 'content-type': file.contentType } })
}

function flattenErrors(errors: JsonObject | undefined, path = ''): readonly string[] {
  return Object.entries(errors ?? {}).flatMap(([key, value]) => {
    if (key === '_errors' && Array.isArray(value))
      return value.map(
        (error: JsonObject) => `${path || 'body'}: ${String(error.code)}: ${String(error.message)}`,
      )
    return flattenErrors(value as JsonObject, path === '' ? key : `${path}.${key}`)
  })
}
