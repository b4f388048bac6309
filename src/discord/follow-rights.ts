import {
  ChannelType,
  type ChatInputCommandInteraction,
  type GuildBasedChannel,
  PermissionFlagsBits,
  type Role,
} from 'discord.js'
import type { APIRole } from 'discord-api-types/v10'
import { UserError } from '../errors.ts'
import { missingRights } from './channel-rights.ts'

/**
 * Makes sure that the bot can post into a channel of this server.
 * @throws UserError naming what is missing and who can give it.
 */
export async function checkPostable(
  interaction: ChatInputCommandInteraction,
  channelId: string,
): Promise<void> {
  const { guild } = interaction
  const channel = await guild?.channels.fetch(channelId).catch(() => null)
  const found = channel ?? guild?.channels.cache.get(channelId) ?? (await threadOf(interaction, channelId))
  if (guild === null || found === null || found === undefined) {
    throw new UserError({ kind: 'channelUnseen' })
  }
  const missing = await missingRights(found)
  if (missing.length > 0) {
    throw new UserError({ kind: 'channelRefused', rights: missing })
  }
}

/**
 * Makes sure that a follow may mention a role: never everyone, and only what the asker could mention too.
 * @throws UserError saying why not.
 */
export function checkMention(interaction: ChatInputCommandInteraction, role: Role | APIRole): void {
  if (role.id === interaction.guildId) throw new UserError({ kind: 'mentionOfAll' })
  const may = interaction.memberPermissions?.has(PermissionFlagsBits.MentionEveryone) === true
  if (!role.mentionable && !may) {
    throw new UserError({ kind: 'mentionRefused' })
  }
}

/**
 * Makes sure that what is posted in a channel can be published.
 * @throws UserError if it is no announcement channel.
 */
export async function checkCrosspost(
  { guild }: ChatInputCommandInteraction,
  channelId: string,
): Promise<void> {
  const channel = await guild?.channels.fetch(channelId).catch(() => null)
  if (channel?.type === ChannelType.GuildAnnouncement) return
  throw new UserError({ kind: 'notPublishable' })
}

async function threadOf(
  interaction: ChatInputCommandInteraction,
  id: string,
): Promise<GuildBasedChannel | null> {
  const channel = await interaction.client.channels.fetch(id).catch(() => null)
  return channel !== null && !channel.isDMBased() && channel.guildId === interaction.guildId ? channel : null
}
