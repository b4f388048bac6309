import { ApplicationCommandOptionType, InteractionType } from 'discord-api-types/v10'
import { toApiChannel, toApiMember, toApiMessage, toApiUser } from './api-objects.ts'
import { contextOf, isUserInstallOnly } from './command-access.ts'
import {
  acknowledgeWithinMs,
  forgetOld,
  giveUp,
  type Interaction,
  type InteractionOutcome,
  type Interactions,
  outcomeOf,
} from './interactions.ts'
import { isJsonObject, type JsonObject } from './json.ts'
import { channelPermissions } from './permissions.ts'
import type { Channel, Message, User, World } from './world.ts'

/** Largest file that a bot may send in answer, in bytes, as Discord tells it. */
const attachmentSizeLimit = 10 * 1024 * 1024

/** What interactions are started with. */
export interface InteractionStage {
  readonly world: World
  readonly interactions: Interactions
  /** How long a deferred answer is waited for, in milliseconds. */
  readonly deferredWithinMs: number
}

/** What a person does. */
export interface Act {
  readonly type: InteractionType
  readonly user: User
  readonly channel: Channel
  readonly data: JsonObject
  /** The message whose component was used, or from which the submitted modal was opened. */
  readonly source?: Message
}

/** Sends an interaction to the bot. Resolves with the final answer, or when Discord would give up waiting. */
export function startInteraction(stage: InteractionStage, act: Act): Promise<InteractionOutcome> {
  const { world, interactions } = stage
  return new Promise((resolve) => {
    const interaction = createInteraction(world, act)
    let deadline = setTimeout(() => {
      if (interaction.acknowledgedAt === undefined) giveUp(interaction)
      else deadline = setTimeout(() => giveUp(interaction), stage.deferredWithinMs)
    }, acknowledgeWithinMs)
    interaction.settle = () => {
      clearTimeout(deadline)
      resolve(outcomeOf(world, interaction))
    }
    forgetOld(world, interactions)
    interactions.set(interaction.token, interaction)
    world.events.emit('dispatch', {
      type: 'INTERACTION_CREATE',
      data: payloadOf(world, interaction, act),
      intent: 0,
      ...(act.channel.serverId !== undefined && { serverId: act.channel.serverId }),
    })
  })
}

function createInteraction(world: World, act: Act): Interaction {
  const { type, user, channel, source } = act
  const id = world.nextId()
  return {
    id,
    token: `interaction-${id}`,
    type,
    userId: user.id,
    channelId: channel.id,
    createdAt: world.now(),
    metadata: {
      id,
      type,
      user: toApiUser(user),
      authorizing_integration_owners: ownersOf(world, act),
      ...(typeof act.data.name === 'string' && {
        name: fullName(act.data),
        command_type: act.data.type ?? 1,
      }),
      ...(source && type === InteractionType.MessageComponent && { interacted_message_id: source.id }),
    },
    userInstallOnly: isUserInstallOnly(world, channel, user),
    state: 'waiting',
    wasDeferred: false,
    messageIds: [],
    settle: () => undefined,
    ...(source && { sourceMessageId: source.id }),
  }
}

/** A command's name with its group and subcommand: "follow add". */
function fullName({ name, options }: JsonObject): string {
  const nested = Array.isArray(options) ? options.filter(isJsonObject).find(isNesting) : undefined
  return nested === undefined ? String(name) : `${String(name)} ${fullName(nested)}`
}

function isNesting({ type }: JsonObject): boolean {
  return (
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup
  )
}

function payloadOf(world: World, interaction: Interaction, act: Act): JsonObject {
  const { user, channel, source } = act
  const server = world.servers.get(channel.serverId ?? '')
  const member = server?.members.get(user.id)
  return {
    id: interaction.id,
    application_id: world.application.id,
    type: act.type,
    token: interaction.token,
    version: 1,
    data: act.data,
    channel_id: channel.id,
    channel: toApiChannel(world, channel),
    locale: user.locale,
    app_permissions: String(channelPermissions(world, channel, world.botId)),
    entitlements: [],
    authorizing_integration_owners: ownersOf(world, act),
    context: contextOf(channel),
    attachment_size_limit: attachmentSizeLimit,
    ...(server && {
      guild_id: server.id,
      guild: { id: server.id, locale: server.locale, features: [] },
      guild_locale: server.locale,
    }),
    ...(member
      ? {
          member: {
            ...toApiMember(member, user),
            permissions: String(channelPermissions(world, channel, user.id)),
          },
        }
      : { user: toApiUser(user) }),
    ...(source && { message: toApiMessage(world, source) }),
  }
}

/** Who installed the application here: the server ("0"), the person ("1"), or both. Direct messages have "0" for the server's id. */
function ownersOf(world: World, { channel, user }: Pick<Act, 'channel' | 'user'>): JsonObject {
  const isForServer = !isUserInstallOnly(world, channel, user)
  return {
    ...(isForServer && { '0': channel.serverId ?? '0' }),
    ...(user.installedApp && { '1': user.id }),
  }
}
