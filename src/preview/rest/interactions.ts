import { MessageFlags } from 'discord-api-types/v10'
import { toApiMessage } from '../api-objects.ts'
import { addAnswerMessage, applyAnswer, describeAnswer } from '../interaction-answer.ts'
import { acknowledge, findByToken, type Interaction, requireFollowUpLeft } from '../interactions.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { deleteMessage, editMessage } from '../message-store.ts'
import { Refusal } from '../refusal.ts'
import { formOf, refuseProblems } from '../rules/field.ts'
import { checkInteractionAnswer } from '../rules/interaction-answer.ts'
import { checkMessage } from '../rules/message.ts'
import type { Message, World } from '../world.ts'
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
  const answer = (request: RestRequest) => firstAnswer(context, request)
  const byToken = (handle: (world: World, interaction: Interaction, request: RestRequest) => RestAnswer) => {
    return (request: RestRequest) => handle(context.world, interactionOf(context, request), request)
  }
  return [
    { ...tokenRoute('POST', '/interactions/:interaction_id/:interaction_token/callback'), handle: answer },
    { ...tokenRoute('POST', hook), handle: byToken(followUp) },
    { ...tokenRoute('GET', one), handle: byToken(show) },
    { ...tokenRoute('PATCH', one), handle: byToken(change) },
    { ...tokenRoute('DELETE', one), handle: byToken(remove) },
  ]
}

function tokenRoute<Method extends Route['method']>(method: Method, path: string) {
  return { method, path, tokenInPath: true }
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
  applyAnswer(context.world, interaction, {
    type: Number(body.type),
    data: dataOf(body),
    files: request.files,
  })
  return request.query.get('with_response') === 'true'
    ? { body: describeAnswer(world, interaction, body.type) }
    : {}
}

/** The first follow-up after a deferral fills the "thinking…" message, whatever its own flags say. */
function followUp(world: World, interaction: Interaction, request: RestRequest): RestAnswer {
  const body = bodyObject(request)
  const { files } = request
  if (interaction.state === 'deferred') {
    const message = applyEdit(world, answerMessage(world, interaction, '@original'), request)
    finishDeferral(interaction)
    return { body: toApiMessage(world, message) }
  }
  requireFollowUpLeft(interaction)
  const form = formOf(body)
  checkMessage(form, { filenames: files.map(({ filename }) => filename) })
  refuseProblems(form.problems)
  const message = addAnswerMessage(world, interaction, { data: body, files })
  finishDeferral(interaction)
  return { body: toApiMessage(world, message) }
}

function show(world: World, interaction: Interaction, request: RestRequest): RestAnswer {
  return { body: toApiMessage(world, answerMessage(world, interaction, param(request, 'message_id'))) }
}

function change(world: World, interaction: Interaction, request: RestRequest): RestAnswer {
  const existing = answerMessage(world, interaction, param(request, 'message_id'))
  const message = applyEdit(world, existing, request)
  if (message.id === interaction.sourceMessageId) interaction.updatedId = message.id
  finishDeferral(interaction)
  return { body: toApiMessage(world, message) }
}

function applyEdit(world: World, existing: Message, request: RestRequest): Message {
  const { files } = request
  const body = bodyObject(request)
  const form = formOf(body)
  const isLoading = (existing.flags & MessageFlags.Loading) !== 0
  checkMessage(form, { filenames: files.map(({ filename }) => filename), ...(!isLoading && { existing }) })
  refuseProblems(form.problems)
  return editMessage(world, existing, { body, files })
}

function remove(world: World, interaction: Interaction, request: RestRequest): RestAnswer {
  deleteMessage(world, answerMessage(world, interaction, param(request, 'message_id')))
  finishDeferral(interaction)
  return {}
}

function finishDeferral(interaction: Interaction): void {
  if (interaction.state === 'answered') return
  interaction.state = 'answered'
  interaction.settle()
}

/** For an update of a component's message, @original is that message. */
function answerMessage(world: World, interaction: Interaction, messageId: string): Message {
  const originalId = interaction.originalId ?? interaction.sourceMessageId
  const id = messageId === '@original' ? originalId : messageId
  const isOwn = id !== undefined && (interaction.messageIds.includes(id) || id === originalId)
  const message = isOwn ? world.messages.get(id) : undefined
  if (message === undefined) throw new Refusal('unknownMessage')
  return message
}

function dataOf(body: JsonObject): JsonObject {
  return isJsonObject(body.data) ? body.data : {}
}
