import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number } = speechOf('de')

/** What is said of follows, in German. */
export const follows: Catalogue['follows'] = {
  everyArticle: 'Jeder neue Artikel',
  newArticles: (conditions) => `Neue Artikel ${conditions}`,
  about: (words) => `über ${words}`,
  speaks: (name) => `in denen ${name} etwas sagt`,
  from: (publisher) => `von ${publisher}`,
  without: (words) => `ohne ${words}`,
  speaker: (name) => `Person ${name}`,
  sentence: ({ what, place, mention, times }) =>
    `${what} → ${place}${mention === undefined ? '' : `, mit Erwähnung von ${mention}`}, ${times}.`,
  yourDirectMessages: 'deine Direktnachrichten',
  published: (channel) => `${channel} (in den Kanälen veröffentlicht, die ihm folgen)`,
  hourly: 'als Übersicht zu jeder vollen Stunde',
  daily: (at) => `als Übersicht jeden Tag um ${at}`,
  atOnce: 'sobald sie da sind',
  atMost: (most, at) => `höchstens ${number(most)} am Tag und der Rest als Übersicht um ${at}`,
  silent: (from, to) => `still von ${from} bis ${to}`,
  follows: 'Abos',
  noneYet: (command) => `Es gibt noch keine. Lege mit ${command} eins an.`,
  following: 'Abonniert',
  changed: 'Geändert',
  noLongerFollowed: 'Nicht mehr abonniert',
  paused: 'Pausiert',
  resumable: (command) => `${command} lässt es weitergehen.`,
  followedAgain: 'Wieder abonniert',
  pausedSince: (reason) => `Pausiert: ${reason}`,
  alertsComeHere: 'Meldungen kommen hierher',
  alertsHow: (list, remove) => `${list} zeigt sie, ${remove} beendet eine.`,
  noneOfWeek: 'Aus der letzten Woche wäre nichts gepostet worden.',
  someOfWeek: (posted, all) =>
    `Aus der letzten Woche hätte es ${number(posted)} von ${number(all)} gepostet:`,
  test: 'Was dieses Abo aus der letzten Woche macht',
  posted: (posted, all) => `Gepostet: ${number(posted)} von ${number(all)}`,
  notPosted: (count) => `Nicht gepostet: ${number(count)}`,
  nothing: 'nichts',
}

/** Why a follow is paused: a whole sentence, in German. */
export const reasons: Catalogue['reasons'] = {
  byHand: 'Jemand hat es pausiert.',
  channelDeleted: 'Der Kanal wurde gelöscht.',
  serverLeft: 'Der Bot wurde von diesem Server entfernt.',
  refused: (why) => `Discord hat dort einen Post abgelehnt: ${why}.`,
}
