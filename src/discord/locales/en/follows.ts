import { speechOf } from '../speech.ts'

const { number } = speechOf('en-GB')

/** The parts of what a follow does. */
interface Sentence {
  readonly what: string
  readonly place: string
  readonly mention?: string | undefined
  readonly times: string
}

/** What is said of follows. */
export const follows = {
  everyArticle: 'Every new article',
  newArticles: (conditions: string): string => `New articles ${conditions}`,
  about: (words: string): string => `about ${words}`,
  speaks: (name: string): string => `in which ${name} says something`,
  from: (publisher: string): string => `from ${publisher}`,
  without: (words: string): string => `without ${words}`,
  /** A speaker among the conditions of a follow, in a line of suggestions. */
  speaker: (name: string): string => `speaker ${name}`,
  sentence: ({ what, place, mention, times }: Sentence): string =>
    `${what} → ${place}${mention === undefined ? '' : `, mentioning ${mention}`}, ${times}.`,
  yourDirectMessages: 'your direct messages',
  published: (channel: string): string => `${channel} (published to the channels that follow it)`,
  hourly: 'as a digest at each full hour',
  daily: (at: string): string => `as a digest every day at ${at}`,
  atOnce: 'as soon as they arrive',
  atMost: (most: number, at: string): string =>
    `at most ${number(most)} a day and the rest as a digest at ${at}`,
  silent: (from: string, to: string): string => `silent ${from} to ${to}`,
  follows: 'Follows',
  noneYet: (command: string): string => `There are none yet. Make one with ${command}.`,
  following: 'Following',
  changed: 'Changed',
  noLongerFollowed: 'No longer followed',
  paused: 'Paused',
  resumable: (command: string): string => `${command} lets it go on.`,
  followedAgain: 'Followed again',
  pausedSince: (reason: string): string => `Paused: ${reason}`,
  alertsComeHere: 'Alerts come here',
  alertsHow: (list: string, remove: string): string => `${list} shows them, ${remove} ends one.`,
  noneOfWeek: 'Nothing of the last week would have been posted.',
  someOfWeek: (posted: number, all: number): string =>
    `Of the last week it would have posted ${number(posted)} of ${number(all)}:`,
  test: 'What this follow makes of the last week',
  posted: (posted: number, all: number): string => `Posted: ${number(posted)} of ${number(all)}`,
  notPosted: (count: number): string => `Not posted: ${number(count)}`,
  nothing: 'nothing',
}

/** Why a follow is paused: a whole sentence. */
export const reasons = {
  byHand: 'Somebody paused it.',
  channelDeleted: 'The channel was deleted.',
  serverLeft: 'The bot was removed from this server.',
  refused: (why: string): string => `Discord refused a post there: ${why}.`,
}
