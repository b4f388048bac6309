import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, worded } = speechOf('es')

/** What is said of the feeds of a server, in Spanish. */
export const feeds: Catalogue['feeds'] = {
  heading: 'Fuentes',
  noneYet: (command) => `Aún no hay ninguna. Añade una con ${command}: basta la dirección de una página.`,
  added: 'Añadido',
  firstSight: 'Lo que una fuente ya contiene se guarda en silencio; lo que llegue después es noticia.',
  found: (count) => worded(count, 'Se encontró una fuente', `Se encontraron ${number(count)} fuentes`),
  readAlready: 'ya se lee',
  empty: 'Todavía no hay nada en ella.',
  nothingToExport: 'No hay nada que exportar: este servidor no tiene fuentes propias.',
  exported: 'Fuentes de este servidor',
  exportedCount: (count) =>
    `${worded(count, 'Una fuente', `${number(count)} fuentes`)}, para cualquier lector de fuentes.`,
  listTitle: (server) => `Fuentes de ${server}`,
  secretsKept: (count) =>
    `**${worded(count, 'Una dirección contiene', `${number(count)} direcciones contienen`)} una contraseña o clave**: sin ella la lista no serviría de nada. Guarda el archivo para ti.`,
  secretsLeftOut: (count) =>
    `${worded(count, 'Una dirección contiene una contraseña o clave y se omite', `${number(count)} direcciones contienen una contraseña o clave y se omiten`)}: la lista entera se da a quienes gestionan el servidor.`,
  imported: 'Lista incorporada',
  addedCount: (count) => `Añadidas: **${number(count)}**`,
  knownCount: (count) => `Ya se leían: **${number(count)}**`,
  leftOutCount: (count) => `Omitidas: **${number(count)}**`,
  unusable: (count) => `${number(count)} sin dirección web`,
  removed: 'Ya no se lee',
  removedNote: 'Lo que solo llegaba por ella ya no se encuentra aquí.',
  ownCount: (count, most) => `${number(count)} de ${number(most)} de este servidor`,
  openCount: (count) => `${number(count)} abiertas a todos`,
  failingCount: (count) => `${number(count)} con fallos`,
  givenUpCount: (count) => `${number(count)} abandonadas`,
  openToAll: 'abierta a todos',
}

/** How a feed is, in Spanish. */
export const feedState: Catalogue['feedState'] = {
  givenUp: (why) => `abandonada: ${why}`,
  failing: (since, why) => `falla desde ${since}: ${why}`,
  notReadYet: 'aún no leída',
  read: (when) => `leída ${when}`,
  beingRead: 'se está leyendo',
  next: (when) => `próxima ${when}`,
  lastRead: (when) => `Última lectura: ${when}`,
  neverRead: 'Última lectura: ninguna todavía',
  lastNews: (when) => `Última noticia: ${when}`,
  noNews: 'Última noticia: ninguna todavía',
  nextRead: (when) => `Próxima lectura: ${when}`,
  nextReadNow: 'Próxima lectura: ahora',
  nextReadNever: 'Próxima lectura: nunca',
  lastError: (why) => `Último error: ${why}`,
  noError: 'Último error: ninguno',
  failingSince: (since, count) =>
    `Falla desde ${since}, ${worded(count, 'una vez', `${number(count)} veces`)} seguidas`,
  leftAlone: (until) => `Su servidor pide que lo dejen en paz hasta ${until}`,
  whyGivenUp: (why) => `Abandonada: ${why}`,
  unreadableSince: (day, why) => `ilegible desde el ${day}: ${why}`,
  readAgain: (button) => `Cuando esté arreglado, «${button}» hace que se lea de nuevo`,
  operators: 'Está en la lista del operador y abierta a todos: solo el operador puede cambiarlo.',
}
