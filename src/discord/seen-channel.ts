import { type Channel, type Client, DiscordAPIError, Routes } from 'discord.js'
import type { APIChannel } from 'discord-api-types/v10'

/** What was asked for is believed for so long where no gateway tells of changes. In milliseconds. */
const believedMs = 5 * 60_000

const askedAt = new WeakMap<Client, Map<string, number>>()

/**
 * A channel with its server and the bot's own membership in it; null if it cannot be seen. The gateway keeps these up to
 * date where there is one; without, they are asked for, and again after five minutes.
 * @throws if Discord cannot be asked: what kind of channel it is remains unknown then
 */
export async function seenChannel(client: Client<true>, id: string): Promise<Channel | null> {
  try {
    return await (client.ws.shards.size > 0 ? client.channels.fetch(id) : askForChannel(client, id))
  } catch (error) {
    if (error instanceof DiscordAPIError && hiddenStatuses.includes(error.status)) return null
    throw error
  }
}

/** Closed to the bot, and gone. */
const hiddenStatuses: readonly number[] = [403, 404]

async function askForChannel(client: Client<true>, id: string): Promise<Channel | null> {
  const asked = askedAt.get(client) ?? new Map<string, number>()
  askedAt.set(client, asked)
  const isFresh = performance.now() - (asked.get(id) ?? Number.NEGATIVE_INFINITY) < believedMs
  const known = client.channels.cache.get(id)
  if (known !== undefined && isFresh) return known
  const raw = (await client.rest.get(Routes.channel(id))) as APIChannel
  if ('guild_id' in raw && raw.guild_id !== undefined) {
    const guild = await client.guilds.fetch({ guild: raw.guild_id, force: true, cache: true })
    await guild.members.fetchMe({ force: true })
  }
  asked.set(id, performance.now())
  return client.channels.fetch(id, { force: true })
}
