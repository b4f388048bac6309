import type { Problems, Right } from '../../../problems.ts'
import { speechOf } from '../speech.ts'
import { choices, names } from './names.ts'

const { counted } = speechOf('fr')

/** As Discord calls them. */
const rightNames: Readonly<Record<Right, string>> = {
  'View Channel': 'Voir les salons',
  'Send Messages': 'Envoyer des messages',
  'Read Message History': 'Voir les anciens messages',
}

/** What an asker can mend, in French. */
export const problems: Problems = {
  noTime: ({ typed }) =>
    `« ${typed} » n’est pas un moment que je connais : écrivez 12h, 3d, 2w ou une date comme 2026-01-31.`,
  noArticle: ({ asked }) =>
    `Je n’ai pas d’article « ${asked} ». Donnez des mots de son titre, ou choisissez dans la liste en tapant.`,
  articleGone: () => 'Je n’ai plus cet article. Demandez-le de nouveau, s’il vous plaît.',
  noArticles: () => 'Il n’y a pas encore d’articles.',
  givenTwice: ({ field, option }) =>
    `${field} et l’option ${names[option]} sont donnés tous deux ; un seul suffit.`,
  onlyLeavesOut: ({ words }) => `« ${words} » ne dit que ce qu’il faut écarter : ajoutez un mot à chercher.`,
  nothingBetween: ({ after, before }) => `Rien ne peut être après ${after} et avant ${before}.`,
  minusBeforeField: ({ field }) => `Un moins se met devant des mots, pas devant ${field}: – retirez-le.`,
  fieldWithoutValue: ({ field, example }) =>
    `${field}: demande une valeur juste derrière, comme dans ${example}.`,
  fieldTwice: ({ field }) => `${field}: est là deux fois ; une seule suffit.`,
  statementGone: () => 'Cet article a changé : la déclaration n’y est plus.',
  expressionTooLong: ({ length, most }) =>
    `Cela fait ${length} caractères ; je peux en chercher ${most} au plus.`,
  noWord: ({ text }) => `Il n’y a pas de mot à chercher dans « ${text} ».`,
  noName: ({ speaker }) => `« ${speaker} » n’est pas un nom.`,
  nameSomething: () =>
    `Dites-moi qui (${names.speaker}), quel sujet (${names.about}) ou quelles paroles (${names.words}) chercher.`,
  nameFirstSpeaker: () =>
    `Nommez aussi la première personne (${names.speaker}), pour lui comparer la seconde.`,
  nameSpeakerOfDays: () => `Nommez la personne (${names.speaker}) dont vous voulez voir les jours.`,
  daysByWords: () => 'Les jours se donnent par personne et par sujet, pas par paroles.',
  webOnly: () => 'Je ne lis que les adresses http et https.',
  noPasswords: ({ host }) =>
    `Je ne lis pas les adresses qui contiennent un nom d’utilisateur ou un mot de passe (${host}).`,
  unreadable: ({ what, why }) => `Je ne peux pas lire ${what} : ${why}.`,
  readingOff: () => 'La lecture de pages web à la demande est désactivée ici.',
  tooManyPages: ({ whose, rate, seconds }) =>
    `Je lis ${counted(rate, 'page', 'pages')} par minute pour ${whose === 'member' ? 'une personne' : 'un serveur'}. Réessayez dans ${counted(seconds, 'seconde', 'secondes')}.`,
  noFeedAt: ({ address, why }) =>
    `Il n’y a pas de flux à ${address} : ${why}. Aucun n’y est lié, ni aux endroits habituels.`,
  leftAlone: ({ until }) =>
    `Son serveur demande qu’on le laisse tranquille jusqu’à ${until} UTC. Je le relirai alors.`,
  notTheirFeed: () => 'Ce flux n’est pas de ce serveur.',
  listTooLarge: ({ name, megabytes }) =>
    `« ${name} » est trop grand : les listes de flux se lisent jusqu’à ${megabytes} Mo.`,
  forgotten: () => 'C’est trop ancien pour que je m’en souvienne. Demandez de nouveau, s’il vous plaît.',
  readAlready: ({ address }) => `Ce serveur lit déjà ${address}.`,
  openAlready: ({ address }) => `${address} est déjà lu pour tous : il est dans la liste de l’exploitant.`,
  tooManyFeeds: ({ most }) =>
    `Ce serveur a ${most} flux, le maximum. Retirez-en d’abord un avec /${names.feeds} ${names.remove}.`,
  unknownCommand: ({ name }) => `Je ne connais plus /${name}.`,
  unknownMenuCommand: ({ name }) => `Je ne connais plus « ${name} ».`,
  feedsOfServers: () => `Les flux sont ceux d’un serveur : utilisez-y /${names.feeds}.`,
  followsOfServers: () => `Les suivis sont ceux d’un serveur : utilisez-y /${names.follow}.`,
  settingsOfServers: () => `Les réglages sont ceux d’un serveur : utilisez-y /${names.settings}.`,
  feedStays: ({ name }) => `« ${name} » est dans la liste de l’exploitant, ouverte à tous : il reste.`,
  noFeed: ({ asked }) => `Ce serveur ne lit pas de flux « ${asked} ». Choisissez dans la liste en tapant.`,
  feedNotRead: () => 'Ce flux n’est plus lu.',
  tooManyFollows: ({ most, command }) =>
    `Il y a déjà ${most} suivis. Retirez-en d’abord un avec /${names[command]} ${names.remove}.`,
  noFollow: ({ asked }) => `Il n’y a pas de suivi « ${asked} ». Choisissez dans la liste en tapant.`,
  idleTime: () =>
    `« ${names.at} » dit quand vient un condensé : ajoutez ${names.delivery}:${choices.daily}, ou ${names.most} pour ce qui dépasse.`,
  noTimeOfDay: ({ typed }) => `« ${typed} » n’est pas une heure : écrivez-la comme 07:30.`,
  noHours: ({ typed }) => `« ${typed} » n’est pas une plage horaire : écrivez-la comme 22:00-07:00.`,
  noTimezone: ({ typed }) => `Je ne connais pas de fuseau « ${typed} » : écrivez-le comme Europe/Paris.`,
  notManager: () => 'Seuls ceux qui gèrent le serveur peuvent le faire.',
  channelUnseen: () => `Je ne vois pas ce salon. Donnez-m’y « ${rightNames['View Channel']} » et réessayez.`,
  channelRefused: ({ rights }) =>
    `Je ne peux pas publier dans ce salon : donnez-m’y ${rights.map((right) => rightNames[right]).join(', ')} et réessayez.`,
  mentionOfAll: () => 'Un suivi ne peut pas mentionner tout le monde. Choisissez un autre rôle.',
  mentionRefused: () =>
    'Vous ne pouvez pas mentionner ce rôle : rendez-le mentionnable, ou demandez à qui peut tout mentionner.',
  notPublishable: () =>
    `Seul ce qui est dans un salon d’annonces peut être publié ailleurs. Retirez ${names.crosspost}.`,
  directMessagesClosed: () =>
    'Vos messages privés me sont fermés. Autorisez-les dans les réglages de confidentialité d’un serveur où je suis, et réessayez.',
  noLink: () => 'Il n’y a pas de lien dans ce message.',
}
