import { omission } from '../../archive/statement-rows.ts'
import type { Timeline, TimelineDay } from '../../archive/statements.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { byline, linkedTitle } from './article-lines.ts'
import { button, type Card, card, divider, row, text } from './card.ts'
import { howMany, type PageView, pager } from './pager.ts'
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
export function timelineCard(timeline: Timeline, heading: string, view: TimelineView): Card {
  const { say } = view
  const { rows, statements } = timeline
  const days = (count: number): string => say.statements.onDays(statements, count)
  if (rows.length === 0) return card(text(`### ${heading}`), text(say.statements.nobodySaidThat))
  return card(
    text(`### ${heading}\n-# ${howMany(timeline, days, say)}`),
    ...rows.flatMap((day) => [divider(), text(dayText(day, say))]),
    contextMenu(
      rows.map(({ quote }) => quote),
      say,
    ),
    ...pager(view),
    ...(view.listId === undefined ? [] : [row(button(say.buttons.allStatements, view.listId))]),
  )
}

function dayText({ startsAt, statements, topics, quote }: TimelineDay, say: Catalogue): string {
  const { article, pieces, link: passage } = quote
  const about =
    topics.length === 0
      ? []
      : [`-# ${say.statements.topics(topics.map((topic) => clip(topic, maxTopic)).join(', '))}`]
  return [
    `**${say.day(startsAt)}** · ${say.statements.statements(statements)}`,
    `> ${link(clip(pieces.join(omission), maxQuote), passage)}`,
    `-# ${statementHead(quote, say)} · ${linkedTitle(article, maxTitle)} · ${byline(article, say)}`,
    ...about,
  ].join('\n')
}
