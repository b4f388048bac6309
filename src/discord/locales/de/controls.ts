import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number } = speechOf('de')

/** Labels of buttons, in German. */
export const buttons: Catalogue['buttons'] = {
  back: '‹ Zurück',
  next: 'Weiter ›',
  summary: 'Zusammenfassung',
  shorter: 'Kürzer',
  longer: 'Länger',
  quotes: (count) => `Zitate (${number(count)})`,
  similar: 'Ähnliche',
  article: 'Artikel',
  dayByDay: 'Tag für Tag',
  allStatements: 'Alle Aussagen',
  readItThere: 'Dort lesen',
  searchFor: (query) => `Nach ${query} suchen`,
  readNow: 'Jetzt lesen',
  allFeeds: 'Alle Feeds',
  why: 'Warum?',
  more: (page, pages) => `Mehr: Seite ${number(page)} von ${number(pages)} ›`,
}

/** What stands in menus, in German. */
export const menus: Catalogue['menus'] = {
  readSummaryOf: 'Zusammenfassung lesen von…',
  showTextAround: 'Den Text darum zeigen…',
  moreOf: 'Mehr über…',
  whichToRead: 'Welche sollen gelesen werden?',
  findArticlesAbout: 'Artikel finden über…',
}
