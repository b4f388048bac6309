import type { Similar, SimilarArticle } from '../../queries/similar.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { byline, headline, linkedTitle } from './article-lines.ts'
import { type Card, card, divider, text } from './card.ts'
import { summaryMenu } from './latest-card.ts'
import { clip } from './text.ts'

/** Longest headline of the article itself. */
const maxTitle = 160
/** Shared subjects that are named, and the longest name; all are counted. */
const maxNamed = 5
const maxName = 40

/** The articles most like one, each with what they share. */
export function similarCard({ head, rows }: Similar, say: Catalogue): Card {
  const heading = text(`### ${say.lookups.like(linkedTitle(head, maxTitle))}`)
  if (rows.length === 0) return card(heading, text(say.lookups.nothingAlike))
  return card(
    heading,
    text(rows.map((row) => entry(row, say)).join('\n\n')),
    divider(),
    summaryMenu(
      rows.map((row) => row.head),
      say,
    ),
  )
}

function entry({ head, people, keywords }: SimilarArticle, say: Catalogue): string {
  const shared = [
    ...reason(people, say.lookups.sharedPeople),
    ...reason(keywords, say.lookups.sharedKeywords),
  ]
  return [headline(head), say.lookups.shares(shared.join(' · ')), `-# ${byline(head, say)}`].join('\n')
}

function reason(names: readonly string[], tell: (count: number, named: string) => string): readonly string[] {
  if (names.length === 0) return []
  const named = names.slice(0, maxNamed).map((name) => clip(name, maxName))
  return [tell(names.length, `${named.join(', ')}${names.length > maxNamed ? ' …' : ''}`)]
}
