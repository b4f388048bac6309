import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, worded } = speechOf('fr')

/** What is said of the feeds of a server, in French. */
export const feeds: Catalogue['feeds'] = {
  heading: 'Flux',
  noneYet: (command) =>
    `Il n’y en a pas encore. Ajoutez-en un avec ${command} : l’adresse d’une page suffit.`,
  added: 'Ajouté',
  firstSight: 'Ce qu’un flux contient déjà est gardé en silence ; ce qui vient ensuite est nouveau.',
  found: (count) => worded(count, 'Un flux a été trouvé', `${number(count)} flux ont été trouvés`),
  readAlready: 'déjà lu',
  empty: 'Il n’y a encore rien dedans.',
  nothingToExport: 'Il n’y a rien à exporter : ce serveur n’a pas de flux à lui.',
  exported: 'Flux de ce serveur',
  exportedCount: (count) =>
    `${worded(count, 'Un flux', `${number(count)} flux`)}, pour tout lecteur de flux.`,
  listTitle: (server) => `Flux de ${server}`,
  secretsKept: (count) =>
    `**${worded(count, 'Une adresse contient', `${number(count)} adresses contiennent`)} un mot de passe ou une clé** : sans cela la liste ne servirait à rien. Gardez le fichier pour vous.`,
  secretsLeftOut: (count) =>
    `${worded(count, 'Une adresse contient un mot de passe ou une clé et est omise', `${number(count)} adresses contiennent un mot de passe ou une clé et sont omises`)} : la liste entière est donnée à qui gère le serveur.`,
  imported: 'Liste reprise',
  addedCount: (count) => `Ajoutés : **${number(count)}**`,
  knownCount: (count) => `Déjà lus : **${number(count)}**`,
  leftOutCount: (count) => `Omis : **${number(count)}**`,
  unusable: (count) => `${number(count)} sans adresse web`,
  removed: 'N’est plus lu',
  removedNote: 'Ce qui ne venait que par lui ne se trouve plus ici.',
  ownCount: (count, most) => `${number(count)} sur ${number(most)} de ce serveur`,
  openCount: (count) => `${number(count)} ouverts à tous`,
  failingCount: (count) => `${number(count)} en panne`,
  givenUpCount: (count) => `${number(count)} abandonnés`,
  openToAll: 'ouvert à tous',
}

/** How a feed is, in French. */
export const feedState: Catalogue['feedState'] = {
  givenUp: (why) => `abandonné : ${why}`,
  failing: (since, why) => `en panne depuis ${since} : ${why}`,
  notReadYet: 'pas encore lu',
  read: (when) => `lu ${when}`,
  beingRead: 'en cours de lecture',
  next: (when) => `prochaine lecture ${when}`,
  lastRead: (when) => `Dernière lecture : ${when}`,
  neverRead: 'Dernière lecture : jamais encore',
  lastNews: (when) => `Dernière nouvelle : ${when}`,
  noNews: 'Dernière nouvelle : aucune encore',
  nextRead: (when) => `Prochaine lecture : ${when}`,
  nextReadNow: 'Prochaine lecture : maintenant',
  nextReadNever: 'Prochaine lecture : jamais',
  lastError: (why) => `Dernière erreur : ${why}`,
  noError: 'Dernière erreur : aucune',
  failingSince: (since, count) => `En panne depuis ${since}, ${number(count)} fois de suite`,
  leftAlone: (until) => `Son serveur demande qu’on le laisse tranquille jusqu’à ${until}`,
  whyGivenUp: (why) => `Abandonné : ${why}`,
  unreadableSince: (day, why) => `illisible depuis le ${day} : ${why}`,
  readAgain: (button) => `Une fois cela réparé, « ${button} » le fait relire`,
  operators:
    'Il est dans la liste de l’exploitant et ouvert à tous : seul l’exploitant peut y changer quelque chose.',
}
