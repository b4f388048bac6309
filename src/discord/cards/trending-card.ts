import type { SubjectKind } from '../../archive/subjects.ts'
import { type Trend, type Trending, type TrendWindow, trendWindows } from '../../queries/trending.ts'
import { componentId } from '../component-id.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { button, type Card, type CardFile, card, divider, menu, picture, row, text } from './card.ts'
import { clip } from './text.ts'
import { countsOf, spanOf, times } from './trend-words.ts'

/** Longest name in the list. */
const maxName = 80
/** Longest value of a menu's option. */
const maxValue = 100

/** How trends are shown. */
export interface TrendsView {
  readonly say: Catalogue
  /** The kind that was asked for; absent: both. */
  readonly kind?: SubjectKind | undefined
  /** The same as a picture. */
  readonly chart?: CardFile | undefined
}

/** What rose against its own past, as text and, where one is given, as a picture of the same. */
export function trendingCard(found: Trending, { say, kind, chart }: TrendsView): Card {
  const { trends, window } = found
  const rose = say.trends.rose(spanOf(window, say))
  const heading = text(`### ${rose}\n-# ${basisOf(found, say)}`)
  const windows = row(...windowButtons(window, kind, say))
  if (trends.length === 0) return card(heading, text(nothingOf(found, say)), windows)
  const made = card(
    heading,
    ...(chart === undefined ? [] : [picture(chart)]),
    ...sectionOf('person', found, say),
    ...sectionOf('topic', found, say),
    divider(),
    articlesMenu(trends, say),
    windows,
  )
  return chart === undefined ? made : { ...made, files: [chart] }
}

function basisOf({ articles, past, window }: Trending, say: Catalogue): string {
  return say.trends.basis({ articles, past, pastDays: trendWindows[window].pastDays })
}

function nothingOf({ articles, past }: Trending, say: Catalogue): string {
  if (articles === 0) return say.trends.noArticles
  if (past === 0) return say.trends.noPast
  return say.trends.nothingRose
}

function sectionOf(kind: SubjectKind, found: Trending, say: Catalogue): readonly ReturnType<typeof text>[] {
  const label = kind === 'person' ? say.trends.people : say.trends.topics
  const lines = found.trends
    .filter((trend) => trend.kind === kind)
    .map(
      (trend) =>
        `${clip(trend.name, maxName)} **${times(trend.times, say)}** · ${countsOf(trend, found, say)}`,
    )
  return lines.length === 0 ? [] : [text(`**${label}**\n${lines.join('\n')}`)]
}

function articlesMenu(trends: readonly Trend[], say: Catalogue): ReturnType<typeof menu> {
  const queries = [...new Set(trends.map(({ name }) => `"${name.replace(/["“”„]/g, ' ')}"`))]
  return menu(
    componentId('search', 'open'),
    say.menus.findArticlesAbout,
    queries
      .filter((query) => query.length <= maxValue)
      .map((query) => ({ label: query.slice(1, -1), value: query })),
  )
}

function windowButtons(
  shown: TrendWindow,
  kind: SubjectKind | undefined,
  say: Catalogue,
): ReturnType<typeof button>[] {
  return (Object.keys(trendWindows) as TrendWindow[]).map((window) =>
    button(say.choices[window], componentId('trending', 'window', window, kind), {
      disabled: window === shown,
    }),
  )
}
