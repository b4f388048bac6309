import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js'
import type { Logger } from 'pino'
import { UserError } from '../errors.ts'
import type { ServerSettings } from '../queries/server-settings.ts'
import { answerWithin, isOwnAnswer, type Reply } from './answer.ts'
import { noticeCard } from './cards/card.ts'
import { escapeText } from './cards/text.ts'
import type { Choice, Command, MessageCommand, Tools } from './command.ts'
import { type ComponentStore, parseComponentId, unsealId } from './component-id.ts'
import { languageOf } from './language.ts'
import { catalogueFor } from './locales/catalogues.ts'
import { once } from './once.ts'
import { wordsOf } from './words-of.ts'

/** What the dispatcher works with. */
export interface Dispatcher {
  /** By name. */
  readonly commands: ReadonlyMap<string, Command>
  readonly messageCommands: ReadonlyMap<string, MessageCommand>
  readonly tools: Tools
  readonly components: ComponentStore
  readonly log: Logger
  /** Told of every interaction once it is over. */
  readonly onAnswered?: ((answered: Answered) => void) | undefined
}

/** An interaction that is over. */
export interface Answered {
  /** The command that it belongs to; empty where that cannot be told. */
  readonly command: string
  readonly kind: 'command' | 'autocomplete' | 'component'
  /** Whether no answer could be given, or one that says that something went wrong. */
  readonly failed: boolean
  /** Milliseconds that it took. */
  readonly ms: number
}

/** Most characters of a suggestion's name and value. */
const maxChoice = 100
const maxChoices = 25

/** Brings an interaction to the command it belongs to. Never rejects: what fails is logged and said to the asker. */
export async function dispatch(interaction: Interaction, dispatcher: Dispatcher): Promise<void> {
  const beganAt = performance.now()
  let failed = false
  const turn: Turn = {
    ...dispatcher,
    fail: () => {
      failed = true
    },
  }
  try {
    await answer(interaction, turn)
  } catch (error) {
    turn.fail()
    dispatcher.log.error({ err: error, interaction: interaction.id }, 'interaction not answered')
  }
  dispatcher.onAnswered?.({ ...kindOf(interaction, turn), failed, ms: performance.now() - beganAt })
}

/** One interaction's dispatcher. */
interface Turn extends Dispatcher {
  /** Notes that the answer, if any, says that something went wrong. */
  readonly fail: () => void
}

async function answer(interaction: Interaction, turn: Turn): Promise<void> {
  if (interaction.isChatInputCommand()) await runCommand(interaction, turn)
  else if (interaction.isMessageContextMenuCommand()) await runMessageCommand(interaction, turn)
  else if (interaction.isAutocomplete()) await suggest(interaction, turn)
  else if (interaction.isMessageComponent()) await runComponent(interaction, turn)
}

function kindOf(interaction: Interaction, turn: Turn): Pick<Answered, 'command' | 'kind'> {
  const known = (command: string): string =>
    turn.commands.has(command) || turn.messageCommands.has(command) ? command : ''
  if (interaction.isMessageComponent()) {
    return { command: known(parseComponentId(interaction.customId).command), kind: 'component' }
  }
  const command = 'commandName' in interaction ? known(interaction.commandName) : ''
  return { command, kind: interaction.isAutocomplete() ? 'autocomplete' : 'command' }
}

async function runCommand(interaction: ChatInputCommandInteraction, turn: Turn): Promise<void> {
  const command = turn.commands.get(interaction.commandName)
  const readSettings = settingsOf(interaction, turn.tools)
  const isPrivate = command?.alwaysPrivate === true || (await asksPrivately(interaction, readSettings))
  const work = async (): Promise<Reply> => {
    if (command === undefined) throw new UserError({ kind: 'unknownCommand', name: interaction.commandName })
    const say = await languageOf(interaction, isPrivate, readSettings)
    return {
      card: await command.execute(interaction, { ...turn.tools, say }),
      place: isPrivate ? 'private' : 'here',
    }
  }
  await answerWithin(interaction, { ...turn, isPrivate }, guarded(interaction, work, turn))
}

async function runMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  turn: Turn,
): Promise<void> {
  const command = turn.messageCommands.get(interaction.commandName)
  const work = async (): Promise<Reply> => {
    if (command === undefined)
      throw new UserError({ kind: 'unknownMenuCommand', name: interaction.commandName })
    const say = catalogueFor(interaction.locale)
    return { card: await command.execute(interaction, { ...turn.tools, say }), place: 'private' }
  }
  await answerWithin(interaction, { ...turn, isPrivate: true }, guarded(interaction, work, turn))
}

async function runComponent(interaction: MessageComponentInteraction, turn: Turn): Promise<void> {
  const work = async (): Promise<Reply> => {
    const id = await unsealId(interaction.customId, turn.components)
    const { command: name, action, args } = parseComponentId(id ?? '')
    const { component, inPlace = [] } = turn.commands.get(name) ?? {}
    if (component === undefined) throw new UserError({ kind: 'forgotten' })
    const place = inPlace.includes(action) ? 'here' : 'private'
    const isPrivate = place === 'private' || !isOwnAnswer(interaction) || isEphemeral(interaction)
    const say = await languageOf(interaction, isPrivate, settingsOf(interaction, turn.tools))
    return { card: await component({ interaction, action, args }, { ...turn.tools, say }), place }
  }
  await answerWithin(interaction, { ...turn, isPrivate: true }, guarded(interaction, work, turn))
}

function isEphemeral({ message }: MessageComponentInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral)
}

async function suggest(interaction: AutocompleteInteraction, turn: Turn): Promise<void> {
  const command = turn.commands.get(interaction.commandName)
  const context = { ...turn.tools, say: catalogueFor(interaction.locale) }
  // A failed suggestion is an empty list: the option can still be typed.
  const choices = await (command?.autocomplete?.(interaction, context) ?? Promise.resolve([])).catch(
    (error: unknown) => {
      turn.fail()
      turn.log.warn({ err: error, command: interaction.commandName }, 'no suggestions')
      return []
    },
  )
  await interaction.respond(choices.filter(isSendable).slice(0, maxChoices))
}

function isSendable({ name, value }: Choice): boolean {
  return name.length >= 1 && name.length <= maxChoice && value.length >= 1 && value.length <= maxChoice
}

/** The settings of the server in which something is asked, none elsewhere; read when they are first needed, and once. */
function settingsOf(
  { guildId }: Pick<Interaction, 'guildId'>,
  { settings }: Tools,
): () => Promise<ServerSettings> {
  return once(async () => (guildId === null ? {} : settings.get(guildId)))
}

/** As asked; else as the server has it. */
async function asksPrivately(
  { options }: ChatInputCommandInteraction,
  readSettings: () => Promise<ServerSettings>,
): Promise<boolean> {
  return options.getBoolean('private') ?? (await readSettings()).isPrivate === true
}

/** The answer, or the words for why there is none, in the asker's language: a UserError's own, or an apology for what is our fault. */
function guarded(
  { locale }: Pick<Interaction, 'locale'>,
  work: () => Promise<Reply>,
  { log, fail }: Turn,
): Promise<Reply> {
  return work().catch((error: unknown) => {
    const say = catalogueFor(locale)
    if (error instanceof UserError)
      return { card: noticeCard(escapeText(wordsOf(error, say))), place: 'private' }
    fail()
    log.error({ err: error }, 'command failed')
    return { card: noticeCard(say.wentWrong), place: 'private' }
  })
}
