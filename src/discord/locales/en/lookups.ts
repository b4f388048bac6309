import { speechOf } from '../speech.ts'

const { number, counted, worded, languageName } = speechOf('en-GB')

/** What is said around articles: in lists, summaries, searches and trends. */
export const lookups = {
  articles: (count: number): string => counted(count, 'article', 'articles'),
  /** Of a list that is not counted to its end. */
  moreThan: (counted: string): string => `more than ${counted}`,
  publisherNotNamed: 'publisher not named',
  withoutPublisher: 'an article without publisher',
  corrected: (when: string): string => `corrected ${when}`,
  withdrawn: (when: string): string => `withdrawn ${when}`,
  sameTextIn: (outlets: string): string => `Same text in ${outlets}`,
  alsoReportedBy: (outlets: string): string => `Also reported by ${outlets}`,
  /** The end of a list that is cut. */
  more: (count: number): string => `${number(count)} more`,
  andMore: (count: number): string => `…and ${number(count)} more`,
  noArticleFits: 'No article fits.',
  latestNews: ({
    about,
    publisher,
  }: {
    about?: string | undefined
    publisher?: string | undefined
  }): string =>
    `Latest news${about === undefined ? '' : ` about ${about}`}${publisher === undefined ? '' : ` from ${publisher}`}`,
  found: (count: number, query: string): string => `${counted(count, 'article', 'articles')} for ${query}`,
  didYouMean: (query: string): string => `No article fits. Did you mean **${query}**?`,
  standfirst: 'The publisher’s own summary',
  noSentence: 'No sentence of this article can stand alone.',
  keywords: (terms: string): string => `Keywords: ${terms}`,
  people: (names: string): string => `People: ${names}`,
  /** `language`: its BCP 47 tag. */
  unquoted: (language: string): string => {
    const name = languageName(language)
    return `Quotes and people are found in English texts only; this article is in ${name ?? 'another language'}.`
  },
  like: (title: string): string => `Like “${title}”`,
  nothingAlike: 'No other article is about the same.',
  shares: (what: string): string => `Shares ${what}`,
  sharedPeople: (count: number, names: string): string => `${counted(count, 'person', 'people')}: ${names}`,
  sharedKeywords: (count: number, terms: string): string =>
    `${counted(count, 'keyword', 'keywords')}: ${terms}`,
  leftOut: (count: number, most: number): string =>
    `${worded(count, 'One more link is', `${number(count)} more links are`)} left out: I read ${number(most)} of a message.`,
}
