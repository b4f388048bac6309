import { Client, Events, GatewayIntentBits } from 'discord.js'

// The peer of the start benchmark: a bot that logs in and does nothing else. Says "ready" on standard error.
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env.DISCORD_API_URL ?? '', version: '10' },
})
client.once(Events.ClientReady, () => process.stderr.write('"ready"\n'))
await client.login(process.env.DISCORD_TOKEN)
