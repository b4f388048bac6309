import { plainName } from '../analysis/people/plain-name.ts'
import type { Archive } from '../archive/archive.ts'
import type { Head, Page, SearchFilter, Window } from '../archive/article-lists.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Expression } from '../archive/expression.ts'
import type { Viewer } from '../archive/viewer.ts'
import { UserError } from '../errors.ts'
import { respell } from './did-you-mean.ts'
import { parseExpression, wantedStems } from './expression.ts'
import { bestPassage, type Passage } from './passage.ts'
import { type FieldedQuery, parseFields } from './search-fields.ts'
import { parseSince } from './since.ts'

/** What /search was asked for. */
export interface SearchQuestion {
  readonly viewer: Viewer
  /** Expression as typed; it may hold fields. */
  readonly query: string
  readonly publisher?: string
  /** As typed: 12h, 3d, 2w or a date. */
  readonly since?: string
}

/** An article that was found. */
export interface Hit {
  readonly head: Head
  /** Absent where the words stand in title or standfirst alone. */
  readonly passage?: Passage
}

/** What was found. */
export interface Found extends Page<Hit> {
  /** Where nothing was found: the query as it was more likely meant, which does find something. */
  readonly didYouMean?: string
}

type Moment = Window & { readonly now: number }

/**
 * Articles that hold what was asked for, best match first, newer ones before older ones that match alike; each with its
 * matching passage. A query of fields alone gives the newest that fit.
 * @throws UserError if the query names nothing to look for, or only what to leave out; if a field or time is malformed.
 */
export async function search(archive: Archive, question: SearchQuestion, window: Moment): Promise<Found> {
  const query = parseFields(question.query, window.now)
  const filter = filterOf(question, query, window.now)
  const found = await archive.search(filter, window)
  const rows = await Promise.all(found.rows.map((head) => hitOf(archive, head, filter)))
  if (found.total > 0) return { ...found, rows }
  return { rows, total: 0, ...dropAbsent({ didYouMean: await didYouMean(archive, query, filter) }) }
}

function filterOf(question: SearchQuestion, query: FieldedQuery, now: number): SearchFilter {
  const { viewer, publisher, since } = question
  for (const [option, fields, isTwice] of [
    ['publisher', 'publisher:', publisher !== undefined && query.publisher !== undefined],
    ['since', 'after:', since !== undefined && query.since !== undefined],
  ] as const) {
    if (isTwice) throw new UserError({ kind: 'givenTwice', field: fields, option })
  }
  return {
    viewer,
    now,
    about: expressionOf(query),
    ...dropAbsent({
      publisher: publisher ?? query.publisher,
      speaker: query.speaker === undefined ? undefined : plainName(query.speaker),
      before: query.before,
      since: since === undefined ? query.since : parseSince(since, now),
    }),
  }
}

function expressionOf({ words, fields }: FieldedQuery): Expression {
  if (words === '' && fields.length > 0) return { all: [], none: [] }
  const about = parseExpression(words)
  if (about.all.length === 0 && fields.length === 0) throw new UserError({ kind: 'onlyLeavesOut', words })
  return about
}

async function hitOf(archive: Archive, head: Head, { viewer, about }: SearchFilter): Promise<Hit> {
  const stored = about.all.length === 0 ? undefined : await archive.article(head.id, viewer)
  const passage = stored && bestPassage(stored, about)
  return passage === undefined ? { head } : { head, passage }
}

async function didYouMean(
  archive: Archive,
  { words, fields }: FieldedQuery,
  filter: SearchFilter,
): Promise<string | undefined> {
  const options = { wanted: wantedStems(filter.about), viewer: filter.viewer }
  const respelled = await respell(archive, words, options)
  if (respelled === undefined) return undefined
  const again = { ...filter, about: parseExpression(respelled) }
  const { total } = await archive.search(again, { offset: 0, limit: 1 })
  return total > 0 ? [respelled, ...fields].join(' ') : undefined
}
