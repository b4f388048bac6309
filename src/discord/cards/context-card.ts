import type { StatementContext } from '../../queries/statement-context.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { byline, linkedTitle } from './article-lines.ts'
import { type Card, card, divider, linkButton, row, text } from './card.ts'
import { markedText } from './marked-text.ts'
import { statementHead } from './statements-card.ts'
import { clip } from './text.ts'

/** Longest headline, paragraph before or after, and all paragraphs of the statement together. */
const maxTitle = 200
const maxAround = 500
const maxOwn = 2000
/** Paragraphs of a statement that are shown; a longer speech is better read at its publisher's. */
const maxParagraphs = 4

/** The text around a statement: its paragraphs with its words in bold, and one paragraph before and after. */
export function contextCard(
  { statement, before, paragraphs, after }: StatementContext,
  say: Catalogue,
): Card {
  const shown = paragraphs.slice(0, maxParagraphs)
  const limit = Math.floor(maxOwn / shown.length)
  const lines = [
    ...(before === undefined ? [] : [`-# ${clip(before, maxAround)}`]),
    ...shown.map((paragraph) => markedText(paragraph.text, paragraph.marks, { limit })),
    ...(paragraphs.length > shown.length ? ['…'] : []),
    ...(after === undefined ? [] : [`-# ${clip(after, maxAround)}`]),
  ]
  return card(
    text(
      `${statementHead(statement, say)}\n-# ${linkedTitle(statement.article, maxTitle)} · ${byline(statement.article, say)}`,
    ),
    divider(),
    text(lines.join('\n\n')),
    ...linkRow(statement.link, say),
  )
}

function linkRow(link: string | undefined, say: Catalogue): readonly ReturnType<typeof row>[] {
  const buttons = linkButton(say.buttons.readItThere, link)
  return buttons.length === 0 ? [] : [row(...buttons)]
}
