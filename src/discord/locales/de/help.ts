import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { counted } = speechOf('de')

/** /help in German. */
export const help: Catalogue['help'] = {
  heading: 'Crier liest die Nachrichten und antwortet mit den Worten der Artikel',
  verbatim: 'Jeder Satz ist wörtlich und dorthin verlinkt, wo er steht. Nichts wird umgeschrieben.',
  aPublisher: 'ein Medium',
  aName: 'ein Name',
  aWord: 'ein Wort',
  lines: ({ publisher, speaker, topic }) => [
    `**/neueste** was neu ist · versuch \`/neueste medium:${publisher}\``,
    '**/zusammenfassung** was ein Artikel sagt, auch einer im Web · versuch `/zusammenfassung länge:kurz`',
    `**/wersagte** wer was gesagt hat · versuch \`/wersagte person:${speaker}\``,
    `**/suche** eine Stelle finden · versuch \`/suche text:${topic}\``,
    '**/ähnlich** die Artikel, die einem am ähnlichsten sind, und warum',
    '**/trends** wer und was öfter vorkam als zuvor · versuch `/trends zeitraum:7d`',
    '**Zusammenfassen** was die Links einer Nachricht sagen: im Menü der Nachricht, unter Apps',
    '**/abo** neue Artikel in einem Kanal posten (für alle, die den Server verwalten)',
    '**/meldungen** neue Artikel, die passen, als Direktnachricht an dich',
    '**/einstellungen** Sprache, Zeitzone, Hinweise und Privatheit eines Servers (für alle, die ihn verwalten)',
    '**/feeds** den Feed einer Seite hinzufügen, sehen, wie es jedem Feed geht (für alle, die den Server verwalten)',
  ],
  kept: (articles, statements) =>
    `Ich bewahre ${counted(articles, 'Artikel', 'Artikel')} mit ${counted(statements, 'Aussage', 'Aussagen')} auf.`,
}
