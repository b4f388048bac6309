import { type Client, Events } from 'discord.js'
import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import { isPersonOwner } from '../archive/follows.ts'
import type { Clock } from '../clock.ts'

/** What is done for servers that come and go. */
export interface ServerParts {
  readonly archive: Archive
  readonly clock: Clock
  readonly log: Logger
}

const leftReason = 'The bot was removed from this server.'

/** A server that removes the bot pauses its follows; one that takes it back finds them again. */
export function keepServers(client: Client, { archive, clock, log }: ServerParts): void {
  const guarded = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => log.error({ err: error }, 'follows not updated'))
  }
  client.on(Events.GuildDelete, ({ id }) => guarded(archive.leaveServer(id, leftReason, clock.now())))
  client.on(Events.GuildCreate, ({ id }) => guarded(archive.rejoinServer(id)))
}

/** What happened to servers while the bot was down. A process with some of the shards alone cannot tell. */
export async function reconcileServers(client: Client<true>, { archive, clock }: ServerParts): Promise<void> {
  if (client.ws.shards.size !== client.options.shardCount) return
  const owners = new Set((await archive.follows()).map(({ owner }) => owner))
  for (const owner of owners) {
    if (isPersonOwner(owner)) continue
    if (client.guilds.cache.has(owner)) await archive.rejoinServer(owner)
    else await archive.leaveServer(owner, leftReason, clock.now())
  }
}
