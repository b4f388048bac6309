import type { WhoSaid } from '../../queries/who-said.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { type Card, card, divider, text } from './card.ts'
import { howMany, type PageView, pager } from './pager.ts'
import { contextMenu, statementText } from './statements-card.ts'
import { clip } from './text.ts'

/** Statements of each speaker on one page: four of both fit one card. */
export const comparedPerPage = 2
const maxName = 60

/** What two speakers said, one below the other: name, how many statements there are, and a page of them. */
export function compareCard(
  sides: readonly { readonly speaker: string; readonly said: WhoSaid }[],
  heading: string,
  view: PageView,
): Card {
  const { say } = view
  const statements = sides.flatMap(({ said }) => said.rows)
  return card(
    text(`### ${heading}`),
    ...sides.flatMap(({ speaker, said }) => [divider(), text(side(speaker, said, say))]),
    ...(statements.length === 0 ? [] : [contextMenu(statements, say)]),
    ...pager(view),
  )
}

function side(speaker: string, found: WhoSaid, say: Catalogue): string {
  const { rows, total } = found
  const { statements, nothingIsFound, noMore } = say.statements
  const none = total === 0 ? [nothingIsFound] : rows.length === 0 ? [noMore] : []
  const said = rows.map((row) => statementText(row, say))
  return [`**${clip(speaker, maxName)}** · ${howMany(found, statements, say)}`, ...said, ...none].join('\n\n')
}
