import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { counted } = speechOf('fr')

/** /help in French. */
export const help: Catalogue['help'] = {
  heading: 'Crier lit les nouvelles et répond avec les mots mêmes des articles',
  verbatim: 'Chaque phrase est reprise mot pour mot, avec un lien vers sa place. Rien n’est reformulé.',
  aPublisher: 'un média',
  aName: 'un nom',
  aWord: 'un mot',
  lines: ({ publisher, speaker, topic }) => [
    `**/dernières** les nouveautés · essayez \`/dernières média:${publisher}\``,
    '**/résumé** ce que dit un article, même sur le web · essayez `/résumé longueur:court`',
    `**/quiadit** qui a dit quoi · essayez \`/quiadit personne:${speaker}\``,
    `**/recherche** trouver un passage · essayez \`/recherche texte:${topic}\``,
    '**/semblables** les articles les plus proches d’un autre, et pourquoi',
    '**/tendances** qui et quoi est revenu plus souvent qu’avant · essayez `/tendances période:7d`',
    '**Résumer** ce que disent les liens d’un message : dans le menu du message, sous Applications',
    '**/suivi** publier les nouveaux articles dans un salon (pour qui gère le serveur)',
    '**/alertes** les nouveaux articles qui vous intéressent, en message privé',
    '**/réglages** langue, fuseau horaire, avis et confidentialité d’un serveur (pour qui le gère)',
    '**/flux** ajouter le flux d’un site, voir l’état de chacun (pour qui gère le serveur)',
  ],
  kept: (articles, statements) =>
    `Je conserve ${counted(articles, 'article', 'articles')} et ${counted(statements, 'déclaration', 'déclarations')}.`,
}
