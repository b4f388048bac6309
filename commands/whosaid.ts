import { ApplicationCommandType } from 'discord.js'
import { dropAbsent } from '../src/archive/drop-absent.ts'
import type { Viewer } from '../src/archive/viewer.ts'
import { type Card, noticeCard } from '../src/discord/cards/card.ts'
import { compareCard, comparedPerPage } from '../src/discord/cards/compare-card.ts'
import { contextCard } from '../src/discord/cards/context-card.ts'
import { type PageView, pageCount } from '../src/discord/cards/pager.ts'
import { statementsCard, statementsPerPage } from '../src/discord/cards/statements-card.ts'
import { clip } from '../src/discord/cards/text.ts'
import { daysPerPage, timelineCard } from '../src/discord/cards/timeline-card.ts'
import { unquotedLine } from '../src/discord/cards/unquoted-line.ts'
import { type Command, type Context, given, givenName, type Reply, viewerOf } from '../src/discord/command.ts'
import { componentId } from '../src/discord/component-id.ts'
import { choiceOption, everywhere, privateOption, textOption } from '../src/discord/options.ts'
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
    name: 'whosaid',
    ...everywhere,
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
      textOption('compare', 'A second speaker, to see both side by side', { autocomplete: true }),
      privateOption,
    ],
  },
  execute: async (interaction, context) => {
    const option = (name: OptionName): string | undefined => given(interaction.options.getString(name))
    const question = { viewer: viewerOf(interaction), ...readAsked(option) }
    return showPage(context, question, 0)
  },
  autocomplete: suggestByName,
  component: async ({ interaction, action, args }, context): Promise<Reply> => {
    const viewer = viewerOf(interaction)
    const [first, ...rest] = args
    if (action === 'context') {
      const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : first
      return { card: await showContext(context, viewer, chosen ?? ''), place: 'private' }
    }
    if (action === 'article') {
      const page = Number(rest[0]) || 0
      return showArticle(context, viewer, { id: first ?? '', page, turned: rest.length > 0 })
    }
    const option = (name: OptionName): string | undefined => given(rest[optionNames.indexOf(name)])
    const question = { viewer, ...readAsked(option) }
    const show = action === 'days' ? showDays : showPage
    return { card: await show(context, question, Number(first) || 0), place: 'here' }
  },
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
  const pages = pageCount(found.total, statementsPerPage)
  const hasDays = question.speaker !== undefined && question.words === undefined
  const daysId = hasDays ? idFor('days', asked, 0) : undefined
  return statementsCard(found.rows, heading(question, found), {
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
  return timelineCard(found, headingOf(question), {
    page,
    pages: pageCount(found.total, daysPerPage),
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
  const { first, second } = await compareSaid(context.archive, question, window)
  const { speaker = '', compare, about } = question
  const names = [speaker, compare].map((name) => clip(name, maxHeading)).join(' and ')
  return compareCard(
    [
      { speaker, said: first },
      { speaker: compare, said: second },
    ],
    `What ${names} said${about === undefined ? '' : ` about ${clip(about, maxHeading)}`}`,
    { ...view, pages: pageCount(Math.max(first.total, second.total), comparedPerPage) },
  )
}

function windowOf({ clock }: Context, page: number, limit: number) {
  return { offset: page * limit, limit, now: clock.now() }
}

/** `chosen`: the article's id and the number of the statement. */
async function showContext(context: Context, viewer: Viewer, chosen: string): Promise<Card> {
  const [id = '', number = ''] = chosen.split(' ')
  return contextCard(statementContext(await articleById(context, id, viewer), Number(number)))
}

/** The quotes of one article, always in a message of their own. Their pages turn in place. */
async function showArticle(
  context: Context,
  viewer: WhoSaidQuestion['viewer'],
  { id, page, turned }: { id: string; page: number; turned: boolean },
): Promise<Reply> {
  const window = { offset: page * statementsPerPage, limit: statementsPerPage }
  const found = await articleStatements(context, { viewer, article: id }, window)
  const { unquotedLanguage } = found
  if (unquotedLanguage !== undefined)
    return { card: noticeCard(unquotedLine(unquotedLanguage)), place: 'private' }
  const card = statementsCard(found.rows, 'Who said what', {
    page,
    pages: pageCount(found.total, statementsPerPage),
    idOf: (to) => componentId('whosaid', 'article', id, to),
  })
  return { card, place: turned ? 'here' : 'private' }
}

const maxHeading = 90

function heading(question: WhoSaidQuestion, { match, total }: WhoSaid): string {
  const near =
    question.words !== undefined && match === 'near' && total > 0 ? 'Nobody in these words; nearest: ' : ''
  const count = total > statementsPerPage ? `\n-# ${total} statements` : ''
  const legend = near === '' ? '' : '\n-# Underlined: other words than asked for.'
  return near + headingOf(question) + count + legend
}

function headingOf({ speaker, about, words }: WhoSaidQuestion): string {
  return [
    speaker === undefined ? 'Who said' : `What ${clip(speaker, maxHeading)} said`,
    ...(words === undefined ? [] : [`“${clip(words, maxHeading)}”`]),
    ...(about === undefined ? [] : [`about ${clip(about, maxHeading)}`]),
  ].join(' ')
}
