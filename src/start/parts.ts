import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { BotParts } from '../discord/bot.ts'

/** What Crier is started with. */
export interface StartParts {
  readonly config: Pick<
    Config,
    | 'ARTICLES_DIR'
    | 'FEEDS_FILE'
    | 'POLL_MINUTES'
    | 'RETENTION_DAYS'
    | 'ALLOW_PRIVATE_HOSTS'
    | 'FETCHES_PER_MINUTE'
    | 'CONTACT_URL'
    | 'DISCORD_API_URL'
    | 'DISCORD_GUILD_ID'
    | 'SHARDS'
  >
  readonly token: string
  /** Path of the embedded database, or address of a shared one. */
  readonly database: string
  readonly clock: Clock
  readonly log: Logger
  /** Gives up starting: `start` then rejects with its reason, everything closed. */
  readonly signal: AbortSignal
  /** Article files that are kept back until they are released. */
  readonly holdBack?: ReadonlySet<string>
  /** Told of every interaction once it is over. */
  readonly onAnswered?: BotParts['onAnswered']
}
