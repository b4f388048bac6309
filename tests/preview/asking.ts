import {
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  ApplicationCommandOptionType as OptionType,
  PermissionFlagsBits,
} from 'discord.js'

/** Registers /ask with an option of every kind, /follow add for those who may manage the server, and "Summarize". */
export async function registerCommands(client: Client<true>): Promise<void> {
  await client.application.commands.set([
    {
      name: 'ask',
      description: 'Asks',
      options: [
        { name: 'word', description: 'A word', type: OptionType.String, autocomplete: true, maxLength: 9 },
        { name: 'count', description: 'How many', type: OptionType.Integer, minValue: 1, maxValue: 3 },
        { name: 'kind', description: 'Which', type: OptionType.String, choices: [{ name: 'A', value: 'a' }] },
        { name: 'where', description: 'Where', type: OptionType.Channel },
        { name: 'whom', description: 'Whom', type: OptionType.Role },
        { name: 'file', description: 'What', type: OptionType.Attachment },
      ],
    },
    {
      name: 'follow',
      description: 'Follows',
      defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
      contexts: [0],
      options: [{ name: 'add', description: 'Adds', type: OptionType.Subcommand, options: [] }],
    },
    {
      name: 'Summarize',
      type: ApplicationCommandType.Message,
      integrationTypes: [0, 1],
      contexts: [0, 1, 2],
    },
  ])
}

/** Answers the next interaction with a function. Resolves when it is done, and rejects with its failure. */
export function answerNext<Kind extends Interaction = ChatInputCommandInteraction>(
  client: Client,
  act: (interaction: Kind) => Promise<unknown>,
): Promise<void> {
  const done = Promise.withResolvers<void>()
  client.once(Events.InteractionCreate, (interaction) => {
    act(interaction as Kind).then(() => done.resolve(), done.reject)
  })
  return done.promise
}
