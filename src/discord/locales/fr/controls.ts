import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number } = speechOf('fr')

/** Labels of buttons, in French. */
export const buttons: Catalogue['buttons'] = {
  back: '‹ Retour',
  next: 'Suite ›',
  summary: 'Résumé',
  shorter: 'Plus court',
  longer: 'Plus long',
  quotes: (count) => `Citations (${number(count)})`,
  similar: 'Semblables',
  article: 'Article',
  dayByDay: 'Jour par jour',
  allStatements: 'Toutes les déclarations',
  readItThere: 'Lire sur place',
  searchFor: (query) => `Rechercher ${query}`,
  readNow: 'Lire maintenant',
  allFeeds: 'Tous les flux',
  why: 'Pourquoi ?',
  more: (page, pages) => `Suite : page ${number(page)} sur ${number(pages)} ›`,
}

/** What stands in menus, in French. */
export const menus: Catalogue['menus'] = {
  readSummaryOf: 'Lire le résumé de…',
  showTextAround: 'Montrer le texte autour de…',
  moreOf: 'En savoir plus sur…',
  whichToRead: 'Lesquels faut-il lire ?',
  findArticlesAbout: 'Trouver des articles sur…',
}
