import type { Archive, Page, Statement, Viewer, Window } from '../archive/archive.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import { statementRows } from '../archive/statement-rows.ts'
import { findArticle } from './summary.ts'

/** The statements of one article, in reading order. @throws UserError if there is no such article. */
export async function articleStatements(
  archive: Archive,
  question: { readonly viewer: Viewer; readonly article: string },
  { offset, limit }: Window,
): Promise<Page<Statement>> {
  const { article, analysis, correctedAt } = await findArticle(archive, question.article, question.viewer)
  const { id, title, publisher, publishedAt, firstSeenAt, url, author } = article
  const head = dropAbsent({ id, title, publisher, publishedAt, firstSeenAt, url, author, correctedAt })
  const all = statementRows(article.text, analysis)
  return {
    rows: all.slice(offset, offset + limit).map((row) => ({ ...row, article: head })),
    total: all.length,
  }
}
