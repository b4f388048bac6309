import { speechOf } from '../speech.ts'

const { number, worded } = speechOf('en-GB')

const places = { headline: 'headline', standfirst: 'standfirst', text: 'text' }

/** What is said with announcements and digests. */
export const posts = {
  followedHere: (follows: string): string => `Followed here: ${follows}`,
  digest: (counts: string): string => `Digest: ${counts}`,
  articles: (count: number): string => worded(count, 'one article', `${number(count)} articles`),
  articlesAndStories: (articles: string, stories: number): string =>
    `${articles}, ${worded(stories, 'one story', `${number(stories)} stories`)}`,
  digestOf: (day: string, articles: string): string => `Digest of ${day}: ${articles}`,
  quotedMostHeading: 'Quoted most',
  quotedMost: (people: string): string => `Quoted most: ${people}`,
  alsoTold: (outlets: string): string => `also told by ${outlets}`,
  digestGone: 'That digest is not there any more.',
}

/** Why something was posted or not. */
export const why = {
  heading: 'Why this was posted',
  gone: 'The follow that asked for it here is not there any more.',
  inPlace: (words: string, place: 'headline' | 'standfirst' | 'text'): string =>
    `“${words}” in the ${places[place]}`,
  says: (name: string): string => `${name} says`,
  withPassage: (where: string, passage: string): string => `${where}: ${passage}`,
  doesNotHold: (words: string): string => `does not hold ${words}`,
  holdsLeftOut: (words: string, held: string): string => `holds what ${words} leaves out: ${held}`,
  noStatement: (name: string): string => `no sure statement by ${name}`,
  notFrom: (publisher: string): string => `not from ${publisher}`,
  holdsExcluded: (held: string): string => `holds ${held}, which is excluded`,
  quoted: (words: string): string => `“${words}”`,
}
