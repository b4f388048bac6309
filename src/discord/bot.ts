import { type Client, Status } from 'discord.js'
import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import type { Clock } from '../clock.ts'
import { ConfigError } from '../errors.ts'
import type { Notices } from '../queries/notices.ts'
import type { Pages } from '../queries/pages.ts'
import type { ServerFeeds } from '../queries/server-feeds.ts'
import type { SettingsBook } from '../queries/server-settings.ts'
import { reopenChannels, watchChannels } from './channel-health.ts'
import type { Command, MessageCommand } from './command.ts'
import type { ComponentStore } from './component-id.ts'
import type { Connection } from './connection.ts'
import { type Answered, dispatch } from './dispatch.ts'
import { inviteLink } from './invite-link.ts'
import { registerCommands } from './register.ts'
import { keepServers, reconcileServers, startTidying } from './servers.ts'

/** What the bot is made of. */
export interface BotParts {
  readonly connection: Connection
  readonly commands: readonly Command[]
  readonly messageCommands: readonly MessageCommand[]
  /** The one server in which they are registered; absent: everywhere. */
  readonly guildId: string | undefined
  readonly archive: Archive
  readonly components: ComponentStore
  readonly pages: Pages
  readonly feeds: ServerFeeds
  readonly settings: SettingsBook
  readonly notices: Notices
  readonly clock: Clock
  readonly log: Logger
  /** Told of every interaction once it is over. */
  readonly onAnswered?: ((answered: Answered) => void) | undefined
}

/** The bot while it is running. */
export interface Bot {
  /** Name and id as Discord knows it. */
  readonly name: string
  /** The page on which somebody adds it to a server. */
  readonly invite: string
  /** How many of this process's shards are connected now, of how many. */
  readonly gateway: () => { readonly connected: number; readonly shards: number }
  /** Finishes what is under way and leaves the gateway. */
  readonly close: () => Promise<void>
}

/**
 * Answers interactions, and once the connection is ready registers the commands if they changed.
 * @throws ConfigError if Discord refuses the token, or the server named does not have the bot.
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { archive, pages, feeds, settings, clock, log, components, connection } = parts
  const dispatcher = {
    commands: byName(parts.commands),
    messageCommands: byName(parts.messageCommands),
    tools: { archive, pages, feeds, settings, clock, log },
    components,
    log,
    onAnswered: parts.onAnswered,
  }
  const answering = new Set<Promise<void>>()
  connection.answerWith((interaction) => {
    const answer = dispatch(interaction, dispatcher).finally(() => answering.delete(answer))
    answering.add(answer)
  })
  keepServers(connection.client, parts)
  watchChannels(connection.client, parts)
  const client = await connection.ready
  await reconcileServers(client, parts)
  await reopenChannels(client, parts)
  await register(client, parts)
  const tidying = startTidying(parts)
  return {
    name: `${client.user.username} (${client.user.id})`,
    invite: inviteLink(client.application.id),
    gateway: () => ({
      connected: client.ws.shards.filter(({ status }) => status === Status.Ready).size,
      shards: client.ws.shards.size,
    }),
    close: async () => {
      await tidying.close()
      await Promise.all(answering)
      await connection.close()
    },
  }
}

function byName<Kind extends Command | MessageCommand>(commands: readonly Kind[]): ReadonlyMap<string, Kind> {
  return new Map(commands.map((command) => [command.data.name, command]))
}

/** A Discord that is out of order does not keep the bot from working with the commands it has. */
async function register(client: Client<true>, parts: BotParts): Promise<void> {
  const { archive, guildId, log } = parts
  const commands = [...parts.commands, ...parts.messageCommands]
  try {
    const anew = await registerCommands(client, commands, { archive, guildId })
    if (anew) log.info({ commands: commands.length }, 'commands registered')
  } catch (error) {
    if (error instanceof ConfigError) throw error
    log.error({ err: error }, 'commands not registered; the next start tries again')
  }
}
