/** The words for each problem that an asker can mend, in English. Other languages have the same ones (see discord/locales). */
export const problems = {
  noTime: ({ typed }: { typed: string }): string =>
    `“${typed}” is no time I know: write 12h, 3d, 2w or a date such as 2026-01-31.`,
  noArticle: ({ asked }: { asked: string }): string =>
    `I keep no article “${asked}”. Give words of its headline, or pick one from the list as you type.`,
  articleGone: (): string => 'I no longer have that article. Please ask for it again.',
  noArticles: (): string => 'There are no articles yet.',
  givenTwice: ({ field, option }: { field: string; option: 'publisher' | 'since' }): string =>
    `Both ${field} and the option ${option} are given; one is enough.`,
  onlyLeavesOut: ({ words }: { words: string }): string =>
    `“${words}” only says what to leave out: add a word to look for.`,
  nothingBetween: ({ after, before }: { after: string; before: string }): string =>
    `Nothing can be after ${after} and before ${before}.`,
  minusBeforeField: ({ field }: { field: string }): string =>
    `A minus goes before words, not before ${field}: – leave it away.`,
  fieldWithoutValue: ({ field, example }: { field: string; example: string }): string =>
    `${field}: needs a value right behind it, as in ${example}.`,
  fieldTwice: ({ field }: { field: string }): string => `${field}: stands twice; once is enough.`,
  statementGone: (): string => 'That article has changed: the statement is no longer in it.',
  expressionTooLong: ({ length, most }: { length: number; most: number }): string =>
    `That is ${length} characters long; at most ${most} can be looked for.`,
  noWord: ({ text }: { text: string }): string => `There is no word to look for in “${text}”.`,
  noName: ({ speaker }: { speaker: string }): string => `“${speaker}” is no name.`,
  nameSomething: (): string =>
    'Tell me whom (speaker), what about (about) or which words (words) to look for.',
  nameFirstSpeaker: (): string => 'Name the first speaker too (speaker), to compare the second with.',
  nameSpeakerOfDays: (): string => 'Name the speaker (speaker) whose days you want to see.',
  daysByWords: (): string => 'Days are told by speaker and topic (about), not by words.',
  webOnly: (): string => 'I read http and https addresses only.',
  noPasswords: ({ host }: { host: string }): string =>
    `I read no addresses with a user name or password in them (${host}).`,
  unreadable: ({ what, why }: { what: string; why: string }): string => `I cannot read ${what}: ${why}.`,
  readingOff: (): string => 'Reading web pages on request is switched off here.',
  tooManyPages: ({ whose, rate, seconds }: TooMany): string => {
    const pages = rate === 1 ? 'one page' : `${rate} pages`
    const [who, wait] = [whose === 'member' ? 'a person' : 'a server', seconds === 1 ? 'second' : 'seconds']
    return `I read ${pages} a minute for ${who}. Try again in ${seconds} ${wait}.`
  },
  noFeedAt: ({ address, why }: { address: string; why: string }): string =>
    `There is no feed at ${address}: ${why}. None is linked there or in the usual places either.`,
  leftAlone: ({ until }: { until: string }): string =>
    `Its server asks to be left alone until ${until} UTC. I read it again then.`,
  notTheirFeed: (): string => 'That feed is not one of this server’s.',
  listTooLarge: ({ name, megabytes }: { name: string; megabytes: number }): string =>
    `“${name}” is too large: lists of feeds up to ${megabytes} MB are read.`,
  forgotten: (): string => 'That is too long ago for me to remember. Please ask again.',
  readAlready: ({ address }: { address: string }): string => `This server reads ${address} already.`,
  openAlready: ({ address }: { address: string }): string =>
    `${address} is read for everybody already: it is in the operator’s list.`,
  tooManyFeeds: ({ most }: { most: number }): string =>
    `This server has ${most} feeds, the most there may be. Remove one with /feeds remove first.`,
  unknownCommand: ({ name }: { name: string }): string => `I no longer know /${name}.`,
  unknownMenuCommand: ({ name }: { name: string }): string => `I no longer know “${name}”.`,
  feedsOfServers: (): string => 'Feeds belong to a server: use /feeds there.',
  followsOfServers: (): string => 'Follows belong to a server: use /follow there.',
  settingsOfServers: (): string => 'Settings belong to a server: use /settings there.',
  feedStays: ({ name }: { name: string }): string =>
    `“${name}” is in the operator’s list, which is open to all: it stays.`,
  noFeed: ({ asked }: { asked: string }): string =>
    `This server reads no feed “${asked}”. Pick one from the list as you type.`,
  feedNotRead: (): string => 'That feed is not read any more.',
  tooManyFollows: ({ most, command }: { most: number; command: 'follow' | 'alerts' }): string =>
    `There are ${most} follows already. Remove one with /${command} remove first.`,
  noFollow: ({ asked }: { asked: string }): string =>
    `There is no follow “${asked}”. Pick one from the list as you type.`,
  idleTime: (): string =>
    '“at” says when a digest comes: add delivery:daily, or most for what is over the limit.',
  noTimeOfDay: ({ typed }: { typed: string }): string =>
    `“${typed}” is no time of the day: write it as 07:30.`,
  noHours: ({ typed }: { typed: string }): string =>
    `“${typed}” are no hours of the day: write them as 22:00-07:00.`,
  noTimezone: ({ typed }: { typed: string }): string =>
    `I know no time zone “${typed}”: write it as Europe/Berlin.`,
  notManager: (): string => 'Only those who manage the server can do that.',
  channelUnseen: (): string => 'I cannot see that channel. Give me View Channel there and try again.',
  channelRefused: ({ rights }: { rights: readonly Right[] }): string =>
    `I may not post in that channel: give me ${rights.join(', ')} there and try again.`,
  mentionOfAll: (): string => 'A follow cannot mention everyone. Choose another role.',
  mentionRefused: (): string =>
    'That role cannot be mentioned by you: make it mentionable, or ask somebody who may mention all.',
  notPublishable: (): string =>
    'Only what is posted in an announcement channel can be published. Leave crosspost out.',
  directMessagesClosed: (): string =>
    'Your direct messages are closed to me. Allow them in the privacy settings of a server where I am, and try again.',
  noLink: (): string => 'There is no link in that message.',
}

/** What the bot must be allowed to do where it posts, as Discord calls it in English. */
export type Right = 'View Channel' | 'Send Messages' | 'Read Message History'

interface TooMany {
  /** Whose minute is full. */
  whose: 'member' | 'server'
  /** Pages a minute. */
  rate: number
  /** Until one more may be read. */
  seconds: number
}

/** The words for every problem, in one language. */
export type Problems = typeof problems

/** A problem as data: its kind, and what has to be put into the words for it. */
export type Problem = {
  [Kind in keyof Problems]: { readonly kind: Kind } & ProblemData<Problems[Kind]>
}[keyof Problems]

type ProblemData<Words> = Words extends (data: infer Data) => string ? Readonly<Data> : unknown

/** A problem in words. */
export function tellProblem(problem: Problem, words: Problems): string {
  const tell = words[problem.kind] as (data: Problem) => string
  return tell(problem)
}
