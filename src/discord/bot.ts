import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
} from 'discord.js'
import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { ConfigError } from '../errors.ts'
import type { Command } from './command.ts'
import type { ComponentStore } from './component-id.ts'
import { dispatch } from './dispatch.ts'
import { type Notifier, startNotifier } from './notifier.ts'
import { createPoster } from './poster.ts'
import { registerCommands } from './register.ts'

/** What the bot is made of. */
export interface BotParts {
  readonly token: string
  readonly config: Pick<Config, 'DISCORD_API_URL' | 'DISCORD_GUILD_ID' | 'SHARDS'>
  readonly commands: readonly Command[]
  readonly archive: Archive
  readonly components: ComponentStore
  readonly clock: Clock
  readonly log: Logger
}

/** The bot while it is running. */
export interface Bot {
  readonly notifier: Notifier
  /** Name and id as Discord knows it. */
  readonly name: string
  /** Finishes what is under way and leaves the gateway. */
  readonly close: () => Promise<void>
}

/** Pause before the next try to reach Discord at the start. */
const reconnectMs = 10_000
const unauthorized = 401
const leftReason = 'The bot was removed from this server.'

/**
 * Logs in, registers the commands if they changed, answers interactions and posts what the outbox holds. While
 * Discord cannot be reached it keeps trying.
 * @throws ConfigError if Discord refuses the token.
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { archive, clock, log, components } = parts
  const client = createClient(parts)
  const commands = new Map(parts.commands.map((command) => [command.data.name, command]))
  const dispatcher = { commands, context: { archive, clock }, components, log }
  client.on(Events.InteractionCreate, (interaction) => void dispatch(interaction, dispatcher))
  keepServers(client, archive, log)
  const ready = await login(client, parts)
  await register(ready, parts)
  const notifier = startNotifier({ archive, poster: createPoster(ready), clock, log })
  return {
    notifier,
    name: `${ready.user.username} (${ready.user.id})`,
    close: async () => {
      await notifier.close()
      // Leaving on purpose would be told as a lost connection.
      client.removeAllListeners(Events.ShardReconnecting)
      await client.destroy()
    },
  }
}

/** A Discord that is out of order does not keep the bot from working with the commands it has. */
async function register(client: Client<true>, { commands, archive, config, log }: BotParts): Promise<void> {
  try {
    const anew = await registerCommands(client, commands, { archive, guildId: config.DISCORD_GUILD_ID })
    if (anew) log.info({ commands: commands.length }, 'commands registered')
  } catch (error) {
    if (error instanceof ConfigError) {
      await client.destroy()
      throw error
    }
    log.error({ err: error }, 'commands not registered; the next start tries again')
  }
}

function createClient({ config, log }: BotParts): Client {
  const shards = config.SHARDS
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: config.DISCORD_API_URL, version: '10' },
    allowedMentions: { parse: [] },
    // Nothing reads old messages: a bot that runs for months must not keep them.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    ...(shards === 'auto'
      ? { shards: 'auto' as const }
      : {
          shards: Array.from({ length: shards.last - shards.first + 1 }, (_, index) => shards.first + index),
          shardCount: shards.total,
        }),
  })
  client.on(Events.Error, (error) => log.error({ err: error }, 'gateway error'))
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'gateway lost, reconnecting'))
  client.on(Events.ShardResume, (shard) => log.info({ shard }, 'gateway resumed'))
  return client
}

async function login(client: Client, { token, clock, log }: BotParts): Promise<Client<true>> {
  for (;;) {
    try {
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
      await client.login(token)
      return await ready
    } catch (error) {
      if (isRefusedToken(error)) {
        throw new ConfigError(
          'DISCORD_TOKEN is refused by Discord: reset it in the developer portal (Bot > Reset Token)',
          {
            cause: error,
          },
        )
      }
      const reason = error instanceof Error ? error.message : String(error)
      log.warn({ reason, againInMs: reconnectMs }, 'Discord cannot be reached; trying again')
      await clock.wait(reconnectMs)
    }
  }
}

function isRefusedToken(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === unauthorized
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid
}

/** A server that removes the bot pauses its follows; one that takes it back finds them again. */
function keepServers(client: Client, archive: Archive, log: Logger): void {
  const guarded = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => log.error({ err: error }, 'follows not updated'))
  }
  client.on(Events.GuildDelete, (guild) => guarded(archive.pauseServer(guild.id, leftReason)))
  client.on(Events.GuildCreate, (guild) => guarded(resumeServer(archive, guild.id)))
}

async function resumeServer(archive: Archive, server: string): Promise<void> {
  for (const follow of await archive.follows(server)) {
    if (follow.paused === leftReason) await archive.resumeFollow(follow.id, server)
  }
}
