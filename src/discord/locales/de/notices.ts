import type { Catalogue } from '../catalogue.ts'
import { names } from './names.ts'

/** What is told to those who manage a server though nobody asked, in German. */
export const notices: Catalogue['notices'] = {
  heading: 'Hinweis',
  feedGivenUp: ({ feed, why }) =>
    `Der Feed „${feed}“ wird nicht mehr gelesen: ${why}. Mit /${names.feeds} ${names.check} wird er wieder versucht.`,
  feedFailing: ({ feed, why }) =>
    `Der Feed „${feed}“ ist nicht lesbar: ${why}. Er wird wieder versucht, in immer längeren Abständen.`,
  feedRecovered: ({ feed }) => `Der Feed „${feed}“ ist wieder lesbar.`,
  channelClosed: ({ reason }) =>
    `Hier wird nichts mehr gepostet. ${reason} Es geht von selbst weiter, sobald ich dort wieder posten darf.`,
  channelOpen: 'Ich darf hier wieder posten und tue es.',
}
