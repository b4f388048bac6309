import type { Problems, Right } from '../../../problems.ts'
import { speechOf } from '../speech.ts'
import { choices, names } from './names.ts'

const { counted } = speechOf('es')

/** As Discord calls them. */
const rightNames: Readonly<Record<Right, string>> = {
  'View Channel': 'Ver canales',
  'Send Messages': 'Enviar mensajes',
  'Read Message History': 'Leer el historial de mensajes',
}

/** What an asker can mend, in Spanish. */
export const problems: Problems = {
  noTime: ({ typed }) =>
    `«${typed}» no es un tiempo que conozca: escribe 12h, 3d, 2w o una fecha como 2026-01-31.`,
  noArticle: ({ asked }) =>
    `No tengo ningún artículo «${asked}». Da palabras de su titular, o elige uno de la lista al escribir.`,
  articleGone: () => 'Ya no tengo ese artículo. Pídelo de nuevo, por favor.',
  noArticles: () => 'Aún no hay artículos.',
  givenTwice: ({ field, option }) => `Están tanto ${field} como la opción ${names[option]}; basta con uno.`,
  onlyLeavesOut: ({ words }) => `«${words}» solo dice qué dejar fuera: añade una palabra que buscar.`,
  nothingBetween: ({ after, before }) => `Nada puede ser posterior a ${after} y anterior a ${before}.`,
  minusBeforeField: ({ field }) => `Un menos va delante de palabras, no de ${field}: – quítalo.`,
  fieldWithoutValue: ({ field, example }) => `${field}: necesita un valor justo detrás, como en ${example}.`,
  fieldTwice: ({ field }) => `${field}: está dos veces; basta con una.`,
  statementGone: () => 'Ese artículo ha cambiado: la declaración ya no está en él.',
  expressionTooLong: ({ length, most }) => `Son ${length} caracteres; puedo buscar ${most} como mucho.`,
  noWord: ({ text }) => `No hay ninguna palabra que buscar en «${text}».`,
  noName: ({ speaker }) => `«${speaker}» no es un nombre.`,
  nameSomething: () =>
    `Dime a quién (${names.speaker}), qué tema (${names.about}) o qué palabras (${names.words}) buscar.`,
  nameFirstSpeaker: () =>
    `Nombra también a la primera persona (${names.speaker}), para comparar con ella a la segunda.`,
  nameSpeakerOfDays: () => `Nombra a la persona (${names.speaker}) cuyos días quieres ver.`,
  daysByWords: () => 'Los días se dan por persona y tema, no por palabras.',
  webOnly: () => 'Solo leo direcciones http y https.',
  noPasswords: ({ host }) =>
    `No leo direcciones que contengan un nombre de usuario o una contraseña (${host}).`,
  unreadable: ({ what, why }) => `No puedo leer ${what}: ${why}.`,
  readingOff: () => 'Aquí está desactivado leer páginas web a petición.',
  tooManyPages: ({ whose, rate, seconds }) =>
    `Leo ${counted(rate, 'página', 'páginas')} por minuto para ${whose === 'member' ? 'una persona' : 'un servidor'}. Inténtalo de nuevo en ${counted(seconds, 'segundo', 'segundos')}.`,
  noFeedAt: ({ address, why }) =>
    `No hay ninguna fuente en ${address}: ${why}. Tampoco hay ninguna enlazada allí ni en los lugares habituales.`,
  leftAlone: ({ until }) =>
    `Su servidor pide que lo dejen en paz hasta ${until} UTC. Entonces la volveré a leer.`,
  notTheirFeed: () => 'Esa fuente no es de este servidor.',
  listTooLarge: ({ name, megabytes }) =>
    `«${name}» es demasiado grande: se leen listas de fuentes de hasta ${megabytes} MB.`,
  forgotten: () => 'Hace demasiado tiempo para que lo recuerde. Pregunta de nuevo, por favor.',
  readAlready: ({ address }) => `Este servidor ya lee ${address}.`,
  openAlready: ({ address }) => `${address} ya se lee para todos: está en la lista del operador.`,
  tooManyFeeds: ({ most }) =>
    `Este servidor tiene ${most} fuentes, el máximo. Quita antes una con /${names.feeds} ${names.remove}.`,
  unknownCommand: ({ name }) => `Ya no conozco /${name}.`,
  unknownMenuCommand: ({ name }) => `Ya no conozco «${name}».`,
  feedsOfServers: () => `Las fuentes son de un servidor: usa allí /${names.feeds}.`,
  followsOfServers: () => `Los seguimientos son de un servidor: usa allí /${names.follow}.`,
  settingsOfServers: () => `Los ajustes son de un servidor: usa allí /${names.settings}.`,
  feedStays: ({ name }) => `«${name}» está en la lista del operador, abierta a todos: se queda.`,
  noFeed: ({ asked }) => `Este servidor no lee ninguna fuente «${asked}». Elige una de la lista al escribir.`,
  feedNotRead: () => 'Esa fuente ya no se lee.',
  tooManyFollows: ({ most, command }) =>
    `Ya hay ${most} seguimientos. Quita antes uno con /${names[command]} ${names.remove}.`,
  noFollow: ({ asked }) => `No hay ningún seguimiento «${asked}». Elige uno de la lista al escribir.`,
  idleTime: () =>
    `«${names.at}» dice cuándo llega un boletín: añade ${names.delivery}:${choices.daily}, o ${names.most} para lo que pase del límite.`,
  noTimeOfDay: ({ typed }) => `«${typed}» no es una hora del día: escríbela como 07:30.`,
  noHours: ({ typed }) => `«${typed}» no es un tramo de horas: escríbelo como 22:00-07:00.`,
  noTimezone: ({ typed }) => `No conozco la zona horaria «${typed}»: escríbela como Europe/Madrid.`,
  notManager: () => 'Solo pueden hacerlo quienes gestionan el servidor.',
  channelUnseen: () => `No veo ese canal. Dame allí «${rightNames['View Channel']}» e inténtalo de nuevo.`,
  channelRefused: ({ rights }) =>
    `No puedo publicar en ese canal: dame allí ${rights.map((right) => rightNames[right]).join(', ')} e inténtalo de nuevo.`,
  mentionOfAll: () => 'Un seguimiento no puede mencionar a todos. Elige otro rol.',
  mentionRefused: () =>
    'No puedes mencionar ese rol: haz que se pueda mencionar, o pídeselo a quien pueda mencionar a todos.',
  notPublishable: () =>
    `Solo puede publicarse lo que está en un canal de anuncios. Deja fuera ${names.crosspost}.`,
  directMessagesClosed: () =>
    'Tus mensajes directos están cerrados para mí. Permítelos en los ajustes de privacidad de un servidor donde yo esté e inténtalo de nuevo.',
  noLink: () => 'No hay ningún enlace en ese mensaje.',
}
