import { deepLinks, type PageText } from './deep-link.ts'
import { omission, type StatementRow } from './statement-rows.ts'

/** The address that opens an article's page at a statement's first piece; undefined where the article has none. */
export function statementLink(
  page: PageText,
  { pieces, context }: Pick<StatementRow, 'pieces' | 'context'>,
): string | undefined {
  const [piece = ''] = pieces
  // The same words may stand elsewhere; with the sentence around them they do not.
  const around = Math.max(0, page.text.indexOf(context.split(omission, 1)[0] ?? ''))
  const start = page.text.indexOf(piece, around)
  return start < 0 ? page.url : deepLinks(page)({ start, end: start + piece.length })
}
