import { speechOf } from '../speech.ts'

const { number, worded } = speechOf('en-GB')

/** What is said of the feeds of a server. */
export const feeds = {
  heading: 'Feeds',
  noneYet: (command: string): string =>
    `There are none yet. Add one with ${command}: a page’s address will do.`,
  added: 'Added',
  firstSight: 'What a feed holds now is kept silently; what comes later is news.',
  found: (count: number): string => worded(count, 'One feed was found', `${number(count)} feeds were found`),
  readAlready: 'read already',
  empty: 'There is nothing in it yet.',
  nothingToExport: 'There is nothing to export: this server has no feeds of its own.',
  exported: 'Feeds of this server',
  exportedCount: (count: number): string =>
    `${worded(count, 'One feed', `${number(count)} feeds`)}, for any feed reader.`,
  listTitle: (server: string): string => `Feeds of ${server}`,
  secretsKept: (count: number): string =>
    `**${worded(count, 'One address holds', `${number(count)} addresses hold`)} a password or key**: without it the list would be of no use. Keep the file to yourself.`,
  secretsLeftOut: (count: number): string =>
    `${worded(count, 'One address holds a password or key and is', `${number(count)} addresses hold a password or key and are`)} left out: those who manage the server are given the whole list.`,
  imported: 'List taken over',
  addedCount: (count: number): string => `Added: **${number(count)}**`,
  knownCount: (count: number): string => `Read already: **${number(count)}**`,
  leftOutCount: (count: number): string => `Left out: **${number(count)}**`,
  unusable: (count: number): string => `${number(count)} without a web address`,
  removed: 'No longer read',
  removedNote: 'What came through it alone is no longer found here.',
  ownCount: (count: number, most: number): string => `${number(count)} of ${number(most)} of this server`,
  openCount: (count: number): string => `${number(count)} open to all`,
  failingCount: (count: number): string => `${number(count)} failing`,
  givenUpCount: (count: number): string => `${number(count)} given up`,
  openToAll: 'open to all',
}

/** How a feed is. */
export const feedState = {
  givenUp: (why: string): string => `given up: ${why}`,
  failing: (since: string, why: string): string => `failing since ${since}: ${why}`,
  notReadYet: 'not read yet',
  read: (when: string): string => `read ${when}`,
  beingRead: 'being read now',
  next: (when: string): string => `next ${when}`,
  lastRead: (when: string): string => `Last read: ${when}`,
  neverRead: 'Last read: never yet',
  lastNews: (when: string): string => `Last news: ${when}`,
  noNews: 'Last news: none yet',
  nextRead: (when: string): string => `Next read: ${when}`,
  nextReadNow: 'Next read: now',
  nextReadNever: 'Next read: never',
  lastError: (why: string): string => `Last error: ${why}`,
  noError: 'Last error: none',
  failingSince: (since: string, count: number): string =>
    `Failing since ${since}, ${worded(count, 'once', `${number(count)} times`)} in a row`,
  leftAlone: (until: string): string => `Its server asks to be left alone until ${until}`,
  whyGivenUp: (why: string): string => `Given up: ${why}`,
  unreadableSince: (day: string, why: string): string => `not readable since ${day}: ${why}`,
  readAgain: (button: string): string => `Once that is mended, “${button}” has it read again`,
  operators: 'It is in the operator’s list and open to all: only the operator can change that.',
}
