import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number } = speechOf('fr')

/** What is said of follows, in French. */
export const follows: Catalogue['follows'] = {
  everyArticle: 'Chaque nouvel article',
  newArticles: (conditions) => `Les nouveaux articles ${conditions}`,
  about: (words) => `sur ${words}`,
  speaks: (name) => `dans lesquels ${name} s’exprime`,
  from: (publisher) => `de ${publisher}`,
  without: (words) => `sans ${words}`,
  speaker: (name) => `personne ${name}`,
  sentence: ({ what, place, mention, times }) =>
    `${what} → ${place}${mention === undefined ? '' : `, avec mention de ${mention}`}, ${times}.`,
  yourDirectMessages: 'vos messages privés',
  published: (channel) => `${channel} (publié dans les salons qui le suivent)`,
  hourly: 'en condensé à chaque heure pile',
  daily: (at) => `en condensé chaque jour à ${at}`,
  atOnce: 'dès leur arrivée',
  atMost: (most, at) => `au plus ${number(most)} par jour et le reste en condensé à ${at}`,
  silent: (from, to) => `silence de ${from} à ${to}`,
  follows: 'Suivis',
  noneYet: (command) => `Il n’y en a pas encore. Créez-en un avec ${command}.`,
  following: 'Suivi créé',
  changed: 'Modifié',
  noLongerFollowed: 'Suivi retiré',
  paused: 'Suspendu',
  resumable: (command) => `${command} le fait reprendre.`,
  followedAgain: 'Suivi repris',
  pausedSince: (reason) => `Suspendu : ${reason}`,
  alertsComeHere: 'Les alertes arrivent ici',
  alertsHow: (list, remove) => `${list} les montre, ${remove} en arrête une.`,
  noneOfWeek: 'Rien de la semaine passée n’aurait été publié.',
  someOfWeek: (posted, all) =>
    `De la semaine passée, ${number(posted)} sur ${number(all)} auraient été publiés :`,
  test: 'Ce que ce suivi retient de la semaine passée',
  posted: (posted, all) => `Publiés : ${number(posted)} sur ${number(all)}`,
  notPosted: (count) => `Non publiés : ${number(count)}`,
  nothing: 'rien',
}

/** Why a follow is paused: a whole sentence, in French. */
export const reasons: Catalogue['reasons'] = {
  byHand: 'Quelqu’un l’a suspendu.',
  channelDeleted: 'Le salon a été supprimé.',
  serverLeft: 'Le bot a été retiré de ce serveur.',
  refused: (why) => `Discord y a refusé une publication : ${why}.`,
}
