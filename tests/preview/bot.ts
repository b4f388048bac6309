import { Client, Events, GatewayIntentBits } from 'discord.js'
import { type StandIn, type StandInOptions, startStandIn } from '../../src/preview/stand-in.ts'
import { discordSchemas } from './discord-schemas.ts'

/** A stand-in with the real discord.js client connected to it. */
export interface Stage extends AsyncDisposable {
  readonly standIn: StandIn
  readonly client: Client<true>
}

/** Starts a stand-in that checks every body against Discord's schemas, and logs a client in. */
export async function startStage(
  options: StandInOptions & { readonly intents?: readonly GatewayIntentBits[] } = {},
): Promise<Stage> {
  const standIn = await startStandIn({ validate: discordSchemas, ...options })
  const client = createClient(standIn, options.intents)
  await client.login(standIn.token)
  if (!client.isReady()) await new Promise((resolve) => client.once(Events.ClientReady, resolve))
  return {
    standIn,
    client: client as Client<true>,
    async [Symbol.asyncDispose]() {
      await client.destroy()
      await standIn.close()
    },
  }
}

/** A client that is not logged in yet. It identifies again without Discord's five seconds between sessions. */
export function createClient(
  standIn: StandIn,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
): Client {
  return new Client({
    intents,
    rest: { api: standIn.apiUrl, version: '10' },
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
  })
}
