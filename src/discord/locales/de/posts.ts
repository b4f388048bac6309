import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, worded } = speechOf('de')

const places = { headline: 'in der Schlagzeile', standfirst: 'im Vorspann', text: 'im Text' }

/** What is said with announcements and digests, in German. */
export const posts: Catalogue['posts'] = {
  followedHere: (follows) => `Hier abonniert: ${follows}`,
  digest: (counts) => `Übersicht: ${counts}`,
  articles: (count) => worded(count, 'ein Artikel', `${number(count)} Artikel`),
  articlesAndStories: (articles, stories) =>
    `${articles}, ${worded(stories, 'eine Geschichte', `${number(stories)} Geschichten`)}`,
  digestOf: (day, articles) => `Übersicht vom ${day}: ${articles}`,
  quotedMostHeading: 'Am meisten zitiert',
  quotedMost: (people) => `Am meisten zitiert: ${people}`,
  alsoTold: (outlets) => `auch bei ${outlets}`,
  digestGone: 'Diese Übersicht gibt es nicht mehr.',
}

/** Why something was posted or not, in German. */
export const why: Catalogue['why'] = {
  heading: 'Warum das gepostet wurde',
  gone: 'Das Abo, das es hier wollte, gibt es nicht mehr.',
  inPlace: (words, place) => `„${words}“ ${places[place]}`,
  says: (name) => `${name} sagt`,
  withPassage: (where, passage) => `${where}: ${passage}`,
  doesNotHold: (words) => `enthält nicht ${words}`,
  holdsLeftOut: (words, held) => `enthält, was ${words} ausschließt: ${held}`,
  noStatement: (name) => `keine sichere Aussage von ${name}`,
  notFrom: (publisher) => `nicht von ${publisher}`,
  holdsExcluded: (held) => `enthält ${held}, was ausgeschlossen ist`,
  quoted: (words) => `„${words}“`,
}
