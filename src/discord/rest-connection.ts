import { type Client, ClientUser, Routes } from 'discord.js'
import type { APIUser } from 'discord-api-types/v10'
import type { Connection, ConnectionParts } from './connection.ts'
import { createClient, isRefusedToken, refusedToken } from './connection.ts'

/** Pause before the next try to reach Discord at the start. */
const retryMs = 10_000

/**
 * A connection that posts, for a process that answers nobody: requests alone, no gateway. What it knows of channels it
 * asks for; see seen-channel.ts.
 */
export function connectRest(parts: ConnectionParts): Connection {
  const limited = createClient(parts)
  const { client } = limited
  client.token = parts.token
  client.rest.setToken(parts.token)
  const ready = identify(client, parts)
  ready.catch(() => undefined)
  return { ...limited, ready, answerWith: () => undefined, close: () => client.destroy() }
}

async function identify(client: Client, { clock, log, signal }: ConnectionParts): Promise<Client<true>> {
  for (;;) {
    try {
      const self = (await client.rest.get(Routes.user())) as APIUser
      // What a login does for its client; nothing else of it is needed to post.
      client.user = Reflect.construct(ClientUser, [client, self])
      return client as Client<true>
    } catch (error) {
      if (isRefusedToken(error)) throw refusedToken(error)
      const reason = error instanceof Error ? error.message : String(error)
      log.warn({ reason, againInMs: retryMs }, 'Discord cannot be reached; trying again')
      await clock.wait(retryMs, signal)
      signal.throwIfAborted()
    }
  }
}
