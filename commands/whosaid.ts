import { ApplicationCommandType } from 'discord.js'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import type { Viewer } from '../src/archive/viewer.ts'
import { type Card, noticeCard } from '../src/discord/cards/card.ts'
import { compareCard, comparedPerPage } from '../src/discord/cards/compare-card.ts'
import { contextCard } from '../src/discord/cards/context-card.ts'
import { howMany, type PageView, pageCount } from '../src/discord/cards/pager.ts'
import { statementsCard, statementsPerPage } from '../src/discord/cards/statements-card.ts'
import { clip } from '../src/discord/cards/text.ts'
import { daysPerPage, timelineCard } from '../src/discord/cards/timeline-card.ts'
import { type Command, type Context, given, givenName, viewerOf } from '../src/discord/command.ts'
import { componentId } from '../src/discord/component-id.ts'
import type { Catalogue } from '../src/discord/locales/catalogue.ts'
import {
  choiceOption,
  described,
  everywhere,
  named,
  privateOption,
  textOption,
} from '../src/discord/options.ts'
import { suggestByName } from '../src/discord/suggestions.ts'
import { articleStatements } from '../src/queries/article-statements.ts'
import { articleById } from '../src/queries/find-article.ts'
import { statementContext } from '../src/queries/statement-context.ts'
import { timeline } from '../src/queries/timeline.ts'
import {
  compareSaid,
  type SaidKind,
  type WhoSaid,
  type WhoSaidQuestion,
  whoSaid,
} from '../src/queries/who-said.ts'

/** /whosaid: who said what. */
export const whosaidCommand: Command = {
  data: {
    type: ApplicationCommandType.ChatInput,
    ...named('whosaid'),
    ...described('whosaid'),
    ...everywhere,
    options: [
      textOption('speaker', 'speaker', { autocomplete: true }),
      textOption('about', 'aboutSaid'),
      textOption('words', 'words'),
      textOption('publisher', 'publisher', { autocomplete: true }),
      textOption('since', 'since'),
      choiceOption('kind', 'kindSaid', ['quoted', 'reported']),
      textOption('compare', 'compare', { autocomplete: true }),
      privateOption,
    ],
  },
  execute: async (interaction, context) => {
    const option = (name: OptionName): string | undefined => given(interaction.options.getString(name))
    const question = { viewer: viewerOf(interaction), ...readAsked(option) }
    return showPage(context, question, 0)
  },
  autocomplete: suggestByName,
  component: async ({ interaction, action, args }, context): Promise<Card> => {
    const viewer = viewerOf(interaction)
    const [first, ...rest] = args
    if (action === 'context') {
      const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : first
      return showContext(context, viewer, chosen ?? '')
    }
    if (action === 'article' || action === 'turn') {
      return showArticle(context, viewer, { id: first ?? '', page: Number(rest[0]) || 0 })
    }
    const option = (name: OptionName): string | undefined => given(rest[optionNames.indexOf(name)])
    const question = { viewer, ...readAsked(option) }
    const show = action === 'days' ? showDays : showPage
    return show(context, question, Number(first) || 0)
  },
  inPlace: ['page', 'days', 'turn'],
}

/** The options in the order in which a button's id carries them. */
const optionNames = ['speaker', 'about', 'words', 'publisher', 'since', 'kind', 'compare'] as const

type OptionName = (typeof optionNames)[number]

function readAsked(option: (name: OptionName) => string | undefined) {
  const kind = option('kind')
  return dropAbsent({
    speaker: option('speaker'),
    about: option('about'),
    words: givenName(option('words')),
    publisher: givenName(option('publisher')),
    since: option('since'),
    kind: isSaidKind(kind) ? kind : undefined,
    compare: option('compare'),
  })
}

function isSaidKind(value: string | undefined): value is SaidKind {
  return value === 'quoted' || value === 'reported'
}

/** What a page is asked for: `compare` is a second speaker. */
type Asked = WhoSaidQuestion & { readonly compare?: string }

async function showPage(context: Context, asked: Asked, page: number): Promise<Card> {
  const { compare, ...question } = asked
  const idOf = (to: number): string => idFor('page', asked, to)
  if (compare !== undefined) return showComparison(context, { ...question, compare }, { page, idOf })
  const found = await whoSaid(context.archive, question, windowOf(context, page, statementsPerPage))
  const pages = pageCount(found, statementsPerPage)
  const hasDays = question.speaker !== undefined && question.words === undefined
  const daysId = hasDays ? idFor('days', asked, 0) : undefined
  return statementsCard(found.rows, heading(question, found, context.say), {
    say: context.say,
    page,
    pages,
    idOf,
    ...dropAbsent({ daysId }),
  })
}

function idFor(action: 'page' | 'days', asked: Asked, page: number): string {
  return componentId('whosaid', action, page, ...optionNames.map((name) => asked[name]))
}

/** The speaker's days. */
async function showDays(context: Context, asked: Asked, page: number): Promise<Card> {
  const { compare: _, ...question } = asked
  const found = await timeline(context.archive, question, windowOf(context, page, daysPerPage))
  return timelineCard(found, headingOf(question, context.say), {
    say: context.say,
    page,
    pages: pageCount(found, daysPerPage),
    idOf: (to) => idFor('days', asked, to),
    listId: idFor('page', asked, 0),
  })
}

async function showComparison(
  context: Context,
  question: WhoSaidQuestion & { readonly compare: string },
  view: Pick<PageView, 'page' | 'idOf'>,
): Promise<Card> {
  const window = windowOf(context, view.page, comparedPerPage)
  const said = await compareSaid(context.archive, question, window)
  const { speaker = '', compare, about } = question
  const { say } = context
  const [first, second] = [clip(speaker, maxHeading), clip(compare, maxHeading)]
  return compareCard(
    [
      { speaker, said: said.first },
      { speaker: compare, said: said.second },
    ],
    say.statements.bothSaid({ first, second, about: about && clip(about, maxHeading) }),
    {
      ...view,
      say,
      pages: Math.max(pageCount(said.first, comparedPerPage), pageCount(said.second, comparedPerPage)),
    },
  )
}

function windowOf({ clock }: Context, page: number, limit: number) {
  return { offset: page * limit, limit, now: clock.now() }
}

/** `chosen`: the article's id and the number of the statement. */
async function showContext(context: Context, viewer: Viewer, chosen: string): Promise<Card> {
  const [id = '', number = ''] = chosen.split(' ')
  return contextCard(statementContext(await articleById(context, id, viewer), Number(number)), context.say)
}

/** The quotes of one article, always in a message of their own. Their pages turn in place. */
async function showArticle(
  context: Context,
  viewer: WhoSaidQuestion['viewer'],
  { id, page }: { id: string; page: number },
): Promise<Card> {
  const window = { offset: page * statementsPerPage, limit: statementsPerPage }
  const found = await articleStatements(context, { viewer, article: id }, window)
  if (found.unquotedLanguage !== undefined)
    return noticeCard(context.say.lookups.unquoted(found.unquotedLanguage))
  return statementsCard(found.rows, context.say.statements.whoSaidWhat, {
    say: context.say,
    page,
    pages: pageCount(found, statementsPerPage),
    idOf: (to) => componentId('whosaid', 'turn', id, to),
  })
}

const maxHeading = 90

function heading(question: WhoSaidQuestion, found: WhoSaid, say: Catalogue): string {
  const { match, total } = found
  const isNear = question.words !== undefined && match === 'near' && total > 0
  const shown = headingOf(question, say)
  return [
    isNear ? say.statements.nearest(shown) : shown,
    // Of near ones no more than the best thousand are found: their number says nothing.
    ...(total > statementsPerPage && !isNear ? [`-# ${howMany(found, say.statements.statements, say)}`] : []),
    ...(isNear ? [`-# ${say.statements.underlined}`] : []),
  ].join('\n')
}

function headingOf({ speaker, about, words }: WhoSaidQuestion, say: Catalogue): string {
  const shown = (part: string | undefined) => part && clip(part, maxHeading)
  return say.statements.said({ speaker: shown(speaker), about: shown(about), words: shown(words) })
}
