import { ApplicationCommandType } from 'discord.js'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import type { Card } from '../src/discord/cards/card.ts'
import { pageCount } from '../src/discord/cards/pager.ts'
import { statementsCard, statementsPerPage } from '../src/discord/cards/statements-card.ts'
import { clip } from '../src/discord/cards/text.ts'
import { type Command, type Context, given, givenName, type Reply, viewerOf } from '../src/discord/command.ts'
import { componentId } from '../src/discord/component-id.ts'
import { choiceOption, privateOption, textOption } from '../src/discord/options.ts'
import { suggestByName } from '../src/discord/suggestions.ts'
import { articleStatements } from '../src/queries/article-statements.ts'
import { type SaidKind, type WhoSaid, type WhoSaidQuestion, whoSaid } from '../src/queries/who-said.ts'

/** /whosaid: who said what. */
export const whosaidCommand: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    name: 'whosaid',
    description: 'Who said what, word for word: give a speaker, a topic, or words',
    options: [
      textOption('speaker', 'Who said it', { autocomplete: true }),
      textOption('about', 'What it is about: words, "exact phrases", -not, OR'),
      textOption('words', 'Words of the statement: who said this?'),
      textOption('publisher', 'Only from this publisher', { autocomplete: true }),
      textOption('since', '12h, 3d, 2w or a date such as 2026-01-31'),
      choiceOption('kind', 'Quoted word for word, or reported without quotation marks', [
        'quoted',
        'reported',
      ]),
      privateOption,
    ],
  },
  execute: async (interaction, context) => {
    const option = (name: string): string | undefined => given(interaction.options.getString(name))
    const question = { viewer: viewerOf(interaction), ...readAsked(option) }
    return showPage(context, question, 0)
  },
  autocomplete: suggestByName,
  component: async ({ interaction, action, args }, context): Promise<Reply> => {
    const viewer = viewerOf(interaction)
    const [first, ...rest] = args
    if (action === 'article') {
      const page = Number(rest[0]) || 0
      return showArticle(context, viewer, { id: first ?? '', page, turned: rest.length > 0 })
    }
    const option = (name: string): string | undefined => given(rest[optionNames.indexOf(name)])
    const question = { viewer, ...readAsked(option) }
    return { card: await showPage(context, question, Number(first) || 0), place: 'here' }
  },
}

/** The options in the order in which a button's id carries them. */
const optionNames: readonly string[] = ['speaker', 'about', 'words', 'publisher', 'since', 'kind']

function readAsked(option: (name: string) => string | undefined) {
  const kind = option('kind')
  return dropAbsent({
    speaker: option('speaker'),
    about: option('about'),
    words: givenName(option('words')),
    publisher: givenName(option('publisher')),
    since: option('since'),
    kind: isSaidKind(kind) ? kind : undefined,
  })
}

function isSaidKind(value: string | undefined): value is SaidKind {
  return value === 'quoted' || value === 'reported'
}

async function showPage({ archive, clock }: Context, question: WhoSaidQuestion, page: number): Promise<Card> {
  const window = { offset: page * statementsPerPage, limit: statementsPerPage, now: clock.now() }
  const found = await whoSaid(archive, question, window)
  const { speaker, about, words, publisher, since, kind } = question
  return statementsCard(found.rows, heading(question, found), {
    page,
    pages: pageCount(found.total, statementsPerPage),
    idOf: (to) => componentId('whosaid', 'page', to, speaker, about, words, publisher, since, kind),
  })
}

/** The quotes of one article, always in a message of their own. Their pages turn in place. */
async function showArticle(
  context: Context,
  viewer: WhoSaidQuestion['viewer'],
  { id, page, turned }: { id: string; page: number; turned: boolean },
): Promise<Reply> {
  const window = { offset: page * statementsPerPage, limit: statementsPerPage }
  const found = await articleStatements(context, { viewer, article: id }, window)
  const card = statementsCard(found.rows, 'Who said what', {
    page,
    pages: pageCount(found.total, statementsPerPage),
    idOf: (to) => componentId('whosaid', 'article', id, to),
  })
  return { card, place: turned ? 'here' : 'private' }
}

const maxHeading = 90

function heading({ speaker, about, words }: WhoSaidQuestion, { match, total }: WhoSaid): string {
  const near = words !== undefined && match === 'near' && total > 0 ? 'Nobody in these words; nearest: ' : ''
  const parts = [
    speaker === undefined ? 'Who said' : `What ${clip(speaker, maxHeading)} said`,
    ...(words === undefined ? [] : [`“${clip(words, maxHeading)}”`]),
    ...(about === undefined ? [] : [`about ${clip(about, maxHeading)}`]),
  ]
  return near + parts.join(' ')
}
