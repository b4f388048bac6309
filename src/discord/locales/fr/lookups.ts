import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, counted, worded, languageName } = speechOf('fr')

/** Around articles, in French. */
export const lookups: Catalogue['lookups'] = {
  articles: (count) => counted(count, 'article', 'articles'),
  moreThan: (counted) => `plus de ${counted}`,
  publisherNotNamed: 'média non nommé',
  withoutPublisher: 'un article sans média',
  corrected: (when) => `corrigé ${when}`,
  withdrawn: (when) => `retiré ${when}`,
  sameTextIn: (outlets) => `Même texte dans ${outlets}`,
  alsoReportedBy: (outlets) => `Également rapporté par ${outlets}`,
  more: (count) => `${number(count)} de plus`,
  andMore: (count) => `…et ${number(count)} de plus`,
  noArticleFits: 'Aucun article ne correspond.',
  latestNews: ({ about, publisher }) =>
    `Dernières nouvelles${about === undefined ? '' : ` sur ${about}`}${publisher === undefined ? '' : ` de ${publisher}`}`,
  found: (count, query) => `${counted(count, 'article', 'articles')} pour ${query}`,
  didYouMean: (query) => `Aucun article ne correspond. Vouliez-vous dire **${query}** ?`,
  standfirst: 'Le résumé du média lui-même',
  noSentence: 'Aucune phrase de cet article ne se comprend seule.',
  keywords: (terms) => `Mots-clés : ${terms}`,
  people: (names) => `Personnes : ${names}`,
  unquoted: (language) =>
    `Citations et personnes ne sont relevées que dans les textes anglais ; langue de cet article : ${languageName(language) ?? 'une autre'}.`,
  like: (title) => `Semblables à « ${title} »`,
  nothingAlike: 'Aucun autre article ne porte sur le même sujet.',
  shares: (what) => `En commun : ${what}`,
  sharedPeople: (count, names) => `${counted(count, 'personne', 'personnes')} : ${names}`,
  sharedKeywords: (count, terms) => `${counted(count, 'mot-clé', 'mots-clés')} : ${terms}`,
  leftOut: (count, most) =>
    `${worded(count, 'Un autre lien est laissé', `${number(count)} autres liens sont laissés`)} de côté : j’en lis ${number(most)} par message.`,
}
