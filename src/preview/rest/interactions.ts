import { InteractionResponseType as Answer, InteractionType, MessageFlags } from 'discord-api-types/v10'
import { toApiMessage } from '../api-objects.ts'
import {
  acknowledge,
  type Choice,
  findByToken,
  type Interaction,
  requireFollowUpLeft,
} from '../interactions.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import {
  createLoadingMessage,
  createMessage,
  deleteMessage,
  editMessage,
  type Upload,
} from '../message-store.ts'
import { Refusal } from '../refusal.ts'
import { formOf, refuseProblems } from '../rules/field.ts'
import { checkInteractionAnswer } from '../rules/interaction-answer.ts'
import { checkMessage } from '../rules/message.ts'
import type { Message } from '../world.ts'
import {
  bodyObject,
  param,
  type RestAnswer,
  type RestContext,
  type RestRequest,
  type Route,
} from './route.ts'

/** The routes with which a bot answers interactions: the first answer, its edits, and follow-ups. */
export function interactionRoutes(context: RestContext): readonly Route[] {
  const hook = '/webhooks/:webhook_id/:webhook_token'
  const one = `${hook}/messages/:message_id`
  const byToken = (handle: (interaction: Interaction, request: RestRequest) => RestAnswer) => {
    return (request: RestRequest) => handle(interactionOf(context, request), request)
  }
  return [
    {
      method: 'POST',
      path: '/interactions/:interaction_id/:interaction_token/callback',
      tokenInPath: true,
      handle: (request) => firstAnswer(context, request),
    },
    {
      method: 'POST',
      path: hook,
      tokenInPath: true,
      handle: byToken((one, request) => followUp(context, one, request)),
    },
    {
      method: 'GET',
      path: one,
      tokenInPath: true,
      handle: byToken((one, request) => show(context, one, request)),
    },
    {
      method: 'PATCH',
      path: one,
      tokenInPath: true,
      handle: byToken((one, request) => change(context, one, request)),
    },
    {
      method: 'DELETE',
      path: one,
      tokenInPath: true,
      handle: byToken((one, request) => remove(context, one, request)),
    },
  ]
}

function interactionOf(context: RestContext, request: RestRequest): Interaction {
  if (param(request, 'webhook_id') !== context.world.application.id) throw new Refusal('unknownWebhook')
  return findByToken(context.world, context.interactions, param(request, 'webhook_token'))
}

function firstAnswer(context: RestContext, request: RestRequest): RestAnswer {
  const { world, interactions } = context
  const named = { id: param(request, 'interaction_id'), token: param(request, 'interaction_token') }
  const interaction = acknowledge(world, interactions, named)
  const body = bodyObject(request)
  const form = formOf(body)
  const source = world.messages.get(interaction.sourceMessageId ?? '')
  const filenames = request.files.map(({ filename }) => filename)
  checkInteractionAnswer(form, { type: interaction.type, filenames, ...(source && { source }) })
  refuseProblems(form.problems)
  interaction.acknowledgedAt = world.now()
  applyAnswer(context, interaction, { type: Number(body.type), data: dataOf(body), files: request.files })
  return request.query.get('with_response') === 'true'
    ? { body: describe(context, interaction, body.type) }
    : {}
}

interface GivenAnswer {
  readonly type: number
  readonly data: JsonObject
  readonly files: readonly Upload[]
}

function applyAnswer(context: RestContext, interaction: Interaction, answer: GivenAnswer): void {
  const { world } = context
  const { data, files } = answer
  interaction.state = 'answered'
  if (answer.type === Answer.ChannelMessageWithSource) keepAnswer(context, interaction, answer)
  else if (answer.type === Answer.DeferredChannelMessageWithSource) defer(context, interaction, data)
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

function keepAnswer(context: RestContext, interaction: Interaction, answer: GivenAnswer): Message {
  const { world } = context
  const isEphemeral = typeof answer.data.flags === 'number' && answer.data.flags & MessageFlags.Ephemeral
  const message = createMessage(world, {
    ...draftOf(context, interaction, Boolean(isEphemeral)),
    body: answer.data,
    files: answer.files,
  })
  interaction.messageIds.push(message.id)
  interaction.originalId ??= message.id
  return message
}

function defer(context: RestContext, interaction: Interaction, data: JsonObject): void {
  const isEphemeral = typeof data.flags === 'number' && (data.flags & MessageFlags.Ephemeral) !== 0
  const message = createLoadingMessage(context.world, draftOf(context, interaction, isEphemeral))
  interaction.messageIds.push(message.id)
  interaction.originalId = message.id
  interaction.wasDeferred = true
  interaction.state = 'deferred'
}

function draftOf(context: RestContext, interaction: Interaction, isEphemeral: boolean) {
  const { world } = context
  const channel = world.channels.get(interaction.channelId)
  if (channel === undefined) throw new Refusal('unknownChannel')
  return {
    channel,
    authorId: world.botId,
    interaction: interaction.metadata,
    ...(isEphemeral && { visibleTo: interaction.userId }),
  }
}

/** The first follow-up after a deferral fills the "thinking…" message, whatever its own flags say. */
function followUp(context: RestContext, interaction: Interaction, request: RestRequest): RestAnswer {
  if (interaction.state === 'deferred') return change(context, interaction, request, '@original')
  requireFollowUpLeft(interaction)
  const body = bodyObject(request)
  const form = formOf(body)
  checkMessage(form, { filenames: request.files.map(({ filename }) => filename) })
  refuseProblems(form.problems)
  const message = keepAnswer(context, interaction, {
    type: Answer.ChannelMessageWithSource,
    data: body,
    files: request.files,
  })
  finishDeferral(interaction)
  return { body: toApiMessage(context.world, message) }
}

function show(context: RestContext, interaction: Interaction, request: RestRequest): RestAnswer {
  return {
    body: toApiMessage(context.world, answerMessage(context, interaction, param(request, 'message_id'))),
  }
}

function change(
  context: RestContext,
  interaction: Interaction,
  request: RestRequest,
  messageId = param(request, 'message_id'),
): RestAnswer {
  const { world } = context
  const existing = answerMessage(context, interaction, messageId)
  const body = bodyObject(request)
  const form = formOf(body)
  const isLoading = (existing.flags & MessageFlags.Loading) !== 0
  const filenames = request.files.map(({ filename }) => filename)
  checkMessage(form, { filenames, ...(!isLoading && { existing }) })
  refuseProblems(form.problems)
  const message = editMessage(world, existing, { body, files: request.files })
  if (message.id === interaction.sourceMessageId) interaction.updatedId = message.id
  finishDeferral(interaction)
  return { body: toApiMessage(world, message) }
}

function remove(context: RestContext, interaction: Interaction, request: RestRequest): RestAnswer {
  deleteMessage(context.world, answerMessage(context, interaction, param(request, 'message_id')))
  finishDeferral(interaction)
  return {}
}

function finishDeferral(interaction: Interaction): void {
  if (interaction.state === 'answered') return
  interaction.state = 'answered'
  interaction.settle()
}

/** For an update of a component's message, @original is that message. */
function answerMessage(context: RestContext, interaction: Interaction, messageId: string): Message {
  const originalId = interaction.originalId ?? interaction.sourceMessageId
  const id = messageId === '@original' ? originalId : messageId
  const isOwn = id !== undefined && (interaction.messageIds.includes(id) || id === originalId)
  const message = isOwn ? context.world.messages.get(id) : undefined
  if (message === undefined) throw new Refusal('unknownMessage')
  return message
}

function dataOf(body: JsonObject): JsonObject {
  return isJsonObject(body.data) ? body.data : {}
}

function readChoices(data: JsonObject): readonly Choice[] {
  const choices: readonly Json[] = Array.isArray(data.choices) ? data.choices : []
  return choices.filter(isJsonObject).map(({ name, value }) => ({
    name: String(name),
    value: typeof value === 'number' ? value : String(value),
  }))
}

function describe(context: RestContext, interaction: Interaction, type: Json | undefined): JsonObject {
  const { world } = context
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
