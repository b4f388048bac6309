import type { GatewayFaults } from './gateway.ts'
import type { Nonces } from './nonces.ts'
import { fitsRoute } from './route-pattern.ts'

/** Codes with which a channel can refuse: no access, no permission, no such channel, closed direct messages. */
export type ChannelRefusal = 50001 | 50013 | 10003 | 50007

/**
 * Faults on demand. Routes are patterns as `fitsRoute` takes them: "POST /channels/:id/messages".
 * What is refused because of a fault is no violation.
 */
export interface Faults {
  /** Answers the next requests with 429. `retryAfter` is in seconds; `times` is 1 where not given. */
  rateLimit(
    route: string,
    limit: { readonly retryAfter: number; readonly times?: number; readonly global?: boolean },
  ): void
  /** Answers the next requests (one, where `times` is not given) with a status of 500 or above. */
  fail(route: string, status: number, times?: number): void
  /** Cuts the socket of the next requests, before the request is handled or after it took effect. */
  cut(route: string, moment: 'before' | 'after', times?: number): void
  /** Makes a channel refuse everything with a code, until `allow`. */
  refuse(channelId: string, code: ChannelRefusal): void
  allow(channelId: string): void
  /** Holds requests back for some milliseconds before they are handled; `times` is without end where not given. */
  slow(route: string, ms: number, times?: number): void
  /** Holds answers (one, where `times` is not given) back for some milliseconds after the request took effect. */
  slowAnswer(route: string, ms: number, times?: number): void
  dropGateway: GatewayFaults['drop']
  /** Asks the bot to reconnect (op 7). */
  reconnect(): void
  /** Tells the bot that its session is invalid (op 9). */
  invalidSession(resumable: boolean): void
  /** Answers heartbeats no more, or again with `false`. */
  silenceHeartbeatAck(silent?: boolean): void
  /** Forgets which messages were sent with which nonce. */
  forgetNonces(): void
  /** Ends every fault that is still to come. */
  clear(): void
}

interface Planned {
  readonly route: string
  left: number
}

/** Faults as the REST side asks for them: each question uses up one time of a fault that fits. */
export interface PlannedFaults {
  rateLimit(
    method: string,
    path: string,
  ): { readonly retryAfter: number; readonly global: boolean } | undefined
  failure(method: string, path: string): number | undefined
  cut(method: string, path: string, moment: 'before' | 'after'): boolean
  delayMs(method: string, path: string, moment: 'before' | 'after'): number
  refusal(channelId: string): ChannelRefusal | undefined
}

interface Plans {
  readonly limits: (Planned & { readonly retryAfter: number; readonly global: boolean })[]
  readonly failures: (Planned & { readonly status: number })[]
  readonly cuts: (Planned & { readonly moment: 'before' | 'after' })[]
  readonly delays: (Planned & { readonly moment: 'before' | 'after'; readonly ms: number })[]
  readonly refusals: Map<string, ChannelRefusal>
}

/** Makes the two sides of the faults: the one that plans them, and the one that asks whether one is due. */
export function createFaults(
  gateway: GatewayFaults,
  nonces: Nonces,
): { readonly faults: Faults; readonly planned: PlannedFaults } {
  const plans: Plans = { limits: [], failures: [], cuts: [], delays: [], refusals: new Map() }
  const faults: Faults = {
    ...planFor(plans),
    dropGateway: (options) => gateway.drop(options),
    reconnect: () => gateway.reconnect(),
    invalidSession: (resumable) => gateway.invalidate(resumable),
    silenceHeartbeatAck: (silent = true) => gateway.silenceHeartbeats(silent),
    forgetNonces: () => nonces.forget(),
    clear: () => {
      for (const list of [plans.limits, plans.failures, plans.cuts, plans.delays]) list.length = 0
      plans.refusals.clear()
      gateway.silenceHeartbeats(false)
    },
  }
  return { faults, planned: askFor(plans) }
}

type PlannedKinds = 'rateLimit' | 'fail' | 'cut' | 'refuse' | 'allow' | 'slow' | 'slowAnswer'

function planFor(plans: Plans): Pick<Faults, PlannedKinds> {
  return {
    rateLimit: (route, { retryAfter, times = 1, global = false }) => {
      plans.limits.push({ route, left: times, retryAfter, global })
    },
    fail: (route, status, times = 1) => {
      plans.failures.push({ route, left: times, status })
    },
    cut: (route, moment, times = 1) => {
      plans.cuts.push({ route, left: times, moment })
    },
    refuse: (channelId, code) => {
      plans.refusals.set(channelId, code)
    },
    allow: (channelId) => {
      plans.refusals.delete(channelId)
    },
    slow: (route, ms, times = Number.POSITIVE_INFINITY) => {
      plans.delays.push({ route, left: times, moment: 'before', ms })
    },
    slowAnswer: (route, ms, times = 1) => {
      plans.delays.push({ route, left: times, moment: 'after', ms })
    },
  }
}

function askFor(plans: Plans): PlannedFaults {
  const cutsAt = (moment: 'before' | 'after') => plans.cuts.filter((cut) => cut.moment === moment)
  return {
    rateLimit: (method, path) => takeDue(plans.limits, method, path),
    failure: (method, path) => takeDue(plans.failures, method, path)?.status,
    cut: (method, path, moment) => takeDue(cutsAt(moment), method, path) !== undefined,
    delayMs: (method, path, moment) =>
      takeDue(
        plans.delays.filter((delay) => delay.moment === moment),
        method,
        path,
      )?.ms ?? 0,
    refusal: (channelId) => plans.refusals.get(channelId),
  }
}

function takeDue<Fault extends Planned>(
  faults: readonly Fault[],
  method: string,
  path: string,
): Fault | undefined {
  const due = faults.find((fault) => fault.left > 0 && fitsRoute(fault.route, method, path))
  if (due !== undefined) due.left -= 1
  return due
}
