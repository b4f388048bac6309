import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
} from 'discord.js'
import type { Logger } from 'pino'
import { UserError } from '../errors.ts'
import { answerWithin } from './answer.ts'
import { noticeCard } from './cards/card.ts'
import { escapeText } from './cards/text.ts'
import type { Choice, Command, Context, MessageCommand, Reply } from './command.ts'
import { type ComponentStore, parseComponentId, unsealId } from './component-id.ts'

/** What the dispatcher works with. */
export interface Dispatcher {
  /** By name. */
  readonly commands: ReadonlyMap<string, Command>
  readonly messageCommands: ReadonlyMap<string, MessageCommand>
  readonly context: Context
  readonly components: ComponentStore
  readonly log: Logger
}

/** Most characters of a suggestion's name and value. */
const maxChoice = 100
const maxChoices = 25

/** Brings an interaction to the command it belongs to. Never rejects: what fails is logged and said to the asker. */
export async function dispatch(interaction: Interaction, dispatcher: Dispatcher): Promise<void> {
  try {
    if (interaction.isChatInputCommand()) await runCommand(interaction, dispatcher)
    else if (interaction.isMessageContextMenuCommand()) await runMessageCommand(interaction, dispatcher)
    else if (interaction.isAutocomplete()) await suggest(interaction, dispatcher)
    else if (interaction.isMessageComponent()) await runComponent(interaction, dispatcher)
  } catch (error) {
    dispatcher.log.error({ err: error, interaction: interaction.id }, 'interaction not answered')
  }
}

async function runCommand(interaction: ChatInputCommandInteraction, dispatcher: Dispatcher): Promise<void> {
  const command = dispatcher.commands.get(interaction.commandName)
  const isPrivate = command?.alwaysPrivate === true || asksPrivately(interaction)
  const work = async (): Promise<Reply> => {
    if (command === undefined) throw new UserError(`I no longer know /${interaction.commandName}.`)
    return {
      card: await command.execute(interaction, dispatcher.context),
      place: isPrivate ? 'private' : 'here',
    }
  }
  await answerWithin(interaction, { ...dispatcher, isPrivate }, guarded(work, dispatcher.log))
}

async function runMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  dispatcher: Dispatcher,
): Promise<void> {
  const command = dispatcher.messageCommands.get(interaction.commandName)
  const work = async (): Promise<Reply> => {
    if (command === undefined) throw new UserError(`I no longer know “${interaction.commandName}”.`)
    return { card: await command.execute(interaction, dispatcher.context), place: 'private' }
  }
  await answerWithin(interaction, { ...dispatcher, isPrivate: true }, guarded(work, dispatcher.log))
}

async function runComponent(interaction: MessageComponentInteraction, dispatcher: Dispatcher): Promise<void> {
  const work = async (): Promise<Reply> => {
    const id = await unsealId(interaction.customId, dispatcher.components)
    const { command: name, action, args } = parseComponentId(id ?? '')
    const component = dispatcher.commands.get(name)?.component
    if (component === undefined)
      throw new UserError('That is too long ago for me to remember. Please ask again.')
    return component({ interaction, action, args }, dispatcher.context)
  }
  await answerWithin(interaction, { ...dispatcher, isPrivate: true }, guarded(work, dispatcher.log))
}

async function suggest(interaction: AutocompleteInteraction, dispatcher: Dispatcher): Promise<void> {
  const command = dispatcher.commands.get(interaction.commandName)
  // A failed suggestion is an empty list: the option can still be typed.
  const choices = await (
    command?.autocomplete?.(interaction, dispatcher.context) ?? Promise.resolve([])
  ).catch((error: unknown) => {
    dispatcher.log.warn({ err: error, command: interaction.commandName }, 'no suggestions')
    return []
  })
  await interaction.respond(choices.filter(isSendable).slice(0, maxChoices))
}

function isSendable({ name, value }: Choice): boolean {
  return name.length >= 1 && name.length <= maxChoice && value.length >= 1 && value.length <= maxChoice
}

function asksPrivately(interaction: ChatInputCommandInteraction): boolean {
  return interaction.options.getBoolean('private') === true
}

/** The answer, or the words for why there is none: a UserError's own, or an apology for what is our fault. */
function guarded(work: () => Promise<Reply>, log: Logger): Promise<Reply> {
  return work().catch((error: unknown) => {
    if (error instanceof UserError) return { card: noticeCard(escapeText(error.message)), place: 'private' }
    log.error({ err: error }, 'command failed')
    return { card: noticeCard('Something went wrong on my side. It is in the log.'), place: 'private' }
  })
}
