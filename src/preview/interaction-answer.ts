import { InteractionResponseType as Answer, InteractionType, MessageFlags } from 'discord-api-types/v10'
import { toApiMessage } from './api-objects.ts'
import type { Upload } from './attachments.ts'
import type { Choice, Interaction } from './interactions.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { createLoadingMessage, createMessage, editMessage } from './message-store.ts'
import { Refusal } from './refusal.ts'
import type { Message, World } from './world.ts'

/** A bot's answer to an interaction, already checked. */
export interface GivenAnswer {
  readonly type: number
  readonly data: JsonObject
  readonly files: readonly Upload[]
}

/** Puts the first answer into effect: a message, a deferral, a change of the source, choices, or a modal. */
export function applyAnswer(world: World, interaction: Interaction, answer: GivenAnswer): void {
  const { data, files } = answer
  interaction.state = 'answered'
  if (answer.type === Answer.ChannelMessageWithSource)
    interaction.originalId = addAnswerMessage(world, interaction, answer).id
  else if (answer.type === Answer.DeferredChannelMessageWithSource) defer(world, interaction, data)
  else if (answer.type === Answer.DeferredMessageUpdate) {
    interaction.wasDeferred = true
    interaction.state = 'deferred update'
  } else if (answer.type === Answer.UpdateMessage) {
    const source = world.messages.get(interaction.sourceMessageId ?? '')
    if (source !== undefined) interaction.updatedId = editMessage(world, source, { body: data, files }).id
  } else if (answer.type === Answer.ApplicationCommandAutocompleteResult)
    interaction.choices = readChoices(data)
  else if (answer.type === Answer.Modal)
    interaction.modal = {
      customId: String(data.custom_id),
      title: String(data.title),
      components: Array.isArray(data.components) ? data.components.filter(isJsonObject) : [],
      openedBy: interaction.id,
    }
  if (interaction.state === 'answered') interaction.settle()
}

/** Adds a message to the answer. */
export function addAnswerMessage(
  world: World,
  interaction: Interaction,
  answer: Omit<GivenAnswer, 'type'>,
): Message {
  const isEphemeral = typeof answer.data.flags === 'number' && answer.data.flags & MessageFlags.Ephemeral
  const message = createMessage(world, {
    ...draftOf(world, interaction, Boolean(isEphemeral)),
    body: answer.data,
    files: answer.files,
  })
  interaction.messageIds.push(message.id)
  return message
}

function defer(world: World, interaction: Interaction, data: JsonObject): void {
  const isEphemeral = typeof data.flags === 'number' && (data.flags & MessageFlags.Ephemeral) !== 0
  const message = createLoadingMessage(world, draftOf(world, interaction, isEphemeral))
  interaction.messageIds.push(message.id)
  interaction.originalId = message.id
  interaction.wasDeferred = true
  interaction.state = 'deferred'
}

function draftOf(world: World, interaction: Interaction, isEphemeral: boolean) {
  const channel = world.channels.get(interaction.channelId)
  if (channel === undefined) throw new Refusal('unknownChannel')
  return {
    channel,
    authorId: world.botId,
    interaction: interaction.metadata,
    ...(isEphemeral && { visibleTo: interaction.userId }),
  }
}

function readChoices(data: JsonObject): readonly Choice[] {
  const choices: readonly Json[] = Array.isArray(data.choices) ? data.choices : []
  return choices.filter(isJsonObject).map(({ name, value }) => ({
    name: String(name),
    value: typeof value === 'number' ? value : String(value),
  }))
}

/** What Discord tells of the first answer to a bot that asks for it. */
export function describeAnswer(world: World, interaction: Interaction, type: Json | undefined): JsonObject {
  const id = interaction.originalId ?? interaction.updatedId
  const message = world.messages.get(id ?? '')
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channelId,
      response_message_loading: interaction.state === 'deferred',
      response_message_ephemeral: message?.visibleTo !== undefined,
      ...(message && { response_message_id: message.id }),
    },
    ...(interaction.type !== InteractionType.ApplicationCommandAutocomplete && {
      resource: { type: type ?? null, ...(message && { message: toApiMessage(world, message) }) },
    }),
  }
}
