import {
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { toApiMessage } from './api-objects.ts'
import { findCommand, visibleCommands } from './command-access.ts'
import { checkGiven, findPlace, type GivenOptions } from './command-options.ts'
import { findButton, findSelect } from './component-search.ts'
import { typeOptions } from './interaction-options.ts'
import { type Found, mergeResolved, resolveId } from './interaction-resolved.ts'
import { type InteractionStage, startInteraction } from './interaction-start.ts'
import type { InteractionOutcome, Modal } from './interactions.ts'
import type { Json, JsonObject } from './json.ts'
import { createMessage } from './message-store.ts'
import { type ModalEntries, submittedComponents } from './modal-entries.ts'
import { channelPermissions } from './permissions.ts'
import type { Channel, Command, Message, User } from './world.ts'

/**
 * A hand through which a person acts in one channel. Every act rejects where Discord would not let the
 * person do it: a command that it would not show, an option that does not fit, a button that is not there.
 */
export interface Hand {
  /** The commands that Discord shows this person in this channel, of the server first. */
  commands(): readonly Command[]
  /** Sends a slash command, subcommands as words: `command('follow add', { about: 'ships' })`. */
  command(name: string, options?: GivenOptions): Promise<InteractionOutcome>
  /** Asks for choices while the option `focused` is typed, with what is typed so far among the options. */
  autocomplete(name: string, options: GivenOptions, focused: string): Promise<InteractionOutcome>
  press(message: Message | string, customId: string): Promise<InteractionOutcome>
  select(message: Message | string, customId: string, values: readonly string[]): Promise<InteractionOutcome>
  /** Fills in a modal by the custom_ids of its inputs and sends it. What is left out stays as the modal had it. */
  submit(modal: Modal, entries?: ModalEntries): Promise<InteractionOutcome>
  /** Picks a command from a message's context menu. */
  messageCommand(name: string, message: Message | string): Promise<InteractionOutcome>
  /** Writes a message of the person's own. */
  say(content: string): Message
  /** Forwards a message from a channel that the person sees. */
  forward(message: Message): Message
}

interface Actor {
  readonly stage: InteractionStage
  readonly user: User
  readonly channel: Channel
}

/** Gives a person's hand in a channel. */
export function createHand(stage: InteractionStage, user: User, channel: Channel): Hand {
  const actor: Actor = { stage, user, channel }
  return {
    commands: () => visibleCommands(stage.world, channel, user),
    command: async (name, options = {}) => runCommand(actor, name, { given: options }),
    autocomplete: async (name, options, focused) => runCommand(actor, name, { given: options, focused }),
    press: async (message, customId) => {
      const source = visibleMessage(actor, message)
      findButton(source, customId)
      return useComponent(actor, source, { component_type: ComponentType.Button, custom_id: customId })
    },
    select: async (message, customId, values) =>
      choose(actor, visibleMessage(actor, message), { customId, values }),
    submit: async (modal, entries = {}) => submitModal(actor, modal, entries),
    messageCommand: async (name, message) => runMessageCommand(actor, name, visibleMessage(actor, message)),
    say: (content) => write(actor, { content }),
    forward: (message) => write(actor, { content: '', forwarded: requireSight(actor, message) }),
  }
}

function runCommand(
  actor: Actor,
  name: string,
  entry: { readonly given: GivenOptions; readonly focused?: string },
): Promise<InteractionOutcome> {
  const { stage, channel } = actor
  const [first = '', ...words] = name.replace(/^\//, '').split(' ')
  const command = findCommand(stage.world, actor, { name: first, type: ApplicationCommandType.ChatInput })
  const place = findPlace(command, words)
  const { focused } = entry
  if (focused === undefined) checkGiven(place, entry.given)
  else if (!place.options.some((option) => option.name === focused && option.autocomplete))
    throw new Error(`Option "${focused}" of /${name} completes nothing`)
  const { options, resolved } = typeOptions(stage.world, channel, { place, ...entry })
  const type =
    focused === undefined
      ? InteractionType.ApplicationCommand
      : InteractionType.ApplicationCommandAutocomplete
  return startInteraction(stage, { type, ...pick(actor), data: { ...headOf(command), options, resolved } })
}

function runMessageCommand(actor: Actor, name: string, message: Message): Promise<InteractionOutcome> {
  const { stage } = actor
  const command = findCommand(stage.world, actor, { name, type: ApplicationCommandType.Message })
  const resolved = { messages: { [message.id]: toApiMessage(stage.world, message) } }
  const data = { ...headOf(command), target_id: message.id, resolved }
  return startInteraction(stage, { type: InteractionType.ApplicationCommand, ...pick(actor), data })
}

function headOf(command: JsonObject): JsonObject {
  const { id, name, type, guild_id } = command
  return { id, name, type, ...(guild_id !== undefined && { guild_id }) }
}

function useComponent(actor: Actor, source: Message, data: JsonObject): Promise<InteractionOutcome> {
  return startInteraction(actor.stage, {
    type: InteractionType.MessageComponent,
    ...pick(actor),
    data,
    source,
  })
}

function choose(
  actor: Actor,
  source: Message,
  choice: { readonly customId: string; readonly values: readonly string[] },
): Promise<InteractionOutcome> {
  const { customId, values } = choice
  const select = findSelect(source, customId, values)
  const resolved = mergeResolved(resolveChosen(actor, select.type, values))
  return useComponent(actor, source, { component_type: select.type, custom_id: customId, values, resolved })
}

/** What the values of a select menu for people, roles or channels stand for; nothing for those of texts. */
function resolveChosen(actor: Actor, type: Json | undefined, values: readonly string[]): readonly Found[] {
  const { world } = actor.stage
  if (type === ComponentType.StringSelect) return []
  const kindOf = (id: string) => {
    if (type === ComponentType.ChannelSelect) return 'channels'
    return type === ComponentType.RoleSelect || !world.users.has(id) ? 'roles' : 'users'
  }
  return values.map((id) => resolveId(world, actor.channel, { kind: kindOf(id), id }))
}

function submitModal(actor: Actor, modal: Modal, entries: ModalEntries): Promise<InteractionOutcome> {
  const { stage } = actor
  const opener = [...stage.interactions.values()].find(({ id }) => id === modal.openedBy)
  const source = stage.world.messages.get(opener?.sourceMessageId ?? '')
  const { components, chosen } = submittedComponents(modal, entries)
  const resolved = mergeResolved(chosen.flatMap(({ type, values }) => resolveChosen(actor, type, values)))
  const data = { custom_id: modal.customId, components, resolved }
  return startInteraction(stage, {
    type: InteractionType.ModalSubmit,
    ...pick(actor),
    data,
    ...(source && { source }),
  })
}

function visibleMessage({ stage, user, channel }: Actor, message: Message | string): Message {
  const id = typeof message === 'string' ? message : message.id
  const found = stage.world.messages.get(id)
  if (found === undefined || found.channelId !== channel.id)
    throw new Error(`There is no message ${id} in #${channel.name}`)
  if (found.visibleTo !== undefined && found.visibleTo !== user.id)
    throw new Error(`Message ${id} is not visible to ${user.username}`)
  return found
}

function requireSight({ stage, user }: Actor, message: Message): Message {
  const channel = stage.world.channels.get(message.channelId)
  if (channel && channelPermissions(stage.world, channel, user.id) & PermissionFlagsBits.ViewChannel)
    return message
  throw new Error(`Message ${message.id} is not visible to ${user.username}`)
}

function write(
  { stage, user, channel }: Actor,
  { content, ...rest }: { readonly content: string; readonly forwarded?: Message },
): Message {
  const granted = channelPermissions(stage.world, channel, user.id)
  if (!(granted & PermissionFlagsBits.SendMessages))
    throw new Error(`${user.username} may not write in #${channel.name}`)
  return createMessage(stage.world, { channel, authorId: user.id, body: { content }, files: [], ...rest })
}

function pick({ user, channel }: Actor) {
  return { user, channel }
}
