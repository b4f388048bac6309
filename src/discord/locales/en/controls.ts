import { speechOf } from '../speech.ts'

const { number } = speechOf('en-GB')

/** Labels of buttons: at most 80 characters, what is put in included. */
export const buttons = {
  back: '‹ Back',
  next: 'Next ›',
  summary: 'Summary',
  shorter: 'Shorter',
  longer: 'Longer',
  quotes: (count: number): string => `Quotes (${number(count)})`,
  similar: 'Similar',
  article: 'Article',
  dayByDay: 'Day by day',
  allStatements: 'All statements',
  readItThere: 'Read it there',
  searchFor: (query: string): string => `Search for ${query}`,
  readNow: 'Read it now',
  allFeeds: 'All feeds',
  why: 'Why?',
  more: (page: number, pages: number): string => `More: page ${number(page)} of ${number(pages)} ›`,
}

/** What stands in menus while nothing is chosen. */
export const menus = {
  readSummaryOf: 'Read the summary of…',
  showTextAround: 'Show the text around…',
  moreOf: 'More of…',
  whichToRead: 'Which shall be read?',
  findArticlesAbout: 'Find articles about…',
}
