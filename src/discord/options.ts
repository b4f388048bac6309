import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Catalogue } from './locales/catalogue.ts'
import { english } from './locales/en.ts'
import { localized } from './locales/localized.ts'

/** Longest text that an option takes unless it says otherwise: long enough for a sentence to look for. */
const maxTyped = 300

/** A name of a command or option, as it is called in English. */
type Name = keyof Catalogue['names']
type Description = keyof Catalogue['descriptions']

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

/** The name of a command or option: English, by which it is known, and what people see in other languages. */
export function named<Given extends Name>(name: Given) {
  return { name, name_localizations: localized(({ names }) => names[name]) }
}

/** What a command or option is for, in every language. */
export function described(description: Description) {
  return {
    description: english.descriptions[description],
    description_localizations: localized(({ descriptions }) => descriptions[description]),
  }
}

/** The option that every lookup takes: an answer that only the asker sees. */
export const privateOption = {
  type: ApplicationCommandOptionType.Boolean,
  ...named('private'),
  ...described('private'),
} as const satisfies APIApplicationCommandBasicOption

/** An option that takes text as it is typed. */
export function textOption(
  name: Name,
  description: Description,
  {
    maxLength = maxTyped,
    ...traits
  }: { required?: boolean; autocomplete?: boolean; maxLength?: number } = {},
): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...named(name),
    ...described(description),
    max_length: maxLength,
    ...traits,
  }
}

/** An option that takes one of a few values, each shown in the language of who chooses. */
export function choiceOption(
  name: Name,
  description: Description,
  values: readonly (keyof Catalogue['choices'])[],
): APIApplicationCommandBasicOption {
  const choices = values.map(
    (value): APIApplicationCommandOptionChoice<string> => ({
      name: english.choices[value],
      name_localizations: localized((say) => say.choices[value]),
      value,
    }),
  )
  return { type: ApplicationCommandOptionType.String, ...named(name), ...described(description), choices }
}

/** One of a command's own commands. */
export function subcommand(
  name: Name,
  description: Description,
  options: readonly APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named(name),
    ...described(description),
    options: [...options],
  }
}
