import type { SubjectKind } from '../../archive/subjects.ts'
import { type Trend, type Trending, type TrendWindow, trendWindows } from '../../queries/trending.ts'
import { componentId } from '../component-id.ts'
import { button, type Card, type CardFile, card, divider, menu, picture, row, text } from './card.ts'
import { clip } from './text.ts'
import { countsOf, spanOf, times } from './trend-words.ts'

/** Longest name in the list. */
const maxName = 80
/** Longest value of a menu's option. */
const maxValue = 100

/** What rose against its own past, as text and, where one is given, as a picture of the same. */
export function trendingCard(found: Trending, kind?: SubjectKind, chart?: CardFile): Card {
  const { trends, window } = found
  const heading = text(`### What rose in the last ${spanOf(window)}\n-# ${basisOf(found)}`)
  const windows = row(...windowButtons(window, kind))
  if (trends.length === 0) return card(heading, text(nothingOf(found)), windows)
  const made = card(
    heading,
    ...(chart === undefined ? [] : [picture(chart)]),
    ...sectionOf('People', trends, { kind: 'person', found }),
    ...sectionOf('Topics', trends, { kind: 'topic', found }),
    divider(),
    articlesMenu(trends),
    windows,
  )
  return chart === undefined ? made : { ...made, files: [chart] }
}

function basisOf({ articles, past, window }: Trending): string {
  const { pastDays } = trendWindows[window]
  return `${articles} ${articles === 1 ? 'article' : 'articles'}, held against ${past} of the ${pastDays} days before`
}

function nothingOf({ articles, past }: Trending): string {
  if (articles === 0) return 'There are no articles of this time.'
  if (past === 0) return 'I have no articles of the days before to compare with.'
  return 'Nothing came up clearly more often than before.'
}

function sectionOf(
  label: string,
  trends: readonly Trend[],
  { kind, found }: { readonly kind: SubjectKind; readonly found: Trending },
): readonly ReturnType<typeof text>[] {
  const lines = trends
    .filter((trend) => trend.kind === kind)
    .map((trend) => `${clip(trend.name, maxName)} **${times(trend.times)}** · ${countsOf(trend, found)}`)
  return lines.length === 0 ? [] : [text(`**${label}**\n${lines.join('\n')}`)]
}

function articlesMenu(trends: readonly Trend[]): ReturnType<typeof menu> {
  const queries = [...new Set(trends.map(({ name }) => `"${name.replace(/["“”„]/g, ' ')}"`))]
  return menu(
    componentId('search', 'open'),
    'Find articles about…',
    queries
      .filter((query) => query.length <= maxValue)
      .map((query) => ({ label: query.slice(1, -1), value: query })),
  )
}

function windowButtons(shown: TrendWindow, kind: SubjectKind | undefined): ReturnType<typeof button>[] {
  return (Object.keys(trendWindows) as TrendWindow[]).map((window) =>
    button(window, componentId('trending', 'window', window, kind), { disabled: window === shown }),
  )
}
