import { ApplicationCommandOptionType, Events, MessageFlags } from 'discord.js'
import { expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import { startStage } from './bot.ts'

it('lets a bot log in, register a command, defer and answer', async () => {
  await using stage = await startStage()
  const { client, standIn } = stage
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply()
    await interaction.editReply(`You said ${interaction.options.getString('word')}`)
    await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral })
  })
  await client.application.commands.set([
    {
      name: 'echo',
      description: 'Says it again',
      options: [
        { name: 'word', description: 'What', type: ApplicationCommandOptionType.String, required: true },
      ],
    },
  ])
  const outcome = await standIn.as(seedIds.member).command('echo', { word: 'ship' })
  expect(outcome.deferred).toBe(true)
  expect(outcome.messages.map(({ content }) => content)).toEqual(['You said ship'])
  expect(standIn.violations).toEqual([])
})
