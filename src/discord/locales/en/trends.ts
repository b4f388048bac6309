import { speechOf } from '../speech.ts'

const { number, counted } = speechOf('en-GB')

/** What is said of what rose. */
export const trends = {
  /** A stretch of days. */
  span: (days: number): string => (days === 1 ? '24 hours' : `${number(days)} days`),
  rose: (span: string): string => `What rose in the last ${span}`,
  basis: ({ articles, past, pastDays }: { articles: number; past: number; pastDays: number }): string =>
    `${counted(articles, 'article', 'articles')}, held against ${number(past)} of the ${number(pastDays)} days before`,
  noArticles: 'There are no articles of this time.',
  noPast: 'I have no articles of the days before to compare with.',
  nothingRose: 'Nothing came up clearly more often than before.',
  people: 'People',
  topics: 'Topics',
  counts: ({
    articles,
    all,
    past,
    allPast,
  }: {
    articles: number
    all: number
    past: number
    allPast: number
  }): string =>
    `${number(articles)} of ${number(all)} articles, ${number(past)} of ${number(allPast)} before`,
  picture: ({ span, pastDays, rows }: { span: string; pastDays: number; rows: string }): string =>
    `Bars of the share of each day’s articles, the last ${span} and the ${number(pastDays)} days before: ${rows}`,
  chartBasis: ({ articles, past, pastDays }: { articles: number; past: number; pastDays: number }): string =>
    `Share of each day’s articles · ${counted(articles, 'article', 'articles')} now, ${number(past)} in the ${number(pastDays)} days before`,
  nowAndBefore: (now: number, before: number): string => `${number(now)} now · ${number(before)} before`,
}
