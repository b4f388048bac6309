import { type Trend, type Trending, type TrendWindow, trendWindows } from '../../queries/trending.ts'

/** A stretch of time in words: "24 hours", "7 days". */
export function spanOf(window: TrendWindow): string {
  const { days } = trendWindows[window]
  return days === 1 ? '24 hours' : `${days} days`
}

/** How many times as often, for people: whole from three on. */
export function times(factor: number): string {
  return `×${factor < 2.95 ? factor.toFixed(1) : Math.round(factor)}`
}

/** What a trend's counts are: "9 of 42 articles, 2 of 168 before". */
export function countsOf({ articles, past }: Pick<Trend, 'articles' | 'past'>, found: Trending): string {
  return `${articles} of ${found.articles} articles, ${past} of ${found.past} before`
}

/** What the picture shows, for those who don't see it. */
export function alternativeText(found: Trending): string {
  const { pastDays } = trendWindows[found.window]
  const rows = found.trends.map((trend) => `${trend.name} ${times(trend.times)} (${countsOf(trend, found)})`)
  return `Bars of the share of each day’s articles, the last ${spanOf(found.window)} and the ${pastDays} days before: ${rows.join('; ')}`
}
