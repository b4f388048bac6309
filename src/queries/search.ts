import { findWords } from '../analysis/words.ts'
import type { Archive, Head, Page, StoredArticle, Viewer, Window } from '../archive/archive.ts'
import { deepLinks } from '../archive/deep-link.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import type { Span } from '../article.ts'
import { UserError } from '../errors.ts'
import { parseExpression, wantedStems } from './expression.ts'
import { parseSince } from './since.ts'

/** What /search was asked for. */
export interface SearchQuestion {
  readonly viewer: Viewer
  /** Expression as typed. */
  readonly query: string
  readonly publisher?: string
  /** As typed: 12h, 3d, 2w or a date. */
  readonly since?: string
}

/** The sentence of an article that answers a search best. */
export interface Passage {
  /** Verbatim. */
  readonly text: string
  /** The words that were looked for, as spans into `text`. */
  readonly marks: readonly Span[]
  /** Opens the article's page at this passage; absent where the article has no address. */
  readonly link?: string
}

/** An article that was found. */
export interface Hit {
  readonly head: Head
  /** Absent where the words stand in title or standfirst alone. */
  readonly passage?: Passage
}

/**
 * Articles that hold what was asked for, best match first, each with its matching passage.
 * @throws UserError if the query names nothing to look for, or only what to leave out.
 */
export async function search(
  archive: Archive,
  question: SearchQuestion,
  window: Window & { readonly now: number },
): Promise<Page<Hit>> {
  const { viewer, query, publisher, since } = question
  const about = parseExpression(query)
  if (about.all.length === 0)
    throw new UserError(`“${query}” only says what to leave out: add a word to look for.`)
  const filter = {
    viewer,
    about,
    ...(publisher !== undefined && { publisher }),
    ...(since !== undefined && { since: parseSince(since, window.now) }),
  }
  const found = await archive.search(filter, window)
  const wanted = wantedStems(about)
  const rows = await Promise.all(
    found.rows.map(async (head) => {
      const stored = await archive.article(head.id, viewer)
      const passage = stored && bestPassage(stored, wanted)
      return passage === undefined ? { head } : { head, passage }
    }),
  )
  return { rows, total: found.total }
}

/** The sentence with most of the wanted stems, the earliest of equals; undefined if none holds any. */
export function bestPassage(stored: StoredArticle, wanted: ReadonlySet<string>): Passage | undefined {
  let best: (Passage & { readonly span: Span }) | undefined
  let most = 0
  for (const span of stored.analysis.sentences) {
    const text = stored.article.text.slice(span.start, span.end)
    const marks = findWords(text).filter((word) => wanted.has(word.stem))
    const distinct = new Set(marks.map((word) => word.stem)).size
    if (distinct <= most) continue
    most = distinct
    best = { text, marks: marks.map((word) => ({ start: word.start, end: word.end })), span }
  }
  if (best === undefined) return undefined
  const { span, ...passage } = best
  return dropAbsent({ ...passage, link: deepLinks(stored.article)(span) })
}
