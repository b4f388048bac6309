import type { Logger } from 'pino'
import type { Archive } from './archive/archive.ts'
import type { Keyed } from './archive/keyed.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Bot, BotParts } from './discord/bot.ts'
import { type Connection, connect } from './discord/connection.ts'
import type { Newsroom, NewsroomParts } from './newsroom/newsroom.ts'
import type { Notices } from './queries/notices.ts'
import type { Pages } from './queries/pages.ts'
import type { ServerFeeds } from './queries/server-feeds.ts'

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
const dayMs = 24 * 60 * minuteMs

/**
 * Puts the rooms together: archive, then bot and newsroom side by side. Resolves when the bot is ready to answer;
 * the first load of the articles folder may still be going on.
 * @throws ConfigError if the database cannot be used or Discord refuses the token.
 */
export async function start(parts: StartParts): Promise<Running> {
  // Everything else is loaded while the gateway answers.
  const connection = connect(parts)
  try {
    const { openArchive } = await import('./archive/open-archive.ts')
    const archive = await openArchive(parts.database, { role: 'bot' })
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
  const { openKeyed, openSettings, commands, messageCommands, startBot, createNotices, recallFolder } =
    await loadRooms()
  const memory = await recallFolder(archive, clock.now())
  const keyed = openKeyed(archive, clock.now)
  const settings = openSettings(keyed.settings)
  const notices = createNotices({ ready: connection.ready, settings, log })
  const desks = Promise.withResolvers<Desks>()
  const starting = startBot({
    ...parts,
    connection,
    commands,
    messageCommands,
    guildId: config.DISCORD_GUILD_ID,
    archive,
    components: keyed.components,
    settings,
    notices,
    pages: pagesOf(desks.promise),
    feeds: feedsOf(desks.promise),
  }).then((bot) => {
    log.info({ bot: bot.name, invite: bot.invite }, 'ready')
    return bot
  })
  // Reading waits for the login, which it would slow down, but not for a Discord that cannot be reached.
  await Promise.race([starting, clock.wait(patienceMs)])
  let bot: Bot | undefined
  const onArticle = (): void => bot?.notifier.nudge()
  const reading = await startReading({ ...parts, archive, keyed, notices, memory, onArticle })
  desks.resolve(reading)
  bot = await starting.catch(async (error: unknown) => {
    await reading.close()
    throw error
  })
  return { archive, bot, newsroom: reading.newsroom, close: () => closeAll([reading, bot, archive]) }
}

/** What is loaded while the gateway answers. */
async function loadRooms() {
  const [keyed, settings, commands, bot, notices, memory] = await Promise.all([
    import('./archive/keyed.ts'),
    import('./queries/server-settings.ts'),
    import('../commands/index.ts'),
    import('./discord/bot.ts'),
    import('./discord/notices.ts'),
    import('./newsroom/folder-memory.ts'),
  ])
  return { ...keyed, ...settings, ...commands, ...bot, ...notices, ...memory }
}

/** What commands ask for that has to do with reading. */
interface Desks {
  readonly pages: Pages
  readonly feeds: ServerFeeds
}

/** All that is read, and the web it is read from. */
interface ReadingRooms extends Closable, Desks {
  readonly newsroom: Newsroom
}

async function startReading(
  parts: StartParts &
    Pick<NewsroomParts, 'archive' | 'memory' | 'onArticle'> & {
      readonly keyed: Keyed
      readonly notices: Notices
    },
): Promise<ReadingRooms> {
  const { config, clock } = parts
  const [{ startNewsroom }, { createFetchLimits }, { openPageDesk }, { openServerFeeds }, { openWeb }] =
    await Promise.all([
      import('./newsroom/newsroom.ts'),
      import('./newsroom/fetch-limits.ts'),
      import('./newsroom/page-desk.ts'),
      import('./newsroom/server-feeds.ts'),
      import('./sources/http.ts'),
    ])
  const web = openWeb({
    allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS,
    contactUrl: config.CONTACT_URL,
    now: clock.now,
  })
  const newsroom = startNewsroom({
    ...parts,
    directory: config.ARTICLES_DIR,
    keepMs: config.RETENTION_DAYS * dayMs,
    feeds: {
      web,
      notices: parts.notices,
      pollMs: config.POLL_MINUTES * minuteMs,
      file: config.FEEDS_FILE,
    },
  })
  const limits = createFetchLimits(config.FETCHES_PER_MINUTE, clock.now)
  const pages = openPageDesk({ ...parts, web, limits })
  const feeds = openServerFeeds({ ...parts, web, limits, onFeeds: newsroom.pollNow })
  return { newsroom, pages, feeds, close: () => closeAll([newsroom, pages, feeds, web]) }
}

/** Pages for the commands, which may come before the desk is there: they wait for it. */
function pagesOf(desks: Promise<Desks>): Pages {
  return {
    read: async (...asked) => (await desks).pages.read(...asked),
    recall: async (...asked) => (await desks).pages.recall(...asked),
  }
}

/** As `pagesOf`. */
function feedsOf(desks: Promise<Desks>): ServerFeeds {
  return {
    list: async (...asked) => (await desks).feeds.list(...asked),
    add: async (...asked) => (await desks).feeds.add(...asked),
    addOffered: async (...asked) => (await desks).feeds.addOffered(...asked),
    remove: async (...asked) => (await desks).feeds.remove(...asked),
    readNow: async (...asked) => (await desks).feeds.readNow(...asked),
    exportList: async (...asked) => (await desks).feeds.exportList(...asked),
    importList: async (...asked) => (await desks).feeds.importList(...asked),
  }
}

/** One after the other, in the order of the path. */
async function closeAll(rooms: readonly Closable[]): Promise<void> {
  for (const room of rooms) await room.close()
}

interface Closable {
  readonly close: () => Promise<void>
}
