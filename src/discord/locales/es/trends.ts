import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, counted } = speechOf('es')

/** What rose, in Spanish. */
export const trends: Catalogue['trends'] = {
  span: (days) => (days === 1 ? '24 horas' : `${number(days)} días`),
  rose: (span) => `Lo que ha subido en ${span}`,
  basis: ({ articles, past, pastDays }) =>
    `${counted(articles, 'artículo', 'artículos')}, frente a ${number(past)} de los ${number(pastDays)} días anteriores`,
  noArticles: 'No hay artículos de ese periodo.',
  noPast: 'No tengo artículos de los días anteriores para comparar.',
  nothingRose: 'Nada ha aparecido claramente más que antes.',
  people: 'Personas',
  topics: 'Temas',
  counts: ({ articles, all, past, allPast }) =>
    `${number(articles)} de ${counted(all, 'artículo', 'artículos')}, antes ${number(past)} de ${number(allPast)}`,
  picture: ({ span, pastDays, rows }) =>
    `Barras: parte de los artículos de cada día, ${span} y los ${number(pastDays)} días anteriores: ${rows}`,
  chartBasis: ({ articles, past, pastDays }) =>
    `Parte de los artículos de cada día · ${counted(articles, 'artículo', 'artículos')}, ${number(past)} en los ${number(pastDays)} días anteriores`,
  nowAndBefore: (now, before) => `${number(now)} ahora · ${number(before)} antes`,
}
