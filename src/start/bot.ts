import type { Archive } from '../archive/archive.ts'
import { type Leases, sharedLeases, soleLeases } from '../archive/leases.ts'
import { isPostgres } from '../archive/open-archive.ts'
import type { Bot } from '../discord/bot.ts'
import type { Connection } from '../discord/connection.ts'
import type { Notifier } from '../discord/notifier.ts'
import type { Notices } from '../queries/notices.ts'
import type { StartParts } from './parts.ts'
import { type DeskParts, type Desks, feedsOf, pagesOf } from './reading.ts'

/** What of Discord's side every process has. */
export interface DiscordSide {
  readonly connection: Connection
  readonly notices: Notices
}

/** What keeps several processes on one archive from doing the same; a file has one process alone. */
export function leasesFor({ database, clock }: StartParts, archive: Archive): Leases {
  return isPostgres(database) ? sharedLeases(archive, clock.now) : soleLeases
}

/**
 * Opens the archive beside a connection, and does the work with both. The connection keeps Discord's limits together with all
 * processes on the archive; a file has one process alone. When the work fails, both are closed.
 * @throws ConfigError if the database cannot be used
 */
export async function withArchive<Result>(
  { database }: StartParts,
  connection: Connection,
  work: (archive: Archive, connection: Connection) => Promise<Result>,
): Promise<Result> {
  try {
    const { openArchive } = await import('../archive/open-archive.ts')
    const archive = await openArchive(database, { role: 'bot' })
    connection.shareOver(isPostgres(database) ? archive : undefined)
    return await work(archive, connection).catch(async (error: unknown) => {
      await archive.close()
      throw error
    })
  } catch (error) {
    await connection.close()
    throw error
  }
}

/** Loads and starts what answers. */
export async function startAnswering(
  parts: DeskParts,
  { connection, notices }: DiscordSide,
  desks: () => Promise<Desks>,
): Promise<Bot> {
  const [{ commands, messageCommands }, { startBot }, { openSettings }] = await Promise.all([
    import('../../commands/index.ts'),
    import('../discord/bot.ts'),
    import('../queries/server-settings.ts'),
  ])
  const bot = await startBot({
    ...parts,
    connection,
    commands,
    messageCommands,
    guildId: parts.config.DISCORD_GUILD_ID,
    components: parts.keyed.components,
    settings: openSettings(parts.keyed.settings),
    notices,
    pages: pagesOf(desks),
    feeds: feedsOf(desks),
  })
  parts.log.info({ bot: bot.name, invite: bot.invite }, 'ready')
  return bot
}

/** Loads and starts what posts. Resolves when Discord knows the token. */
export async function startDelivering(
  parts: DeskParts,
  { connection, notices }: DiscordSide,
): Promise<Notifier> {
  const [{ startNotifier }, { languageTo }, { openSettings, zoneOf }, { createPoster }, client] =
    await Promise.all([
      import('../discord/notifier.ts'),
      import('../discord/language.ts'),
      import('../queries/server-settings.ts'),
      import('../discord/poster.ts'),
      connection.ready,
    ])
  const settings = openSettings(parts.keyed.settings)
  return startNotifier({
    ...parts,
    notices,
    poster: createPoster(client),
    languageTo: languageTo(client, settings),
    zoneOf: zoneOf(settings),
    mayPost: connection.budget.mayPost,
  })
}

/** How this process speaks to servers of what they should know. */
export async function noticesFor({ keyed, log }: DeskParts, connection: Connection): Promise<Notices> {
  const [{ createNotices }, { openSettings }] = await Promise.all([
    import('../discord/notices.ts'),
    import('../queries/server-settings.ts'),
  ])
  return createNotices({ ready: connection.ready, settings: openSettings(keyed.settings), log })
}
