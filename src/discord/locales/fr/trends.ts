import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, counted } = speechOf('fr')

/** What rose, in French. */
export const trends: Catalogue['trends'] = {
  span: (days) => (days === 1 ? '24 heures' : `${number(days)} jours`),
  rose: (span) => `Ce qui a progressé en ${span}`,
  basis: ({ articles, past, pastDays }) =>
    `${counted(articles, 'article', 'articles')}, contre ${number(past)} des ${number(pastDays)} jours précédents`,
  noArticles: 'Il n’y a pas d’articles de cette période.',
  noPast: 'Je n’ai pas d’articles des jours précédents pour comparer.',
  nothingRose: 'Rien n’est revenu nettement plus souvent qu’avant.',
  people: 'Personnes',
  topics: 'Sujets',
  counts: ({ articles, all, past, allPast }) =>
    `${number(articles)} sur ${counted(all, 'article', 'articles')}, ${number(past)} sur ${number(allPast)} avant`,
  picture: ({ span, pastDays, rows }) =>
    `Barres : part des articles de chaque jour, ${span} et ${number(pastDays)} jours précédents : ${rows}`,
  chartBasis: ({ articles, past, pastDays }) =>
    `Part des articles de chaque jour · ${counted(articles, 'article', 'articles')}, contre ${number(past)} les ${number(pastDays)} jours précédents`,
  nowAndBefore: (now, before) => `${number(now)} maintenant · ${number(before)} avant`,
}
