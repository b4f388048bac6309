import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, worded } = speechOf('es')

const places = { headline: 'en el titular', standfirst: 'en la entradilla', text: 'en el texto' }

/** What is said with announcements and digests, in Spanish. */
export const posts: Catalogue['posts'] = {
  followedHere: (follows) => `Seguido aquí: ${follows}`,
  digest: (counts) => `Boletín: ${counts}`,
  articles: (count) => worded(count, 'un artículo', `${number(count)} artículos`),
  articlesAndStories: (articles, stories) =>
    `${articles}, ${worded(stories, 'una historia', `${number(stories)} historias`)}`,
  digestOf: (day, articles) => `Boletín del ${day}: ${articles}`,
  quotedMostHeading: 'Los más citados',
  quotedMost: (people) => `Los más citados: ${people}`,
  alsoTold: (outlets) => `también en ${outlets}`,
  digestGone: 'Ese boletín ya no existe.',
}

/** Why something was posted or not, in Spanish. */
export const why: Catalogue['why'] = {
  heading: 'Por qué se publicó esto',
  gone: 'El seguimiento que lo pedía aquí ya no existe.',
  inPlace: (words, place) => `«${words}» ${places[place]}`,
  says: (name) => `${name} dice`,
  withPassage: (where, passage) => `${where}: ${passage}`,
  doesNotHold: (words) => `no contiene ${words}`,
  holdsLeftOut: (words, held) => `contiene lo que ${words} descarta: ${held}`,
  noStatement: (name) => `ninguna declaración segura de ${name}`,
  notFrom: (publisher) => `no es de ${publisher}`,
  holdsExcluded: (held) => `contiene ${held}, que está excluido`,
  quoted: (words) => `«${words}»`,
}
