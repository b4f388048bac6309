import { InteractionType, MessageFlags } from 'discord-api-types/v10'
import type { JsonObject } from './json.ts'
import { Refusal } from './refusal.ts'
import type { Message, World } from './world.ts'

/** How long a bot has to acknowledge an interaction, in milliseconds. */
export const acknowledgeWithinMs = 3000

/** What Discord tells a person whose interaction got no answer. */
const noResponse = 'The application did not respond'

/** How long an interaction's token can be used, in milliseconds. */
const tokenLifeMs = 15 * 60_000

/** How many follow-ups may answer an interaction in a place where only its user installed the application. */
const maxUserInstallFollowUps = 5

/** A message of an answer. */
export interface AnswerMessage extends Message {
  /** Whether only the person who acted sees it. */
  readonly ephemeral: boolean
}

/** One choice offered by autocomplete. */
export interface Choice {
  readonly name: string
  readonly value: string | number
}

/** A form that the bot opened. */
export interface Modal {
  readonly customId: string
  readonly title: string
  readonly components: readonly JsonObject[]
  /** The interaction that opened it. */
  readonly openedBy: string
}

/** What became of one interaction. */
export interface InteractionOutcome {
  /** Absent where it was never acknowledged. */
  readonly acknowledgedAfterMs?: number
  /** Whether the first acknowledgement was "thinking…" or a silent one. */
  readonly deferred: boolean
  /** The answer and its follow-ups as they stand now: later edits and follow-ups appear here too. */
  readonly messages: readonly AnswerMessage[]
  /** The message whose button or select was used, as it stands now, where the answer changed it. */
  readonly updated: Message | undefined
  /** What autocomplete offered. */
  readonly choices?: readonly Choice[]
  readonly modal?: Modal
  /** What Discord would tell the person: "The application did not respond". */
  readonly failure?: string
}

/** An interaction between its creation and the end of its token. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly type: InteractionType
  readonly userId: string
  readonly channelId: string
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** The message whose button or select was used, or from which the submitted modal was opened. */
  readonly sourceMessageId?: string
  /** What the messages of the answer say about it. */
  readonly metadata: JsonObject
  /** Whether the bot is in the place only through the person who installed it. */
  readonly userInstallOnly: boolean
  state: 'waiting' | 'deferred' | 'deferred update' | 'answered' | 'failed'
  acknowledgedAt?: number
  wasDeferred: boolean
  originalId?: string
  readonly messageIds: string[]
  updatedId?: string
  choices?: readonly Choice[]
  modal?: Modal
  failure?: string
  /** Tells the person's hand that the final answer is there. */
  settle(): void
}

/** The interactions by token. */
export type Interactions = Map<string, Interaction>

/**
 * Marks an interaction as acknowledged.
 * @throws Refusal 10062 where the id, token or time is wrong, 40060 where it was acknowledged before.
 */
export function acknowledge(
  world: World,
  interactions: Interactions,
  named: { readonly id: string; readonly token: string },
): Interaction {
  const interaction = interactions.get(named.token)
  if (interaction === undefined || interaction.id !== named.id) throw new Refusal('unknownInteraction')
  if (interaction.acknowledgedAt !== undefined) throw new Refusal('alreadyAcknowledged')
  const isLate = world.now() - interaction.createdAt > acknowledgeWithinMs
  if (isLate) giveUp(interaction)
  if (interaction.state === 'failed') throw new Refusal('unknownInteraction')
  return interaction
}

/** Ends the wait for an answer, as Discord does. */
export function giveUp(interaction: Interaction): void {
  interaction.failure = noResponse
  interaction.state = 'failed'
  interaction.settle()
}

/**
 * Finds the interaction of a token, for follow-ups and edits.
 * @throws Refusal 50027 for a wrong or outlived token, 10015 before the acknowledgement.
 */
export function findByToken(world: World, interactions: Interactions, token: string): Interaction {
  const interaction = interactions.get(token)
  if (interaction === undefined || world.now() - interaction.createdAt > tokenLifeMs)
    throw new Refusal('invalidWebhookToken')
  if (
    interaction.acknowledgedAt === undefined ||
    interaction.type === InteractionType.ApplicationCommandAutocomplete
  )
    throw new Refusal('unknownWebhook')
  return interaction
}

/** Refuses with 40094 a follow-up too many where the application is installed for the person only. */
export function requireFollowUpLeft(interaction: Interaction): void {
  const followUps = interaction.messageIds.length - (interaction.originalId === undefined ? 0 : 1)
  if (interaction.userInstallOnly && followUps >= maxUserInstallFollowUps)
    throw new Refusal('tooManyFollowUps')
}

/** Forgets interactions whose tokens are of no use any more. */
export function forgetOld(world: World, interactions: Interactions): void {
  for (const [token, { createdAt, state }] of interactions)
    if (world.now() - createdAt > tokenLifeMs && (state === 'answered' || state === 'failed'))
      interactions.delete(token)
}

/** What became of an interaction so far. Its messages are looked up whenever they are read. */
export function outcomeOf(world: World, interaction: Interaction): InteractionOutcome {
  const { acknowledgedAt, choices, modal, failure } = interaction
  return {
    ...(acknowledgedAt !== undefined && { acknowledgedAfterMs: acknowledgedAt - interaction.createdAt }),
    deferred: interaction.wasDeferred,
    get messages() {
      return interaction.messageIds
        .flatMap((id) => world.messages.get(id) ?? [])
        .map((message) => ({ ...message, ephemeral: (message.flags & MessageFlags.Ephemeral) !== 0 }))
    },
    get updated() {
      return world.messages.get(interaction.updatedId ?? '')
    },
    ...(choices && { choices }),
    ...(modal && { modal }),
    ...(failure !== undefined && { failure }),
  }
}
