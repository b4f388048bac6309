import type { Logger } from 'pino'
import type { Archive } from './archive/archive.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Bot } from './discord/bot.ts'
import { type Connection, connect } from './discord/connection.ts'
import type { Newsroom } from './newsroom/newsroom.ts'

/** What Crier is started with. */
export interface StartParts {
  readonly config: Pick<
    Config,
    | 'ARTICLES_DIR'
    | 'FEEDS_FILE'
    | 'POLL_MINUTES'
    | 'ALLOW_PRIVATE_HOSTS'
    | 'CONTACT_URL'
    | 'DISCORD_API_URL'
    | 'DISCORD_GUILD_ID'
    | 'SHARDS'
  >
  readonly token: string
  /** Path of the embedded database. */
  readonly database: string
  readonly clock: Clock
  readonly log: Logger
  /** Gives up starting: `start` then rejects with its reason, everything closed. */
  readonly signal: AbortSignal
  /** Article files that are kept back until they are released. */
  readonly holdBack?: ReadonlySet<string>
}

/** Crier while it is running. */
export interface Running {
  readonly archive: Archive
  readonly bot: Bot
  readonly newsroom: Newsroom
  /** Finishes what is under way, in the order of the path, and closes the archive. */
  readonly close: () => Promise<void>
}

/** How long reading waits for the login. */
const patienceMs = 5000
const minuteMs = 60_000

/**
 * Puts the rooms together: archive, then bot and newsroom side by side. Resolves when the bot is ready to answer;
 * the first load of the articles folder may still be going on.
 * @throws ConfigError if the database cannot be used or Discord refuses the token.
 */
export async function start(parts: StartParts): Promise<Running> {
  // Everything else is loaded while the gateway answers.
  const connection = connect(parts)
  try {
    const { openSqliteArchive } = await import('./archive/sqlite.ts')
    const archive = openSqliteArchive(parts.database, { role: 'bot' })
    return await startRooms(parts, archive, connection).catch(async (error: unknown) => {
      await archive.close()
      throw error
    })
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function startRooms(parts: StartParts, archive: Archive, connection: Connection): Promise<Running> {
  const { config, clock, log } = parts
  const [{ openKeyed }, { commands }, { startBot }, { recallFolder }] = await Promise.all([
    import('./archive/keyed.ts'),
    import('../commands/index.ts'),
    import('./discord/bot.ts'),
    import('./newsroom/folder-memory.ts'),
  ])
  const memory = await recallFolder(archive, clock.now())
  const { components } = openKeyed(archive, clock.now)
  const starting = startBot({
    ...parts,
    connection,
    commands,
    guildId: config.DISCORD_GUILD_ID,
    archive,
    components,
  }).then((bot) => {
    log.info({ bot: bot.name }, 'ready')
    return bot
  })
  // Reading waits for the login, which it would slow down, but not for a Discord that cannot be reached.
  await Promise.race([starting, clock.wait(patienceMs)])
  const [{ startNewsroom }, { openWeb }] = await Promise.all([
    import('./newsroom/newsroom.ts'),
    import('./sources/http.ts'),
  ])
  let bot: Bot | undefined
  const onArticle = (): void => bot?.notifier.nudge()
  const web = openWeb({
    allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS,
    contactUrl: config.CONTACT_URL,
    now: clock.now,
  })
  const newsroom = startNewsroom({
    ...parts,
    archive,
    directory: config.ARTICLES_DIR,
    memory,
    feeds: { web, pollMs: config.POLL_MINUTES * minuteMs, file: config.FEEDS_FILE },
    onArticle,
  })
  bot = await starting.catch(async (error: unknown) => {
    await newsroom.close()
    await web.close()
    throw error
  })
  return { archive, bot, newsroom, close: () => closeAll({ newsroom, web, bot, archive }) }
}

/** In the order of the path. */
async function closeAll(rooms: Record<'newsroom' | 'web' | 'bot' | 'archive', Closable>): Promise<void> {
  await rooms.newsroom.close()
  await rooms.web.close()
  await rooms.bot.close()
  await rooms.archive.close()
}

interface Closable {
  readonly close: () => Promise<void>
}
