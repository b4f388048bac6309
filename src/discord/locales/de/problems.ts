import type { Problems, Right } from '../../../problems.ts'
import { speechOf } from '../speech.ts'
import { choices, names } from './names.ts'

const { counted } = speechOf('de')

/** As Discord calls them. */
const rightNames: Readonly<Record<Right, string>> = {
  'View Channel': 'Kanäle ansehen',
  'Send Messages': 'Nachrichten senden',
  'Read Message History': 'Nachrichtenverlauf anzeigen',
}

/** What an asker can mend, in German. */
export const problems: Problems = {
  noTime: ({ typed }) =>
    `„${typed}“ ist keine Zeit, die ich kenne: schreib 12h, 3d, 2w oder ein Datum wie 2026-01-31.`,
  noArticle: ({ asked }) =>
    `Ich habe keinen Artikel „${asked}“. Nenne Wörter seiner Schlagzeile, oder wähle beim Tippen einen aus der Liste.`,
  articleGone: () => 'Diesen Artikel habe ich nicht mehr. Frag bitte noch einmal danach.',
  noArticles: () => 'Es gibt noch keine Artikel.',
  givenTwice: ({ field, option }) => `${field} und die Angabe ${names[option]} sind beide da; eins genügt.`,
  onlyLeavesOut: ({ words }) =>
    `„${words}“ sagt nur, was wegbleiben soll: nenne auch ein Wort, nach dem ich suchen soll.`,
  nothingBetween: ({ after, before }) => `Nichts kann nach ${after} und vor ${before} sein.`,
  minusBeforeField: ({ field }) => `Ein Minus gehört vor Wörter, nicht vor ${field}: – lass es weg.`,
  fieldWithoutValue: ({ field, example }) =>
    `Hinter ${field}: muss gleich ein Wert stehen, wie in ${example}.`,
  fieldTwice: ({ field }) => `${field}: steht zweimal da; einmal genügt.`,
  statementGone: () => 'Dieser Artikel hat sich geändert: Die Aussage steht nicht mehr darin.',
  expressionTooLong: ({ length, most }) =>
    `Das sind ${length} Zeichen; suchen kann ich nach höchstens ${most}.`,
  noWord: ({ text }) => `In „${text}“ steht kein Wort, nach dem ich suchen könnte.`,
  noName: ({ speaker }) => `„${speaker}“ ist kein Name.`,
  nameSomething: () =>
    `Sag mir, nach wem (${names.speaker}), nach welchem Thema (${names.about}) oder welchen Worten (${names.words}) ich suchen soll.`,
  nameFirstSpeaker: () =>
    `Nenne auch die erste Person (${names.speaker}), mit der ich die zweite vergleichen soll.`,
  nameSpeakerOfDays: () => `Nenne die Person (${names.speaker}), deren Tage du sehen willst.`,
  daysByWords: () => 'Tage gibt es nach Person und Thema, nicht nach Wortlaut.',
  webOnly: () => 'Ich lese nur Adressen mit http und https.',
  noPasswords: ({ host }) => `Adressen mit Benutzernamen oder Passwort darin lese ich nicht (${host}).`,
  unreadable: ({ what, why }) => `Ich kann ${what} nicht lesen: ${why}.`,
  readingOff: () => 'Webseiten auf Wunsch zu lesen ist hier abgeschaltet.',
  tooManyPages: ({ whose, rate, seconds }) =>
    `Ich lese in der Minute ${counted(rate, 'Seite', 'Seiten')} für ${whose === 'member' ? 'eine Person' : 'einen Server'}. Versuch es in ${counted(seconds, 'Sekunde', 'Sekunden')} noch einmal.`,
  noFeedAt: ({ address, why }) =>
    `Unter ${address} ist kein Feed: ${why}. Auch verlinkt ist dort keiner, und an den üblichen Stellen ist keiner zu finden.`,
  leftAlone: ({ until }) =>
    `Sein Server will bis ${until} UTC in Ruhe gelassen werden. Dann lese ich ihn wieder.`,
  notTheirFeed: () => 'Dieser Feed gehört nicht zu diesem Server.',
  listTooLarge: ({ name, megabytes }) =>
    `„${name}“ ist zu groß: Gelesen werden Listen von Feeds bis ${megabytes} MB.`,
  forgotten: () => 'Das ist zu lange her, ich weiß es nicht mehr. Frag bitte noch einmal.',
  readAlready: ({ address }) => `Dieser Server liest ${address} schon.`,
  openAlready: ({ address }) =>
    `${address} wird schon für alle gelesen: Es steht in der Liste des Betreibers.`,
  tooManyFeeds: ({ most }) =>
    `Dieser Server hat ${most} Feeds, mehr dürfen es nicht sein. Entferne erst einen mit /${names.feeds} ${names.remove}.`,
  unknownCommand: ({ name }) => `/${name} kenne ich nicht mehr.`,
  unknownMenuCommand: ({ name }) => `„${name}“ kenne ich nicht mehr.`,
  feedsOfServers: () => `Feeds gehören zu einem Server: nutze dort /${names.feeds}.`,
  followsOfServers: () => `Abos gehören zu einem Server: nutze dort /${names.follow}.`,
  settingsOfServers: () => `Einstellungen gehören zu einem Server: nutze dort /${names.settings}.`,
  feedStays: ({ name }) => `„${name}“ steht in der Liste des Betreibers, die für alle gilt: Er bleibt.`,
  noFeed: ({ asked }) => `Dieser Server liest keinen Feed „${asked}“. Wähle beim Tippen einen aus der Liste.`,
  feedNotRead: () => 'Dieser Feed wird nicht mehr gelesen.',
  tooManyFollows: ({ most, command }) =>
    `Es gibt schon ${most} Abos. Entferne erst eins mit /${names[command]} ${names.remove}.`,
  noFollow: ({ asked }) => `Es gibt kein Abo „${asked}“. Wähle beim Tippen eins aus der Liste.`,
  idleTime: () =>
    `„${names.at}“ sagt, wann eine Übersicht kommt: nimm ${names.delivery}:${choices.daily} dazu, oder ${names.most} für das, was darüber hinausgeht.`,
  noTimeOfDay: ({ typed }) => `„${typed}“ ist keine Uhrzeit: schreib sie wie 07:30.`,
  noHours: ({ typed }) => `„${typed}“ ist keine Zeitspanne: schreib sie wie 22:00-07:00.`,
  noTimezone: ({ typed }) => `Ich kenne keine Zeitzone „${typed}“: schreib sie wie Europe/Berlin.`,
  notManager: () => 'Das kann nur, wer den Server verwaltet.',
  channelUnseen: () =>
    `Ich sehe diesen Kanal nicht. Gib mir dort „${rightNames['View Channel']}“ und versuch es noch einmal.`,
  channelRefused: ({ rights }) =>
    `In diesem Kanal darf ich nicht posten: gib mir dort ${rights.map((right) => rightNames[right]).join(', ')} und versuch es noch einmal.`,
  mentionOfAll: () => 'Ein Abo kann nicht alle erwähnen. Wähle eine andere Rolle.',
  mentionRefused: () =>
    'Diese Rolle darfst du nicht erwähnen: mach sie erwähnbar, oder frag jemanden, der alle erwähnen darf.',
  notPublishable: () =>
    `Nur was in einem Ankündigungskanal steht, kann veröffentlicht werden. Lass ${names.crosspost} weg.`,
  directMessagesClosed: () =>
    'Deine Direktnachrichten sind für mich geschlossen. Erlaube sie in den Privatsphäre-Einstellungen eines Servers, auf dem ich bin, und versuch es noch einmal.',
  noLink: () => 'In dieser Nachricht ist kein Link.',
}
