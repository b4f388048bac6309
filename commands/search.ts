import { ApplicationCommandType } from 'discord.js'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import type { Card } from '../src/discord/cards/card.ts'
import { howMany, pageCount } from '../src/discord/cards/pager.ts'
import { searchCard } from '../src/discord/cards/search-card.ts'
import { clip } from '../src/discord/cards/text.ts'
import { type Command, type Context, given, givenName, viewerOf } from '../src/discord/command.ts'
import { componentId } from '../src/discord/component-id.ts'
import { described, everywhere, named, privateOption, textOption } from '../src/discord/options.ts'
import { suggestByName } from '../src/discord/suggestions.ts'
import { type SearchQuestion, search } from '../src/queries/search.ts'

const perPage = 5
const maxHeading = 120

/** /search: articles that hold what is looked for, each with the passage that does. */
export const searchCommand: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('search'),
    ...described('search'),
    ...everywhere,
    options: [
      textOption('query', 'query', {
        required: true,
      }),
      textOption('publisher', 'publisher', { autocomplete: true }),
      textOption('since', 'since'),
      privateOption,
    ],
  },
  execute: async (interaction, context) => {
    const { options } = interaction
    const publisher = givenName(options.getString('publisher'))
    const since = given(options.getString('since'))
    const query = options.getString('query', true)
    return showPage(context, { viewer: viewerOf(interaction), query, ...dropAbsent({ publisher, since }) }, 0)
  },
  autocomplete: suggestByName,
  component: async ({ interaction, action, args }, context) => {
    if (action === 'open' && interaction.isStringSelectMenu()) {
      const asked = { viewer: viewerOf(interaction), query: interaction.values[0] ?? '' }
      return showPage(context, asked, 0)
    }
    const [page, query = '', publisher, since] = args
    const question = {
      viewer: viewerOf(interaction),
      query,
      ...dropAbsent({ publisher: given(publisher), since: given(since) }),
    }
    return showPage(context, question, Number(page) || 0)
  },
  inPlace: ['page'],
}

async function showPage(
  { archive, clock, say }: Context,
  question: SearchQuestion,
  page: number,
): Promise<Card> {
  const window = { offset: page * perPage, limit: perPage, now: clock.now() }
  const found = await search(archive, question, window)
  const { query, publisher, since } = question
  const idOf = (to: number, asked: string): string =>
    componentId('search', 'page', to, asked, publisher, since)
  return searchCard(
    found,
    howMany(found, (count) => say.lookups.found(count, clip(query, maxHeading)), say),
    {
      say,
      page,
      pages: pageCount(found, perPage),
      idOf: (to) => idOf(to, query),
      idOfQuery: (asked) => idOf(0, asked),
    },
  )
}
