import type { Page, Window } from '../archive/article-lists.ts'
import { dropAbsent } from '../archive/drop-absent.ts'
import { statementLink } from '../archive/statement-link.ts'
import { statementRows } from '../archive/statement-rows.ts'
import type { Statement } from '../archive/statements.ts'
import type { Viewer } from '../archive/viewer.ts'
import { articleById, type Library } from './find-article.ts'
import { headOf } from './head-of.ts'
import { unquotedLanguage } from './unquoted-language.ts'

/** The statements of an article. */
export interface ArticleStatements extends Page<Statement> {
  /** The article's language, if quotes are not looked for in it. */
  readonly unquotedLanguage?: string
}

/** The statements of the article with an id, in reading order. @throws UserError if it is gone. */
export async function articleStatements(
  library: Library,
  question: { readonly viewer: Viewer; readonly article: string },
  { offset, limit }: Window,
): Promise<ArticleStatements> {
  const stored = await articleById(library, question.article, question.viewer)
  const { article, analysis } = stored
  const head = headOf(stored)
  const all = statementRows(article.text, analysis)
  return {
    rows: all
      .slice(offset, offset + limit)
      .map((row) => dropAbsent({ ...row, article: head, link: statementLink(article, row) })),
    total: all.length,
    ...dropAbsent({ unquotedLanguage: unquotedLanguage(article) }),
  }
}
