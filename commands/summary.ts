import { ApplicationCommandType } from 'discord.js'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import { summaryCard } from '../src/discord/cards/summary-card.ts'
import { askerOf, type Command, givenName, viewerOf } from '../src/discord/command.ts'
import {
  choiceOption,
  described,
  everywhere,
  named,
  privateOption,
  textOption,
} from '../src/discord/options.ts'
import { suggestByName } from '../src/discord/suggestions.ts'
import { articleById } from '../src/queries/find-article.ts'
import { type SummaryLength, summary, summaryLengths, summaryOf } from '../src/queries/summary.ts'

/** Most characters of an address that browsers agree on. */
const longestAddress = 2000

/** /summary: what an article says, in its own sentences. */
export const summaryCommand: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('summary'),
    ...described('summary'),
    ...everywhere,
    options: [
      textOption('article', 'articleOrNewest', {
        autocomplete: true,
        maxLength: longestAddress,
      }),
      choiceOption('length', 'length', ['short', 'medium', 'long']),
      privateOption,
    ],
  },
  execute: async (interaction, context) => {
    const article = givenName(interaction.options.getString('article'))
    const length = readLength(interaction.options.getString('length'))
    return summaryCard(
      await summary(context, { ...askerOf(interaction), length, ...dropAbsent({ article }) }),
      context.say,
    )
  },
  autocomplete: suggestByName,
  component: async ({ interaction, args }, context) => {
    // The menu under a list carries the article in the chosen value, a button in its id.
    const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : args[0]
    const article = await articleById(context, chosen ?? '', viewerOf(interaction))
    return summaryCard(summaryOf(article, readLength(args[1])), context.say)
  },
  inPlace: ['length'],
}

function readLength(value: string | null | undefined): SummaryLength {
  return value !== null && value !== undefined && value in summaryLengths
    ? (value as SummaryLength)
    : 'medium'
}
