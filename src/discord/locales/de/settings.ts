import type { Catalogue } from '../catalogue.ts'

/** What /settings tells, in German. */
export const settings: Catalogue['settings'] = {
  heading: 'Einstellungen dieses Servers',
  noNotices: '**Hinweise** nirgends: nur der Betreiber erfährt, wenn ein Feed oder Kanal ausfällt',
  noticesIn: (channel) => `**Hinweise** in ${channel}`,
  timezone: (zone) => `**Zeitzone** ${zone}: für Übersichten und Ruhezeiten`,
  noTimezone: (zone) => `**Zeitzone** ${zone}, da keine gewählt ist: für Übersichten und Ruhezeiten`,
  language: (language) => `**Sprache** ${language}`,
  noLanguage: (language) => `**Sprache** ${language}, wie Discord sagt`,
  answersPrivate: '**Antworten** sieht nur, wer gefragt hat, außer mit privat:False',
  answersOpen: '**Antworten** sehen alle, außer mit privat:True',
}
