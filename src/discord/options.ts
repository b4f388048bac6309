import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'

/** Longest text that an option takes unless it says otherwise: long enough for a sentence to look for. */
const maxTyped = 300

/**
 * Of a command that anybody may use: in servers that added the bot, in its direct messages, and, for people who added it to
 * themselves, wherever they are.
 */
export const everywhere: Pick<RESTPostAPIApplicationCommandsJSONBody, 'contexts' | 'integration_types'> = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
}

/** The option that every lookup takes: an answer that only the asker sees. */
export const privateOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: 'Show the answer to you alone',
} as const satisfies APIApplicationCommandBasicOption

/** An option that takes text as it is typed. */
export function textOption(
  name: string,
  description: string,
  {
    maxLength = maxTyped,
    ...traits
  }: { required?: boolean; autocomplete?: boolean; maxLength?: number } = {},
): APIApplicationCommandBasicOption {
  return { type: ApplicationCommandOptionType.String, name, description, max_length: maxLength, ...traits }
}

/** An option that takes one of a few values; they are shown as they are named. */
export function choiceOption(
  name: string,
  description: string,
  values: readonly string[],
): APIApplicationCommandBasicOption {
  const choices = values.map((value) => ({ name: value, value }))
  return { type: ApplicationCommandOptionType.String, name, description, choices }
}

/** One of a command's own commands. */
export function subcommand(
  name: string,
  description: string,
  options: readonly APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, description, options: [...options] }
}
