import { type Client, Events } from 'discord.js'
import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import { type Follow, isPersonOwner } from '../archive/follows.ts'
import type { Notices } from '../queries/notices.ts'
import { channelDeleted } from './cards/follow-words.ts'
import { missingRights } from './channel-rights.ts'

/** What the health of channels is kept with. */
export interface HealthParts {
  readonly archive: Archive
  readonly notices: Notices
  readonly log: Logger
}

/** Posting into a channel stops for a reason (`channelDeleted`, or what Discord said): its follows are paused, and their servers are told once. */
export async function closeChannel(
  { archive, notices }: Omit<HealthParts, 'log'>,
  channel: string,
  reason: string,
): Promise<void> {
  const paused = await archive.pauseChannel(channel, reason)
  const servers = serversOf(paused)
  if (servers.length > 0) {
    await notices.tell({ servers, channel, event: { kind: 'channelClosed', reason } })
  }
}

/**
 * Follows stop when their channel is deleted, and go on when it is open to the bot again: Discord tells of every change of
 * channels, threads, roles and the bot's own membership.
 */
export function watchChannels(client: Client, parts: HealthParts): void {
  const guarded = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => parts.log.error({ err: error }, 'follows not updated'))
  }
  const reopen = ({ id }: { readonly id: string }): void => guarded(reopenServer(client, id, parts))
  for (const event of [Events.ChannelDelete, Events.ThreadDelete] as const) {
    client.on(event, ({ id }) => guarded(closeChannel(parts, id, channelDeleted)))
  }
  client.on(Events.ChannelCreate, ({ guild }) => reopen(guild))
  client.on(Events.ChannelUpdate, (_, channel) => void (channel.isDMBased() || reopen(channel.guild)))
  client.on(Events.ThreadUpdate, (_, { guild }) => reopen(guild))
  client.on(Events.GuildRoleUpdate, (_, { guild }) => reopen(guild))
  client.on(Events.GuildMemberUpdate, (_, { guild }) => reopen(guild))
  client.on(Events.GuildCreate, reopen)
}

/** What changed while the bot was down. */
export async function reopenChannels(client: Client, parts: HealthParts): Promise<void> {
  for (const server of serversOf((await parts.archive.follows()).filter(isClosed))) {
    if (client.guilds.cache.has(server)) await reopenServer(client, server, parts)
  }
}

async function reopenServer(
  client: Client,
  server: string,
  { archive, notices }: HealthParts,
): Promise<void> {
  const closed = (await archive.follows(server)).filter(isClosed)
  for (const [channel, follows] of Map.groupBy(closed, (follow) => follow.channel)) {
    if (!(await isOpen(client, channel))) continue
    for (const { id } of follows) await archive.resumeFollow(id, server)
    await notices.tell({ servers: [server], channel, event: { kind: 'channelOpen' } })
  }
}

async function isOpen(client: Client, id: string): Promise<boolean> {
  const channel = await client.channels.fetch(id).catch(() => null)
  if (channel === null || channel.isDMBased()) return false
  if (channel.isThread() && channel.locked === true) return false
  return (await missingRights(channel)).length === 0
}

function isClosed({ owner, paused }: Follow): boolean {
  return paused?.cause === 'closed' && !isPersonOwner(owner)
}

function serversOf(follows: readonly Follow[]): readonly string[] {
  return [...new Set(follows.map(({ owner }) => owner))].filter((owner) => !isPersonOwner(owner))
}
