import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number, counted, worded, languageName } = speechOf('es')

/** Around articles, in Spanish. */
export const lookups: Catalogue['lookups'] = {
  articles: (count) => counted(count, 'artículo', 'artículos'),
  moreThan: (counted) => `más de ${counted}`,
  publisherNotNamed: 'medio no indicado',
  withoutPublisher: 'un artículo sin medio',
  corrected: (when) => `corregido ${when}`,
  withdrawn: (when) => `retirado ${when}`,
  sameTextIn: (outlets) => `El mismo texto en ${outlets}`,
  alsoReportedBy: (outlets) => `También lo cuentan: ${outlets}`,
  more: (count) => `${number(count)} más`,
  andMore: (count) => `…y ${number(count)} más`,
  noArticleFits: 'Ningún artículo coincide.',
  latestNews: ({ about, publisher }) =>
    `Últimas noticias${about === undefined ? '' : ` sobre ${about}`}${publisher === undefined ? '' : ` de ${publisher}`}`,
  found: (count, query) => `${counted(count, 'artículo', 'artículos')} para ${query}`,
  didYouMean: (query) => `Ningún artículo coincide. ¿Querías decir **${query}**?`,
  standfirst: 'El resumen del propio medio',
  noSentence: 'Ninguna frase de este artículo se entiende por sí sola.',
  keywords: (terms) => `Palabras clave: ${terms}`,
  people: (names) => `Personas: ${names}`,
  unquoted: (language) =>
    `Las citas y las personas solo se buscan en textos en inglés; idioma de este artículo: ${languageName(language) ?? 'otro'}.`,
  like: (title) => `Parecidos a «${title}»`,
  nothingAlike: 'Ningún otro artículo trata de lo mismo.',
  shares: (what) => `En común: ${what}`,
  sharedPeople: (count, names) => `${counted(count, 'persona', 'personas')}: ${names}`,
  sharedKeywords: (count, terms) => `${counted(count, 'palabra clave', 'palabras clave')}: ${terms}`,
  leftOut: (count, most) =>
    `${worded(count, 'Queda fuera un enlace más', `Quedan fuera ${number(count)} enlaces más`)}: leo ${number(most)} por mensaje.`,
}
