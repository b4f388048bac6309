import type { StoredArticle } from '../archive/article-lists.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import { statementLink } from '../archive/statement-link.ts'
import { statementRows } from '../archive/statement-rows.ts'
import type { Statement } from '../archive/statements.ts'
import type { Span } from '../article.ts'
import { UserError } from '../errors.ts'
import { headOf } from './head-of.ts'

/** A statement where it stands: its paragraphs whole, and those around them. */
export interface StatementContext {
  readonly statement: Statement
  /** The paragraph before; absent at the beginning of the text. */
  readonly before?: string
  /** The paragraphs of the statement, verbatim, with its words as spans into each. */
  readonly paragraphs: readonly { readonly text: string; readonly marks: readonly Span[] }[]
  /** The paragraph after; absent at the end of the text. */
  readonly after?: string
}

/**
 * Opens the text around one of an article's statements.
 * @throws UserError if the article has no statement of this number (any more)
 */
export function statementContext(stored: StoredArticle, number: number): StatementContext {
  const { article, analysis } = stored
  const row = statementRows(article.text, analysis).find((one) => one.number === number)
  const spans = analysis.quotes.filter((quote) => quote.statement === number).map(({ span }) => span)
  const paragraphs = paragraphsOf(article.text)
  const own = paragraphs.filter((paragraph) => spans.some((span) => overlaps(span, paragraph)))
  const [first, last] = [own[0], own.at(-1)]
  if (row === undefined || first === undefined || last === undefined) {
    throw new UserError({ kind: 'statementGone' })
  }
  const wordsOf = (paragraph: Span | undefined): string | undefined =>
    paragraph && article.text.slice(paragraph.start, paragraph.end)
  return dropAbsent({
    statement: dropAbsent({ ...row, article: headOf(stored), link: statementLink(article, row) }),
    before: wordsOf(paragraphs[paragraphs.indexOf(first) - 1]),
    paragraphs: own.map((paragraph) => ({
      text: article.text.slice(paragraph.start, paragraph.end),
      marks: spans.filter((span) => overlaps(span, paragraph)).map((span) => within(span, paragraph)),
    })),
    after: wordsOf(paragraphs[paragraphs.indexOf(last) + 1]),
  })
}

function paragraphsOf(text: string): readonly Span[] {
  let start = 0
  return text.split('\n\n').map((paragraph) => {
    const span = { start, end: start + paragraph.length }
    start = span.end + 2
    return span
  })
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

function within({ start, end }: Span, paragraph: Span): Span {
  return {
    start: Math.max(start, paragraph.start) - paragraph.start,
    end: Math.min(end, paragraph.end) - paragraph.start,
  }
}
