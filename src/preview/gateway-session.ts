import type { JsonObject } from './json.ts'

/** What one connected (or lately connected) shard of a bot has been sent, so that it can resume. */
export interface GatewaySession {
  readonly id: string
  readonly shard: { readonly id: number; readonly count: number }
  readonly intents: number
  /** Every event sent or held back since the beginning, by its sequence number less one. */
  readonly sent: readonly JsonObject[]
  /** Whether a RESUME is answered with the missed events; otherwise with INVALID_SESSION. */
  resumable: boolean
  /** Numbers an event, keeps it, and sends it if the shard is connected. */
  dispatch(type: string, data: JsonObject): void
  /** Connects the session to a socket's sender, in place of the one before. */
  attach(send: (frame: JsonObject) => void): void
  /** Holds events back for a RESUME, unless another sender has taken over already. */
  detach(send: (frame: JsonObject) => void): void
  /** Sends again what came after a sequence number. */
  replayAfter(sequence: number): void
}

/** Starts a session of one shard. */
export function createSession(start: {
  readonly id: string
  readonly shard: { readonly id: number; readonly count: number }
  readonly intents: number
}): GatewaySession {
  const sent: JsonObject[] = []
  let send: ((frame: JsonObject) => void) | undefined
  return {
    ...start,
    sent,
    resumable: true,
    dispatch(type, data) {
      const frame = { op: 0, t: type, s: sent.length + 1, d: data }
      sent.push(frame)
      send?.(frame)
    },
    attach(sender) {
      send = sender
    },
    detach(sender) {
      if (send === sender) send = undefined
    },
    replayAfter(sequence) {
      for (const frame of sent.slice(sequence)) send?.(frame)
    },
  }
}

/** Says whether a shard gets the events of a server; events without a server go to shard 0. */
export function shardCovers(shard: { id: number; count: number }, serverId: string | undefined): boolean {
  const home = serverId === undefined ? 0n : (BigInt(serverId) >> 22n) % BigInt(shard.count)
  return Number(home) === shard.id
}
