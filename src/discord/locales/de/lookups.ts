import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, counted, worded, languageName } = speechOf('de')

/** Around articles, in German. */
export const lookups: Catalogue['lookups'] = {
  articles: (count) => counted(count, 'Artikel', 'Artikel'),
  moreThan: (counted) => `mehr als ${counted}`,
  publisherNotNamed: 'Medium nicht genannt',
  withoutPublisher: 'ein Artikel ohne Medium',
  corrected: (when) => `korrigiert ${when}`,
  withdrawn: (when) => `zurückgezogen ${when}`,
  sameTextIn: (outlets) => `Gleicher Text in ${outlets}`,
  alsoReportedBy: (outlets) => `Auch berichtet von ${outlets}`,
  more: (count) => `${number(count)} weitere`,
  andMore: (count) => `…und ${number(count)} weitere`,
  noArticleFits: 'Kein Artikel passt.',
  latestNews: ({ about, publisher }) =>
    `Neueste Nachrichten${about === undefined ? '' : ` über ${about}`}${publisher === undefined ? '' : ` von ${publisher}`}`,
  found: (count, query) => `${counted(count, 'Artikel', 'Artikel')} zu ${query}`,
  didYouMean: (query) => `Kein Artikel passt. Meintest du **${query}**?`,
  standfirst: 'Die Zusammenfassung des Mediums selbst',
  noSentence: 'Kein Satz dieses Artikels kann für sich stehen.',
  keywords: (terms) => `Stichwörter: ${terms}`,
  people: (names) => `Personen: ${names}`,
  unquoted: (language) =>
    `Zitate und Personen werden nur in englischen Texten gefunden; die Sprache dieses Artikels: ${languageName(language) ?? 'eine andere'}.`,
  like: (title) => `Ähnlich wie „${title}“`,
  nothingAlike: 'Kein anderer Artikel handelt davon.',
  shares: (what) => `Gemeinsam: ${what}`,
  sharedPeople: (count, names) => `${counted(count, 'Person', 'Personen')}: ${names}`,
  sharedKeywords: (count, terms) => `${counted(count, 'Stichwort', 'Stichwörter')}: ${terms}`,
  leftOut: (count, most) =>
    `${worded(count, 'Ein weiterer Link ist', `${number(count)} weitere Links sind`)} ausgelassen: Ich lese ${number(most)} je Nachricht.`,
}
