import { createHash } from 'node:crypto'
import type { Client } from 'discord.js'
import { type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord-api-types/v10'
import type { Archive } from '../archive/archive.ts'
import type { Command } from './command.ts'

/**
 * Tells Discord which commands there are: in one server where `guildId` is given, else everywhere. Only when they
 * differ from what was told last, since Discord limits how often that may be done.
 * @returns whether they were registered anew.
 */
export async function registerCommands(
  client: Client<true>,
  commands: readonly Command[],
  { archive, guildId }: { readonly archive: Archive; readonly guildId: string | undefined },
): Promise<boolean> {
  const body: readonly RESTPostAPIApplicationCommandsJSONBody[] = commands.map((command) => command.data)
  const id = client.application.id
  const mark = `commands ${id} ${guildId ?? 'everywhere'}`
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  if ((await archive.mark(mark)) === digest) return false
  const route =
    guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId)
  await client.rest.put(route, { body })
  await archive.setMark(mark, digest)
  return true
}
