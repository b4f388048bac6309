import { InteractionResponseType as Answer, InteractionType, MessageFlags } from 'discord-api-types/v10'
import type { Message } from '../world.ts'
import { at, complain, complainMissing, type Field, readItems, readText, readWhole } from './field.ts'
import { checkMessage } from './message.ts'
import { checkModal } from './modal.ts'

/** Most choices that autocomplete may offer. */
export const maxChoices = 25

const maxChoiceLength = 100

/** Which answers an interaction of each type takes. */
const answersTo = new Map<InteractionType, readonly Answer[]>([
  [
    InteractionType.ApplicationCommand,
    [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource, Answer.Modal],
  ],
  [
    InteractionType.MessageComponent,
    [
      Answer.ChannelMessageWithSource,
      Answer.DeferredChannelMessageWithSource,
      Answer.DeferredMessageUpdate,
      Answer.UpdateMessage,
      Answer.Modal,
    ],
  ],
  [InteractionType.ApplicationCommandAutocomplete, [Answer.ApplicationCommandAutocompleteResult]],
  [
    InteractionType.ModalSubmit,
    [
      Answer.ChannelMessageWithSource,
      Answer.DeferredChannelMessageWithSource,
      Answer.DeferredMessageUpdate,
      Answer.UpdateMessage,
    ],
  ],
])

/** What an answer is checked against. */
export interface AnswerContext {
  readonly type: InteractionType
  readonly filenames: readonly string[]
  /** The message whose component was used, or from which the modal was opened. */
  readonly source?: Message
}

/** Checks the first answer to an interaction: whether its type fits, and its data. */
export function checkInteractionAnswer(field: Field, context: AnswerContext): void {
  const type = at(field, 'type')
  const data = at(field, 'data')
  const isUpdate = type.value === Answer.UpdateMessage || type.value === Answer.DeferredMessageUpdate
  const fitting = (answersTo.get(context.type) ?? []).filter(
    (answer) =>
      context.source !== undefined ||
      (answer !== Answer.UpdateMessage && answer !== Answer.DeferredMessageUpdate),
  )
  if (!fitting.some((answer) => answer === type.value) || (isUpdate && context.source === undefined))
    complain(type, 'BASE_TYPE_CHOICES', `Value must be one of (${fitting.join(', ')}).`)
  else if (type.value === Answer.ChannelMessageWithSource || type.value === Answer.UpdateMessage)
    checkMessageAnswer(data, context, type.value === Answer.UpdateMessage)
  else if (type.value === Answer.DeferredChannelMessageWithSource) checkDeferral(data)
  else if (type.value === Answer.ApplicationCommandAutocompleteResult) checkChoices(at(data, 'choices'))
  else if (type.value === Answer.Modal) checkModal(data)
}

function checkMessageAnswer(data: Field, context: AnswerContext, isUpdate: boolean): void {
  const { source, filenames } = context
  if (data.value === undefined && !isUpdate) complainMissing(data)
  else checkMessage(data, { filenames, ...(isUpdate && source && { existing: source }) })
}

function checkDeferral(data: Field): void {
  const flags = at(data, 'flags')
  const wanted = readWhole(flags, { max: Number.MAX_SAFE_INTEGER }) ?? 0
  if (wanted & ~MessageFlags.Ephemeral)
    complain(
      flags,
      'DEFERRED_RESPONSE_INVALID_FLAGS',
      'Only the EPHEMERAL flag can be set on a deferred response',
    )
}

function checkChoices(field: Field): void {
  for (const choice of readItems(field, { max: maxChoices })) {
    readText(at(choice, 'name'), { min: 1, max: maxChoiceLength, required: true })
    const value = at(choice, 'value')
    if (typeof value.value !== 'number') readText(value, { max: maxChoiceLength, required: true })
  }
}
