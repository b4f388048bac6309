import { ApplicationCommandType } from 'discord.js'
import { similarCard } from '../src/discord/cards/similar-card.ts'
import { askerOf, type Command, viewerOf } from '../src/discord/command.ts'
import { described, everywhere, named, privateOption, textOption } from '../src/discord/options.ts'
import { suggestByName } from '../src/discord/suggestions.ts'
import { articleById } from '../src/queries/find-article.ts'
import { similar, similarTo } from '../src/queries/similar.ts'

/** Articles shown: with their reasons they fit one card. */
const shown = 5
/** Most characters of an address that browsers agree on. */
const longestAddress = 2000

/** /similar: the articles most like one, and why. */
export const similarCommand: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('similar'),
    ...described('similar'),
    ...everywhere,
    options: [
      textOption('article', 'article', {
        required: true,
        autocomplete: true,
        maxLength: longestAddress,
      }),
      privateOption,
    ],
  },
  execute: async (interaction, context) => {
    const article = interaction.options.getString('article', true)
    return similarCard(await similar(context, { ...askerOf(interaction), article }, shown), context.say)
  },
  autocomplete: suggestByName,
  component: async ({ interaction, args }, context) => {
    const viewer = viewerOf(interaction)
    const stored = await articleById(context, args[0] ?? '', viewer)
    return similarCard(await similarTo(context, stored, { viewer, limit: shown }), context.say)
  },
}
