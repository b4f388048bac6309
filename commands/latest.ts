import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import type { Viewer } from '../src/archive/viewer.ts'
import type { Card } from '../src/discord/cards/card.ts'
import { latestCard } from '../src/discord/cards/latest-card.ts'
import { pageCount } from '../src/discord/cards/pager.ts'
import { clip } from '../src/discord/cards/text.ts'
import { type Command, type Context, given, givenName, viewerOf } from '../src/discord/command.ts'
import { componentId } from '../src/discord/component-id.ts'
import type { Catalogue } from '../src/discord/locales/catalogue.ts'
import { described, everywhere, named, privateOption, textOption } from '../src/discord/options.ts'
import { suggestByName } from '../src/discord/suggestions.ts'
import { latest } from '../src/queries/latest.ts'

/** Articles on one page, and how many in all if nobody says. */
const perPage = 5
const defaultCount = 10
const maxCount = 25

interface Asked {
  readonly viewer: Viewer
  readonly about: string | undefined
  readonly publisher: string | undefined
  readonly count: number
}

/** /latest: what is new. */
export const latestCommand: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('latest'),
    ...described('latest'),
    ...everywhere,
    options: [
      textOption('about', 'aboutOption'),
      textOption('publisher', 'publisher', { autocomplete: true }),
      {
        type: ApplicationCommandOptionType.Integer,
        ...named('count'),
        ...described('count'),
        min_value: 1,
        max_value: maxCount,
      },
      privateOption,
    ],
  },
  execute: async (interaction, context) => {
    const { options } = interaction
    const asked = {
      viewer: viewerOf(interaction),
      about: given(options.getString('about')),
      publisher: givenName(options.getString('publisher')),
      count: options.getInteger('count') ?? defaultCount,
    }
    return showPage(context, asked, 0)
  },
  autocomplete: suggestByName,
  component: async ({ interaction, args }, context) => {
    const [page, count, about, publisher] = args
    const asked = {
      viewer: viewerOf(interaction),
      about: given(about),
      publisher: given(publisher),
      count: Math.min(Number(count) || defaultCount, maxCount),
    }
    return showPage(context, asked, Number(page) || 0)
  },
  inPlace: ['page'],
}

async function showPage({ archive, say }: Context, asked: Asked, page: number): Promise<Card> {
  const { viewer, about, publisher, count } = asked
  const offset = page * perPage
  const limit = Math.min(perPage, Math.max(count - offset, 0))
  const found = await latest(archive, { viewer, ...dropAbsent({ about, publisher }) }, { offset, limit })
  return latestCard(found.rows, heading(asked, say), {
    say,
    page,
    pages: pageCount({ total: Math.min(found.total, count) }, perPage),
    idOf: (to) => componentId('latest', 'page', to, count, about, publisher),
  })
}

const maxHeading = 120

function heading({ about, publisher }: Asked, say: Catalogue): string {
  const shown = (words: string | undefined) => words && clip(words, maxHeading)
  return say.lookups.latestNews({ about: shown(about), publisher: shown(publisher) })
}
