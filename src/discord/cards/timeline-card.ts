import { omission } from '../../archive/statement-rows.ts'
import type { Timeline, TimelineDay } from '../../archive/statements.ts'
import { byline, linkedTitle } from './article-lines.ts'
import { button, type Card, card, divider, row, text } from './card.ts'
import { type PageView, pager } from './pager.ts'
import { contextMenu, statementHead } from './statements-card.ts'
import { clip, link } from './text.ts'

/** Days on one page: four with their quotes and links fit one card. */
export const daysPerPage = 4
const maxQuote = 280
const maxTitle = 90
const maxTopic = 30

/** What a timeline's buttons lead to. */
export interface TimelineView extends PageView {
  /** The id of the button that lists the statements themselves; absent: there is none. */
  readonly listId?: string
}

/** A speaker's days: date, how many statements, one of them with its source and link, and what the day's articles are about. */
export function timelineCard(
  { rows, total, statements }: Timeline,
  heading: string,
  view: TimelineView,
): Card {
  if (rows.length === 0) return card(text(`### ${heading}`), text('Nobody is found to have said that.'))
  const days = total === 1 ? 'on 1 day' : `on ${total} days`
  return card(
    text(`### ${heading}\n-# ${counted(statements)} ${days}`),
    ...rows.flatMap((day) => [divider(), text(dayText(day))]),
    contextMenu(rows.map(({ quote }) => quote)),
    ...pager(view),
    ...(view.listId === undefined ? [] : [row(button('All statements', view.listId))]),
  )
}

function dayText({ startsAt, statements, topics, quote }: TimelineDay): string {
  const { article, pieces, link: passage } = quote
  const about =
    topics.length === 0 ? [] : [`-# About ${topics.map((topic) => clip(topic, maxTopic)).join(', ')}`]
  return [
    `**${dateOf(startsAt)}** · ${counted(statements)}`,
    `> ${link(clip(pieces.join(omission), maxQuote), passage)}`,
    `-# ${statementHead(quote)} · ${linkedTitle(article, maxTitle)} · ${byline(article)}`,
    ...about,
  ].join('\n')
}

function counted(statements: number): string {
  return statements === 1 ? '1 statement' : `${statements} statements`
}

/** Days are UTC's: a moment would be another day in some readers' zones. */
function dateOf(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}
