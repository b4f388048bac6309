import { ApplicationCommandType, ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10'
import { isNesting, type OptionDefinition, optionDefinitions } from '../command-options.ts'
import type { Command } from '../world.ts'
import { numbersIn } from './component-view.ts'
import type { CommandOptionView, CommandsView, CommandView } from './wire.ts'

/** The commands that a person sees in a channel, as the picker and the menus offer them. */
export function commandsView(commands: readonly Command[]): CommandsView {
  return {
    slash: commands.filter(({ type }) => type === ApplicationCommandType.ChatInput).flatMap(flatten),
    menu: commands.filter(({ type }) => type === ApplicationCommandType.Message).map(({ name }) => name),
  }
}

function flatten(command: Command): readonly CommandView[] {
  const below = (
    name: string,
    description: string,
    options: readonly OptionDefinition[],
  ): readonly CommandView[] =>
    options.some(isNesting)
      ? options.flatMap((option) => below(`${name} ${option.name}`, option.description, option.options))
      : [{ name, description, options: options.map(optionView) }]
  return below(command.name, String(command.description), optionDefinitions(command.options))
}

const kinds: ReadonlyMap<OptionType, CommandOptionView['kind']> = new Map([
  [OptionType.Integer, 'whole'],
  [OptionType.Number, 'number'],
  [OptionType.Boolean, 'yesno'],
  [OptionType.User, 'user'],
  [OptionType.Channel, 'channel'],
  [OptionType.Role, 'role'],
  [OptionType.Mentionable, 'mentionable'],
  [OptionType.Attachment, 'file'],
])

function optionView(option: OptionDefinition): CommandOptionView {
  return {
    name: option.name,
    description: option.description,
    kind: kinds.get(option.type) ?? 'text',
    required: option.required,
    autocomplete: option.autocomplete,
    choices: option.choices.map(({ name, value }) => ({
      name,
      value: typeof value === 'number' ? value : String(value),
    })),
    channelTypes: numbersIn(option.raw.channel_types),
  }
}
