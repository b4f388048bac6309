import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  type Interaction,
  Options,
  type RateLimitData,
} from 'discord.js'
import type { Logger } from 'pino'
import type { KeyValues } from '../archive/key-values.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { ConfigError } from '../errors.ts'
import { type Budget, createBudget } from './budget.ts'
import { identifyTurns } from './identify-turns.ts'

/** What a connection needs. */
export interface ConnectionParts {
  readonly token: string
  readonly config: Pick<Config, 'DISCORD_API_URL' | 'SHARDS'>
  readonly clock: Clock
  readonly log: Logger
  /** Ends a login that is still going on; `ready` rejects. */
  readonly signal: AbortSignal
}

/** A connection to Discord that is being made. */
export interface Connection {
  readonly client: Client
  /**
   * Resolves when the gateway is ready; while Discord cannot be reached it keeps trying.
   * Rejects with a ConfigError if Discord refuses the token.
   */
  readonly ready: Promise<Client<true>>
  /** What its requests may ask of Discord. */
  readonly budget: Budget
  /**
   * Tells which archive this process shares with others, or that it shares none: limits are kept together from then on. No
   * session is started before.
   */
  readonly shareOver: (archive: SharedArchive | undefined) => void
  /** Gives every interaction to a listener, also those that came before there was one. To be called once. */
  readonly answerWith: (listener: (interaction: Interaction) => void) => void
  /** Leaves the gateway. */
  readonly close: () => Promise<void>
}

/** What of an archive the processes of a bot keep Discord's limits with. */
export type SharedArchive = Pick<KeyValues, 'countUp' | 'takeLease'>

/** A client with the limits that its requests and sessions keep. */
export interface LimitedClient extends Pick<Connection, 'client' | 'budget' | 'shareOver'> {}

/** People kept in memory, each manager: those who asked lately. The bot itself is always kept. */
const cachedPeople = 200
/** Pause before the next try to reach Discord at the start. */
const reconnectMs = 10_000
const unauthorized = 401

/** Begins to log in; what answers may be loaded meanwhile. */
export function connect(parts: ConnectionParts): Connection {
  const limited = createClient(parts)
  const { client } = limited
  const closing = new AbortController()
  const ready = login(client, parts, AbortSignal.any([closing.signal, parts.signal]))
  // Whoever waits for it hears of it; until somebody does, it is no unhandled rejection.
  ready.catch(() => undefined)
  const listening = Promise.withResolvers<(interaction: Interaction) => void>()
  client.on(Events.InteractionCreate, async (interaction) => (await listening.promise)(interaction))
  return {
    ...limited,
    ready,
    answerWith: listening.resolve,
    close: async () => {
      closing.abort()
      // Leaving on purpose would be told as a lost connection.
      client.removeAllListeners(Events.ShardReconnecting)
      await client.destroy()
    },
  }
}

/** A client that has not logged in. */
export function createClient({ config, clock, log }: ConnectionParts): LimitedClient {
  const shards = config.SHARDS
  const budget = createBudget({ clock, log })
  const shared = Promise.withResolvers<SharedArchive | undefined>()
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    // The budget counts; the client's own count would hold back replies together with all else.
    rest: {
      api: config.DISCORD_API_URL,
      version: '10',
      rejectOnRateLimit: isSlow,
      makeRequest: budget.makeRequest,
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    },
    ws: { buildIdentifyThrottler: identifyTurns({ clock, log, shared: shared.promise }) },
    allowedMentions: { parse: [] },
    // Nothing reads old messages or needs everybody who ever asked: a bot that runs for months must not keep them.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: cachedPeople, keepOverLimit: isSelf },
      GuildMemberManager: { maxSize: cachedPeople, keepOverLimit: isSelf },
    }),
    ...(shards === 'auto'
      ? { shards: 'auto' as const }
      : {
          shards: Array.from({ length: shards.last - shards.first + 1 }, (_, index) => shards.first + index),
          shardCount: shards.total,
        }),
  })
  logGateway(client, log)
  return {
    client,
    budget,
    shareOver: (archive) => {
      if (archive !== undefined) budget.shareOver(archive)
      shared.resolve(archive)
    },
  }
}

function logGateway(client: Client, log: Logger): void {
  client.on(Events.Error, (error) => log.error({ err: error }, 'gateway error'))
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'gateway lost, reconnecting'))
  client.on(Events.ShardResume, (shard) => log.info({ shard }, 'gateway resumed'))
}

/** What Discord allows a few times in minutes or hours: whoever asks comes again, instead of waiting with what it holds. */
function isSlow({ method, route }: RateLimitData): boolean {
  return route.endsWith('/crosspost') || (method === 'PATCH' && route === '/channels/:id')
}

function isSelf({ id, client }: { readonly id: string; readonly client: Client }): boolean {
  return id === client.user?.id
}

async function login(client: Client, parts: ConnectionParts, closing: AbortSignal): Promise<Client<true>> {
  const { token, clock, log } = parts
  for (;;) {
    try {
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
      return await orAborted(
        client.login(token).then(() => ready),
        closing,
      )
    } catch (error) {
      if (closing.aborted) throw error
      if (isRefusedToken(error)) throw refusedToken(error)
      const reason = error instanceof Error ? error.message : String(error)
      log.warn({ reason, againInMs: reconnectMs }, 'Discord cannot be reached; trying again')
      await orAborted(clock.wait(reconnectMs, closing), closing)
    }
  }
}

async function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', abort))
}

/** What is said of a token that Discord does not take. */
export function refusedToken(cause: unknown): ConfigError {
  const what = 'DISCORD_TOKEN is refused by Discord: reset it in the developer portal (Bot > Reset Token)'
  return new ConfigError(what, { cause })
}

/** Whether Discord refused the token itself. */
export function isRefusedToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === unauthorized
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid
}
