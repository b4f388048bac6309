import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number } = speechOf('es')

/** What is said of follows, in Spanish. */
export const follows: Catalogue['follows'] = {
  everyArticle: 'Cada artículo nuevo',
  newArticles: (conditions) => `Los artículos nuevos ${conditions}`,
  about: (words) => `sobre ${words}`,
  speaks: (name) => `en los que ${name} dice algo`,
  from: (publisher) => `de ${publisher}`,
  without: (words) => `sin ${words}`,
  speaker: (name) => `persona ${name}`,
  sentence: ({ what, place, mention, times }) =>
    `${what} → ${place}${mention === undefined ? '' : `, con mención de ${mention}`}, ${times}.`,
  yourDirectMessages: 'tus mensajes directos',
  published: (channel) => `${channel} (publicado en los canales que lo siguen)`,
  hourly: 'en un boletín a cada hora en punto',
  daily: (at) => `en un boletín cada día a las ${at}`,
  atOnce: 'en cuanto llegan',
  atMost: (most, at) => `como mucho ${number(most)} al día y el resto en un boletín a las ${at}`,
  silent: (from, to) => `en silencio de ${from} a ${to}`,
  follows: 'Seguimientos',
  noneYet: (command) => `Aún no hay ninguno. Crea uno con ${command}.`,
  following: 'Seguimiento creado',
  changed: 'Cambiado',
  noLongerFollowed: 'Seguimiento quitado',
  paused: 'En pausa',
  resumable: (command) => `${command} lo reanuda.`,
  followedAgain: 'Seguimiento reanudado',
  pausedSince: (reason) => `En pausa: ${reason}`,
  alertsComeHere: 'Las alertas llegan aquí',
  alertsHow: (list, remove) => `${list} las muestra, ${remove} termina una.`,
  noneOfWeek: 'De la última semana no se habría publicado nada.',
  someOfWeek: (posted, all) => `De la última semana habría publicado ${number(posted)} de ${number(all)}:`,
  test: 'Qué hace este seguimiento con la última semana',
  posted: (posted, all) => `Publicados: ${number(posted)} de ${number(all)}`,
  notPosted: (count) => `No publicados: ${number(count)}`,
  nothing: 'nada',
}

/** Why a follow is paused: a whole sentence, in Spanish. */
export const reasons: Catalogue['reasons'] = {
  byHand: 'Alguien lo ha puesto en pausa.',
  channelDeleted: 'El canal se ha borrado.',
  serverLeft: 'El bot fue retirado de este servidor.',
  refused: (why) => `Discord rechazó allí una publicación: ${why}.`,
}
