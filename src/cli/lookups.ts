import type { Archive } from '../archive/archive.ts'
import type { Window } from '../archive/article-lists.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Statement } from '../archive/statements.ts'
import type { SubjectKind } from '../archive/subjects.ts'
import type { Viewer } from '../archive/viewer.ts'
import { type Card, noticeCard } from '../discord/cards/card.ts'
import { compareCard } from '../discord/cards/compare-card.ts'
import { contextCard } from '../discord/cards/context-card.ts'
import { latestCard } from '../discord/cards/latest-card.ts'
import { howMany } from '../discord/cards/pager.ts'
import { searchCard } from '../discord/cards/search-card.ts'
import { similarCard } from '../discord/cards/similar-card.ts'
import { statementsCard } from '../discord/cards/statements-card.ts'
import { summaryCard } from '../discord/cards/summary-card.ts'
import { timelineCard } from '../discord/cards/timeline-card.ts'
import { trendingCard } from '../discord/cards/trending-card.ts'
import { english } from '../discord/locales/en.ts'
import type { Library } from '../queries/find-article.ts'
import { latest } from '../queries/latest.ts'
import { search } from '../queries/search.ts'
import { similar } from '../queries/similar.ts'
import { type StatementContext, statementContext } from '../queries/statement-context.ts'
import { type SummaryLength, summary } from '../queries/summary.ts'
import { timeline } from '../queries/timeline.ts'
import { type TrendWindow, trending } from '../queries/trending.ts'
import { compareSaid, type SaidKind, type WhoSaidQuestion, whoSaid } from '../queries/who-said.ts'

/** An answer of the archive: as data, and as the card that Discord would show. */
export interface Answer {
  readonly data: unknown
  readonly card: Card
}

/** Options as they are typed; absent ones do not restrict. */
export interface Asked {
  readonly about?: string
  readonly publisher?: string
  readonly speaker?: string
  readonly words?: string
  readonly since?: string
  readonly kind?: SaidKind
  /** A second speaker. */
  readonly compare?: string
  /** With the paragraphs around each statement. */
  readonly context?: boolean
  /** The speaker's days instead of statements. */
  readonly timeline?: boolean
  readonly length?: SummaryLength
  /** Most rows of a list. */
  readonly count: number
}

/** The command line is the operator's: it sees everything. */
const viewer: Viewer = { kind: 'operator' }
const onePage = { page: 0, pages: 1, idOf: () => '', say: english }

/** Newest articles. */
export async function askLatest(archive: Archive, { about, publisher, count }: Asked): Promise<Answer> {
  const data = await latest(
    archive,
    { viewer, ...dropAbsent({ about, publisher }) },
    { offset: 0, limit: count },
  )
  return { data, card: latestCard(data.rows, english.lookups.latestNews({}), onePage) }
}

/** One article's summary. */
export async function askSummary(
  library: Library,
  article: string | undefined,
  { length }: Asked,
): Promise<Answer> {
  const data = await summary(library, { viewer, length: length ?? 'medium', ...dropAbsent({ article }) })
  return { data, card: summaryCard(data, english) }
}

/** Statements. */
export async function askWhoSaid(archive: Archive, asked: Asked, now: number): Promise<Answer> {
  const { count, length, compare, context, timeline: isByDay, ...question } = asked
  const window = { offset: 0, limit: count, now }
  if (isByDay === true) return askTimeline(archive, { viewer, ...dropAbsent(question) }, window)
  if (compare !== undefined) return askBoth(archive, { viewer, ...dropAbsent(question), compare }, window)
  const data = await whoSaid(archive, { viewer, ...dropAbsent(question) }, window)
  const heading = howMany(data, english.statements.statements, english)
  if (context !== true) return { data, card: statementsCard(data.rows, heading, onePage) }
  const rows = (await Promise.all(data.rows.map((statement) => contextOf(archive, statement)))).flat()
  return {
    data: { ...data, rows },
    card: cardOf([noticeCard(`### ${heading}`), ...rows.map((row) => contextCard(row, english))]),
  }
}

/** What a speaker said, day by day. */
async function askTimeline(
  archive: Archive,
  question: WhoSaidQuestion,
  window: Window & { readonly now: number },
): Promise<Answer> {
  const data = await timeline(archive, question, window)
  return { data, card: timelineCard(data, 'Day by day', onePage) }
}

/** What two speakers said. */
async function askBoth(
  archive: Archive,
  question: WhoSaidQuestion & { readonly compare: string },
  window: Window & { readonly now: number },
): Promise<Answer> {
  const { speaker = '', compare } = question
  const data = await compareSaid(archive, question, window)
  const sides = [
    { speaker, said: data.first },
    { speaker: compare, said: data.second },
  ]
  return { data, card: compareCard(sides, 'Side by side', onePage) }
}

/** None where the article was withdrawn a moment ago. */
async function contextOf(
  archive: Archive,
  { article, number }: Statement,
): Promise<readonly StatementContext[]> {
  const stored = await archive.article(article.id, viewer)
  return stored === undefined ? [] : [statementContext(stored, number)]
}

function cardOf(cards: readonly Card[]): Card {
  return { components: cards.flatMap(({ components }) => components) }
}

/** Articles that hold what is looked for. */
export async function askSearch(
  archive: Archive,
  query: string,
  asked: Asked & { now: number },
): Promise<Answer> {
  const { publisher, since, count, now } = asked
  const question = { viewer, query, ...dropAbsent({ publisher, since }) }
  const data = await search(archive, question, { offset: 0, limit: count, now })
  return {
    data,
    card: searchCard(data, howMany(data, english.lookups.articles, english), {
      ...onePage,
      idOfQuery: () => '',
    }),
  }
}

/** The articles most like one. */
export async function askSimilar(library: Library, article: string, { count }: Asked): Promise<Answer> {
  const data = await similar(library, { viewer, article }, count)
  return { data, card: similarCard(data, english) }
}

/** What rose against its own past. */
export async function askTrending(
  archive: Archive,
  { window, kind }: { readonly window: TrendWindow; readonly kind?: SubjectKind },
  now: number,
): Promise<Answer> {
  const data = await trending(archive, { viewer, window, ...dropAbsent({ kind }) }, now)
  return { data, card: trendingCard(data, { say: english, kind }) }
}
