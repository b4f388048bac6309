import { type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'
import type { Right } from '../problems.ts'

/** What the bot must be allowed to do in a channel in order to post there. */
const needed = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
] as const satisfies readonly (readonly [Right, bigint])[]

/** The permissions that the bot lacks for posting in a channel or thread, by the names that Discord shows in English; empty if none. */
export async function missingRights(channel: GuildBasedChannel): Promise<readonly Right[]> {
  const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe())
  const rights = channel.permissionsFor(me)
  const sending = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages
  return needed
    .map(([name, flag]) => [name, flag === PermissionFlagsBits.SendMessages ? sending : flag] as const)
    .filter(([, flag]) => !rights.has(flag))
    .map(([name]) => name)
}
