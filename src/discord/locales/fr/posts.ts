import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, worded } = speechOf('fr')

const places = { headline: 'dans le titre', standfirst: 'dans le chapeau', text: 'dans le texte' }

/** What is said with announcements and digests, in French. */
export const posts: Catalogue['posts'] = {
  followedHere: (follows) => `Suivis ici : ${follows}`,
  digest: (counts) => `Condensé : ${counts}`,
  articles: (count) => worded(count, 'un article', `${number(count)} articles`),
  articlesAndStories: (articles, stories) =>
    `${articles}, ${worded(stories, 'un sujet', `${number(stories)} sujets`)}`,
  digestOf: (day, articles) => `Condensé du ${day} : ${articles}`,
  quotedMostHeading: 'Les plus cités',
  quotedMost: (people) => `Les plus cités : ${people}`,
  alsoTold: (outlets) => `aussi chez ${outlets}`,
  digestGone: 'Ce condensé n’existe plus.',
}

/** Why something was posted or not, in French. */
export const why: Catalogue['why'] = {
  heading: 'Pourquoi ceci a été publié',
  gone: 'Le suivi qui le demandait ici n’existe plus.',
  inPlace: (words, place) => `« ${words} » ${places[place]}`,
  says: (name) => `${name} dit`,
  withPassage: (where, passage) => `${where} : ${passage}`,
  doesNotHold: (words) => `ne contient pas ${words}`,
  holdsLeftOut: (words, held) => `contient ce que ${words} écarte : ${held}`,
  noStatement: (name) => `aucune déclaration sûre de ${name}`,
  notFrom: (publisher) => `pas de ${publisher}`,
  holdsExcluded: (held) => `contient ${held}, qui est exclu`,
  quoted: (words) => `« ${words} »`,
}
