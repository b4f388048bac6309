import { type Client, Events } from 'discord.js'
import type { Logger } from 'pino'
import type { Archive } from '../archive/archive.ts'
import { isPersonOwner } from '../archive/follows.ts'
import type { Clock } from '../clock.ts'
import type { SettingsBook } from '../queries/server-settings.ts'

/** What is done for servers that come and go. */
export interface ServerParts {
  readonly archive: Archive
  readonly settings: SettingsBook
  readonly clock: Clock
  readonly log: Logger
}

const leftReason = 'left'

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
  for (const server of await knownServers(archive)) {
    if (client.guilds.cache.has(server)) await archive.rejoinServer(server)
    else await archive.leaveServer(server, leftReason, clock.now())
  }
}

/** Servers with follows or feeds of their own. */
async function knownServers(archive: Archive): Promise<ReadonlySet<string>> {
  const owners = (await archive.follows()).map(({ owner }) => owner).filter((owner) => !isPersonOwner(owner))
  const feeds = await archive.feeds()
  const feedOwners = (await Promise.all(feeds.map(({ id }) => archive.feedOwners(id)))).flat()
  return new Set([...owners, ...feedOwners.flatMap(({ server }) => (server === undefined ? [] : [server]))])
}

const dayMs = 24 * 3_600_000
/** A server that took the bot away by mistake finds everything as it was for so long. */
const keptMs = 30 * dayMs

/** Once a day, and at the start, forgets what belongs to servers that left thirty days ago. */
export function startTidying(parts: ServerParts): { readonly close: () => Promise<void> } {
  const closing = new AbortController()
  const run = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await forgetServers(parts).catch((error: unknown) => {
        parts.log.error({ err: error }, 'servers that left not forgotten')
      })
      await parts.clock.wait(dayMs, closing.signal)
    }
  }
  const running = run()
  return {
    close: async () => {
      closing.abort()
      await running
    },
  }
}

/** Each step may be repeated: that a server left is forgotten last. */
async function forgetServers({ archive, settings, clock, log }: ServerParts): Promise<void> {
  for (const server of await archive.departedServers(clock.now() - keptMs)) {
    for (const { id } of await archive.follows(server)) await archive.removeFollow(id, server)
    for (const { id } of await archive.feeds({ server }))
      await archive.removeFeed(id, { server }, clock.now())
    await settings.forget(server)
    await archive.forgetDeparture(server)
    log.info({ server }, 'server forgotten: it left thirty days ago')
  }
}
