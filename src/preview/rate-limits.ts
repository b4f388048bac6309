import { createHash } from 'node:crypto'

/** A number of requests in a stretch of time. */
interface Limit {
  readonly requests: number
  readonly windowMs: number
}

/**
 * What Discord was seen to allow on the routes that bots use most, by method and route. It publishes no
 * numbers and may change them; bots are told to read the headers.
 */
const limits = new Map<string, Limit>([
  ['POST /channels/:channel_id/messages', { requests: 5, windowMs: 5000 }],
  ['PATCH /channels/:channel_id/messages/:message_id', { requests: 5, windowMs: 5000 }],
  ['DELETE /channels/:channel_id/messages/:message_id', { requests: 5, windowMs: 1000 }],
  ['POST /channels/:channel_id/messages/:message_id/crosspost', { requests: 10, windowMs: 3_600_000 }],
  ['POST /webhooks/:webhook_id/:webhook_token', { requests: 5, windowMs: 2000 }],
])

/** For every other route. */
const defaultLimit: Limit = { requests: 50, windowMs: 1000 }

/** All requests of a bot together, interaction answers excepted. */
const globalLimit: Limit = { requests: 50, windowMs: 1000 }

/** How many times shorter the windows are when `quick`, and how long they are at most then, in milliseconds. */
const quickening = 10
const longestQuickMs = 500

/**
 * `discord`: Discord's limits. `quick`: the same numbers of requests in windows ten times shorter, half a
 * second at most, so that a client meets real headers and tests stay quick. `off`: headers, but no limit.
 */
export type RateLimitPace = 'discord' | 'quick' | 'off'

/** The answer to the question whether a request may pass. */
export interface RateDecision {
  readonly allowed: boolean
  /** X-RateLimit-*, for passed and refused requests alike. */
  readonly headers: Readonly<Record<string, string>>
  /** Seconds until it may. */
  readonly retryAfter: number
  readonly global: boolean
}

/** Counts requests. */
export interface RateLimits {
  /** `major` names the channel, server or token that has the limit for itself. */
  take(request: {
    readonly method: string
    readonly route: string
    readonly major: string
    readonly countsGlobally: boolean
  }): RateDecision
}

interface Bucket {
  used: number
  resetsAt: number
}

/** Starts counting, by the real clock: clients wait in real time. */
export function createRateLimits(pace: RateLimitPace): RateLimits {
  const buckets = new Map<string, Bucket>()
  const count = (key: string, limit: Limit): { bucket: Bucket; allowed: boolean } => {
    const known = buckets.get(key)
    const bucket =
      known !== undefined && known.resetsAt > Date.now()
        ? known
        : { used: 0, resetsAt: Date.now() + windowOf(limit, pace) }
    buckets.set(key, bucket)
    const allowed = pace === 'off' || bucket.used < limit.requests
    if (allowed) bucket.used += 1
    return { bucket, allowed }
  }
  return {
    take({ method, route, major, countsGlobally }) {
      const all = countsGlobally ? count('global', globalLimit) : undefined
      if (all !== undefined && !all.allowed) return { ...refusal(all.bucket), headers: {}, global: true }
      const limit = limits.get(`${method} ${route}`) ?? defaultLimit
      const { bucket, allowed } = count(`${method} ${route} ${major}`, limit)
      const headers = bucketHeaders(`${method} ${route}`, limit, bucket)
      return allowed
        ? { allowed, headers, retryAfter: 0, global: false }
        : { ...refusal(bucket), headers, global: false }
    },
  }
}

function windowOf(limit: Limit, pace: RateLimitPace): number {
  return pace === 'quick' ? Math.min(limit.windowMs / quickening, longestQuickMs) : limit.windowMs
}

function refusal(bucket: Bucket): { allowed: false; retryAfter: number } {
  return { allowed: false, retryAfter: secondsUntil(bucket.resetsAt) }
}

function bucketHeaders(name: string, limit: Limit, bucket: Bucket): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit.requests),
    'X-RateLimit-Remaining': String(Math.max(0, limit.requests - bucket.used)),
    'X-RateLimit-Reset': (bucket.resetsAt / 1000).toFixed(3),
    'X-RateLimit-Reset-After': secondsUntil(bucket.resetsAt).toFixed(3),
    'X-RateLimit-Bucket': createHash('sha256').update(name).digest('hex').slice(0, 32),
  }
}

function secondsUntil(epochMs: number): number {
  return Math.max(0, epochMs - Date.now()) / 1000
}
