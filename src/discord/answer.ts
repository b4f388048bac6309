import {
  type AttachmentPayload,
  type BaseMessageOptions,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js'
import type { Clock } from '../clock.ts'
import { type Card, type CardFile, maxDescription } from './cards/card.ts'
import { fitCard } from './cards/fit.ts'
import { clipPlain } from './cards/text.ts'
import { type ComponentStore, sealCard } from './component-id.ts'

/** Work that takes longer is acknowledged first and answered later: Discord waits three seconds, people less. */
const deferAfterMs = 700

/** An answer. */
export interface Reply {
  readonly card: Card
  /**
   * `here`: for all to see, a component's in place of the message, if it is the presser's own answer (anybody else gets a
   * private copy). `private`: always a message of its own that only the asker sees.
   */
  readonly place: 'here' | 'private'
}

/** Nothing in an answer may mention anybody. */
const noMentions = { parse: [] }

/** How an answer is given. */
export interface Answering {
  readonly tools: { readonly clock: Clock }
  readonly components: ComponentStore
  /** Whether a deferral has to be private, before the answer is known. */
  readonly isPrivate: boolean
}

type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction

/**
 * Answers an interaction once the work is done; if that takes too long, acknowledges first. A command's answer is a
 * message; a component's replaces the message if the presser asked for it, else it is a private message.
 */
export async function answerWithin(
  interaction: Answerable,
  answering: Answering,
  work: Promise<Reply>,
): Promise<void> {
  const deadline = new AbortController()
  const slow = answering.tools.clock.wait(deferAfterMs, deadline.signal).then(() => undefined)
  const quick = await Promise.race([work, slow])
  deadline.abort()
  const deferral = quick === undefined ? await defer(interaction, answering) : undefined
  const { card, place } = quick ?? (await work)
  const body = toMessage(await sealCard(fitCard(card), answering.components))
  const inPlace = place === 'here' && interaction.isMessageComponent() && isOwnAnswer(interaction)
  if (deferral === 'reply' || (deferral === 'update' && inPlace)) await interaction.editReply(instead(body))
  else if (deferral === 'update') await interaction.followUp(privately(body))
  else if (inPlace) await interaction.update(instead(body))
  else
    await interaction.reply(place === 'private' || interaction.isMessageComponent() ? privately(body) : body)
}

/** `update`: the message that was pressed is to change. `reply`: a new message is to come. */
async function defer(interaction: Answerable, { isPrivate }: Answering): Promise<'update' | 'reply'> {
  if (interaction.isMessageComponent() && isOwnAnswer(interaction)) {
    await interaction.deferUpdate()
    return 'update'
  }
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {})
  return 'reply'
}

/** Whether the message is an answer to this very person: an announcement is nobody's. */
export function isOwnAnswer(interaction: MessageComponentInteraction): boolean {
  return interaction.message.interactionMetadata?.user.id === interaction.user.id
}

/** Whether the message is an answer that only this very person sees, and holds the component that was pressed. */
export function isPrivateAnswer(interaction: MessageComponentInteraction): boolean {
  const { component, message } = interaction
  return isOwnAnswer(interaction) && message.flags.has(MessageFlags.Ephemeral) && component !== null
}

type Body = Pick<BaseMessageOptions, 'allowedMentions' | 'files'> & {
  components: NonNullable<BaseMessageOptions['components']>
  flags: typeof MessageFlags.IsComponentsV2
}

function toMessage({ components, files }: Card): Body {
  return {
    components: [...components],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: noMentions,
    ...(files !== undefined && { files: files.map(toAttachment) }),
  }
}

/** In place of what was there: without naming the files that stay, Discord would keep all. */
function instead(body: Body): Body & { attachments: [] } {
  return { ...body, attachments: [] }
}

function toAttachment({ name, data, description }: CardFile): AttachmentPayload {
  return {
    name,
    attachment: Buffer.from(data),
    ...(description !== undefined && { description: clipPlain(description, maxDescription) }),
  }
}

function privately(body: Body): InteractionReplyOptions {
  return { ...body, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral }
}
