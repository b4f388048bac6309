import { createHash } from 'node:crypto'
import { type Client, DiscordAPIError, Routes } from 'discord.js'
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord-api-types/v10'
import type { Archive } from '../archive/archive.ts'
import { ConfigError } from '../errors.ts'
import type { Command, MessageCommand } from './command.ts'

/**
 * Tells Discord which commands there are: in one server where `guildId` is given, else everywhere. Only when they
 * differ from what was told last, since Discord limits how often that may be done.
 * @returns whether they were registered anew.
 * @throws ConfigError if the bot is not in the server named.
 */
export async function registerCommands(
  client: Client<true>,
  commands: readonly (Command | MessageCommand)[],
  { archive, guildId }: { readonly archive: Archive; readonly guildId: string | undefined },
): Promise<boolean> {
  const body: readonly RESTPostAPIApplicationCommandsJSONBody[] = commands.map((command) => command.data)
  const id = client.application.id
  const mark = `commands ${id} ${guildId ?? 'everywhere'}`
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  if ((await archive.mark(mark)) === digest) return false
  const route =
    guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId)
  await client.rest.put(route, { body }).catch((error: unknown) => {
    throw error instanceof DiscordAPIError && error.code === missingAccess ? noServer(guildId, error) : error
  })
  await archive.setMark(mark, digest)
  return true
}

const missingAccess = 50_001

function noServer(guildId: string | undefined, cause: DiscordAPIError): ConfigError {
  const what = `DISCORD_GUILD_ID=${guildId}: the bot is not in that server, or was added without applications.commands`
  return new ConfigError(what, { cause })
}
