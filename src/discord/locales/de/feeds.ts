import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, worded } = speechOf('de')

/** What is said of the feeds of a server, in German. */
export const feeds: Catalogue['feeds'] = {
  heading: 'Feeds',
  noneYet: (command) =>
    `Es gibt noch keine. Füge mit ${command} einen hinzu: Die Adresse einer Seite genügt.`,
  added: 'Hinzugefügt',
  firstSight: 'Was ein Feed jetzt enthält, wird still aufbewahrt; was später kommt, ist neu.',
  found: (count) => worded(count, 'Ein Feed wurde gefunden', `${number(count)} Feeds wurden gefunden`),
  readAlready: 'wird schon gelesen',
  empty: 'Es steht noch nichts darin.',
  nothingToExport: 'Es gibt nichts zu exportieren: Dieser Server hat keine eigenen Feeds.',
  exported: 'Feeds dieses Servers',
  exportedCount: (count) => `${worded(count, 'Ein Feed', `${number(count)} Feeds`)}, für jeden Feedreader.`,
  listTitle: (server) => `Feeds von ${server}`,
  secretsKept: (count) =>
    `**${worded(count, 'Eine Adresse enthält', `${number(count)} Adressen enthalten`)} ein Passwort oder einen Schlüssel**: Ohne sie wäre die Liste nichts wert. Behalte die Datei für dich.`,
  secretsLeftOut: (count) =>
    `${worded(count, 'Eine Adresse enthält ein Passwort oder einen Schlüssel und fehlt', `${number(count)} Adressen enthalten ein Passwort oder einen Schlüssel und fehlen`)}: Die ganze Liste bekommt, wer den Server verwaltet.`,
  imported: 'Liste übernommen',
  addedCount: (count) => `Hinzugefügt: **${number(count)}**`,
  knownCount: (count) => `Schon gelesen: **${number(count)}**`,
  leftOutCount: (count) => `Ausgelassen: **${number(count)}**`,
  unusable: (count) => `${number(count)} ohne Webadresse`,
  removed: 'Nicht mehr gelesen',
  removedNote: 'Was allein durch ihn kam, ist hier nicht mehr zu finden.',
  ownCount: (count, most) => `${number(count)} von ${number(most)} dieses Servers`,
  openCount: (count) => `${number(count)} für alle`,
  failingCount: (count) => `${number(count)} gestört`,
  givenUpCount: (count) => `${number(count)} aufgegeben`,
  openToAll: 'für alle',
}

/** How a feed is, in German. */
export const feedState: Catalogue['feedState'] = {
  givenUp: (why) => `aufgegeben: ${why}`,
  failing: (since, why) => `gestört seit ${since}: ${why}`,
  notReadYet: 'noch nicht gelesen',
  read: (when) => `gelesen ${when}`,
  beingRead: 'wird gerade gelesen',
  next: (when) => `das nächste Mal ${when}`,
  lastRead: (when) => `Zuletzt gelesen: ${when}`,
  neverRead: 'Zuletzt gelesen: noch nie',
  lastNews: (when) => `Zuletzt Neues: ${when}`,
  noNews: 'Zuletzt Neues: noch nichts',
  nextRead: (when) => `Nächstes Mal: ${when}`,
  nextReadNow: 'Nächstes Mal: jetzt',
  nextReadNever: 'Nächstes Mal: nie',
  lastError: (why) => `Letzter Fehler: ${why}`,
  noError: 'Letzter Fehler: keiner',
  failingSince: (since, count) =>
    `Gestört seit ${since}, ${worded(count, 'einmal', `${number(count)}-mal`)} in Folge`,
  leftAlone: (until) => `Sein Server will bis ${until} in Ruhe gelassen werden`,
  whyGivenUp: (why) => `Aufgegeben: ${why}`,
  unreadableSince: (day, why) => `nicht lesbar seit ${day}: ${why}`,
  readAgain: (button) => `Ist das behoben, lässt „${button}“ ihn wieder lesen`,
  operators: 'Er steht in der Liste des Betreibers und gilt für alle: Nur der Betreiber kann das ändern.',
}
