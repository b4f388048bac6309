import { Client, Events, GatewayIntentBits } from 'discord.js'

// The peer of the scale benchmark: answers /echo and its autocomplete at once. Says "ready" on standard error.
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env.DISCORD_API_URL ?? '', version: '10' },
})
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'echo', value: 'echo' }])
  else if (interaction.isChatInputCommand()) await interaction.reply('echo')
})
client.once(Events.ClientReady, async (ready) => {
  await ready.application.commands.set([
    {
      name: 'echo',
      description: 'Echoes',
      options: [{ type: 3, name: 'word', description: 'A word', autocomplete: true }],
    },
  ])
  process.stderr.write('"ready"\n')
})
await client.login(process.env.DISCORD_TOKEN)
