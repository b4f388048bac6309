import { type Trend, type Trending, type TrendWindow, trendWindows } from '../../queries/trending.ts'
import type { Catalogue } from '../locales/catalogue.ts'

/** A stretch of time in words: "24 hours", "7 days". */
export function spanOf(window: TrendWindow, say: Catalogue): string {
  return say.trends.span(trendWindows[window].days)
}

/** How many times as often, for people: whole from three on. */
export function times(factor: number, say: Catalogue): string {
  return `×${factor < 2.95 ? say.tenths(factor) : say.number(Math.round(factor))}`
}

/** What a trend's counts are: "9 of 42 articles, 2 of 168 before". */
export function countsOf(
  { articles, past }: Pick<Trend, 'articles' | 'past'>,
  found: Trending,
  say: Catalogue,
): string {
  return say.trends.counts({ articles, all: found.articles, past, allPast: found.past })
}

/** What the picture shows, for those who don't see it. */
export function alternativeText(found: Trending, say: Catalogue): string {
  const { pastDays } = trendWindows[found.window]
  const rows = found.trends.map(
    (trend) => `${trend.name} ${times(trend.times, say)} (${countsOf(trend, found, say)})`,
  )
  return say.trends.picture({ span: spanOf(found.window, say), pastDays, rows: rows.join('; ') })
}
