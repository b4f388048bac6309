import type { Archive, Viewer } from '../archive/archive.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Card } from '../discord/cards/card.ts'
import { latestCard } from '../discord/cards/latest-card.ts'
import { searchCard } from '../discord/cards/search-card.ts'
import { statementsCard } from '../discord/cards/statements-card.ts'
import { summaryCard } from '../discord/cards/summary-card.ts'
import type { Library } from '../queries/find-article.ts'
import { latest } from '../queries/latest.ts'
import { search } from '../queries/search.ts'
import { type SummaryLength, summary } from '../queries/summary.ts'
import { type SaidKind, whoSaid } from '../queries/who-said.ts'

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
  readonly length?: SummaryLength
  /** Most rows of a list. */
  readonly count: number
}

/** The command line is the operator's: it sees everything. */
const viewer: Viewer = { kind: 'operator' }
const onePage = { page: 0, pages: 1, idOf: () => '' }

/** Newest articles. */
export async function askLatest(archive: Archive, { about, publisher, count }: Asked): Promise<Answer> {
  const data = await latest(
    archive,
    { viewer, ...dropAbsent({ about, publisher }) },
    { offset: 0, limit: count },
  )
  return { data, card: latestCard(data.rows, 'Latest news', onePage) }
}

/** One article's summary. */
export async function askSummary(
  library: Library,
  article: string | undefined,
  { length }: Asked,
): Promise<Answer> {
  const data = await summary(library, { viewer, length: length ?? 'medium', ...dropAbsent({ article }) })
  return { data, card: summaryCard(data) }
}

/** Statements. */
export async function askWhoSaid(archive: Archive, asked: Asked, now: number): Promise<Answer> {
  const { count, length, ...question } = asked
  const data = await whoSaid(archive, { viewer, ...dropAbsent(question) }, { offset: 0, limit: count, now })
  return { data, card: statementsCard(data.rows, `${data.total} statements`, onePage) }
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
  return { data, card: searchCard(data.rows, `${data.total} articles`, onePage) }
}
