import type { Similar, SimilarArticle } from '../../queries/similar.ts'
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
export function similarCard({ head, rows }: Similar): Card {
  const heading = text(`### Like “${linkedTitle(head, maxTitle)}”`)
  if (rows.length === 0) return card(heading, text('No other article is about the same.'))
  return card(
    heading,
    text(rows.map(entry).join('\n\n')),
    divider(),
    summaryMenu(rows.map((row) => row.head)),
  )
}

function entry({ head, people, keywords }: SimilarArticle): string {
  const shared = [
    ...reason(people, people.length === 1 ? 'person' : 'people'),
    ...reason(keywords, keywords.length === 1 ? 'keyword' : 'keywords'),
  ]
  return [headline(head), `Shares ${shared.join(' · ')}`, `-# ${byline(head)}`].join('\n')
}

function reason(names: readonly string[], kind: string): readonly string[] {
  if (names.length === 0) return []
  const named = names.slice(0, maxNamed).map((name) => clip(name, maxName))
  return [`${names.length} ${kind}: ${named.join(', ')}${names.length > maxNamed ? ' …' : ''}`]
}
