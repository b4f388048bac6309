import type { WhoSaid } from '../../queries/who-said.ts'
import { type Card, card, divider, text } from './card.ts'
import { type PageView, pager } from './pager.ts'
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
  const statements = sides.flatMap(({ said }) => said.rows)
  return card(
    text(`### ${heading}`),
    ...sides.flatMap(({ speaker, said }) => [divider(), text(side(speaker, said))]),
    ...(statements.length === 0 ? [] : [contextMenu(statements)]),
    ...pager(view),
  )
}

function side(speaker: string, { rows, total }: WhoSaid): string {
  const count = total === 1 ? '1 statement' : `${total} statements`
  const none = total === 0 ? ['Nothing is found.'] : rows.length === 0 ? ['No more.'] : []
  return [`**${clip(speaker, maxName)}** · ${count}`, ...rows.map(statementText), ...none].join('\n\n')
}
