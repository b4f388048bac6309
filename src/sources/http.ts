import { Agent } from 'undici'
import { type AllowedHosts, readAllowedHosts } from './http/allowed-hosts.ts'
import { acceptedCodings } from './http/decoding.ts'
import { exchange, type Reply } from './http/exchange.ts'
import { guardedConnect, type Resolve } from './http/guarded-connect.ts'
import { type HostQueue, makeHostQueue } from './http/host-queue.ts'
import { judgeReply } from './http/judge-reply.ts'
import { linkedSignal } from './http/linked-signal.ts'
import { followRedirect, isRedirect, type Journey, startJourney } from './http/redirects.ts'
import { isSendable, readBodyKind, readFreshness } from './http/response-headers.ts'
import { showUrl } from './http/show-url.ts'
import { readTarget, type Target } from './http/target.ts'
import { userAgent } from './http/user-agent.ts'
import type { Web, WebBody, WebRequest, WebUnchanged } from './http/web.ts'
import { located, WebError } from './http/web-error.ts'

/** What one read may cost. */
export interface WebLimits {
  /** Milliseconds for all requests of a read, redirects included; waiting for its turn at a host is not counted. */
  readonly totalMs: number
  /** Milliseconds until a connection must stand, its name resolved and TLS agreed on. */
  readonly connectMs: number
  /** Bytes of a body, as it comes and at each stage of unpacking. */
  readonly maxBytes: number
  /** Bytes of a reply's headers. */
  readonly maxHeaderBytes: number
  readonly maxRedirects: number
}

/** 15 s and 10 MB hold any feed of a working server; five redirects are what RFC 2068 once advised; others as undici. */
const defaultLimits: WebLimits = {
  totalMs: 15_000,
  connectMs: 10_000,
  maxBytes: 10_000_000,
  maxHeaderBytes: 32_768,
  maxRedirects: 5,
}

/** How the web is opened. */
export interface WebOptions {
  /** ALLOW_PRIVATE_HOSTS: host or host:port, which may lie on private networks. Default: none. */
  readonly allowPrivateHosts?: readonly string[]
  /** CONTACT_URL: goes into the User-Agent. */
  readonly contactUrl?: string | undefined
  /** Epoch milliseconds; for the times that servers name. Default: the machine's clock. */
  readonly now?: () => number
  readonly limits?: Partial<WebLimits>
  /** Gives the addresses of a name. Default: the operating system's resolver. */
  readonly resolve?: Resolve
  /** Root certificates in PEM to trust in place of Node's own (which NODE_EXTRA_CA_CERTS extends). */
  readonly ca?: string
}

/** What all reads share. */
interface Reader {
  readonly agent: Agent
  readonly queue: HostQueue
  readonly allowed: AllowedHosts
  readonly limits: WebLimits
  readonly agentName: string
  readonly now: () => number
}

/**
 * Opens the web for reading: http and https alone, public addresses alone but for the hosts allowed, within limits of
 * time, size and redirects, without cookies, caches or proxies.
 * @throws ConfigError if an allowed host is none
 */
export function openWeb(options: WebOptions = {}): Web {
  const closing = new AbortController()
  const reader = makeReader(options, closing.signal)
  return {
    get: async (address, request = {}) => {
      const link = linkedSignal([closing.signal, request.signal])
      try {
        return await read(reader, address, { ...request, signal: link.signal })
      } finally {
        link.unlink()
      }
    },
    close: async () => {
      closing.abort(new WebError('closed', 'Nothing is read any more: the reader was closed'))
      await reader.agent.destroy()
    },
  }
}

function makeReader(options: WebOptions, signal: AbortSignal): Reader {
  const { allowPrivateHosts = [], contactUrl, now = Date.now, resolve, ca } = options
  const limits = { ...defaultLimits, ...options.limits }
  const allowed = readAllowedHosts(allowPrivateHosts)
  const connect = guardedConnect({ allowed, resolve, ca, timeoutMs: limits.connectMs, signal })
  // The time limit of a read is kept by `exchange`; undici's own per phase would only name it differently.
  const times = { headersTimeout: 0, bodyTimeout: 0 }
  const agent = new Agent({
    connect,
    allowH2: false,
    connections: 1,
    maxHeaderSize: limits.maxHeaderBytes,
    ...times,
  })
  return { agent, queue: makeHostQueue(), allowed, limits, agentName: userAgent(contactUrl), now }
}

type Ask = WebRequest & { readonly signal: AbortSignal }

async function read(reader: Reader, address: string, ask: Ask): Promise<WebBody | WebUnchanged> {
  const { allowed, limits } = reader
  let where = showUrl(address)
  const time = { leftMs: limits.totalMs }
  try {
    let journey = startJourney(readTarget(address, allowed))
    for (;;) {
      const reply = await takeTurn(reader, journey.target, { ask, time })
      if (!isRedirect(reply)) return answerFrom(reply, journey, { ask, now: reader.now() })
      journey = followRedirect(journey, reply, { maxRedirects: limits.maxRedirects, allowed })
      where = `${showUrl(address)} (redirected to ${showUrl(journey.target.url)})`
    }
  } catch (error) {
    throw error instanceof WebError && error.reason !== 'closed' ? located(error, where) : error
  }
}

/** Waits until the host is free, and asks it: only the asking counts against the time. */
function takeTurn(
  reader: Reader,
  target: Target,
  { ask, time }: { readonly ask: Ask; readonly time: { leftMs: number } },
): Promise<Reply> {
  const { limits, agent, queue } = reader
  return queue.run(target.url.hostname, ask.signal, async () => {
    const since = performance.now()
    try {
      return await exchange({
        target,
        headers: headersFor(reader, target, ask),
        dispatcher: agent,
        timeLeftMs: time.leftMs,
        timeLimitMs: limits.totalMs,
        maxBytes: limits.maxBytes,
        signal: ask.signal,
      })
    } finally {
      time.leftMs = Math.max(0, time.leftMs - (performance.now() - since))
    }
  })
}

function headersFor(reader: Reader, { url, authorization }: Target, ask: Ask): Record<string, string> {
  const { etag, lastModified } = validatorsFor(url, ask)
  return {
    'user-agent': reader.agentName,
    accept: ask.accept ?? '*/*',
    'accept-encoding': acceptedCodings,
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
    ...(authorization === undefined ? {} : { authorization }),
  }
}

/** A validator of another address would call unchanged what was never read. */
function validatorsFor(url: URL, { etag, lastModified, validFor }: WebRequest): WebRequest {
  if (validFor !== undefined && validFor !== url.href) return {}
  return {
    ...(isSendable(etag) ? { etag } : {}),
    ...(isSendable(lastModified) ? { lastModified } : {}),
  }
}

function answerFrom(
  reply: Reply,
  journey: Journey,
  { ask, now }: { readonly ask: Ask; readonly now: number },
): WebBody | WebUnchanged {
  const { url } = journey.target
  const { etag, lastModified } = validatorsFor(url, ask)
  const kind = judgeReply(reply, etag !== undefined || lastModified !== undefined, now)
  const answer = {
    url: url.href,
    ...(journey.permanentUrl === undefined ? {} : { permanentUrl: journey.permanentUrl }),
    status: reply.status,
    ...readFreshness(reply.headers, now),
  }
  if (kind === 'unchanged' || reply.body === undefined) return { kind: 'unchanged', ...answer }
  return { kind: 'read', ...answer, ...readBodyKind(reply.headers), body: reply.body }
}
