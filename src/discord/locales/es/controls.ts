import type { Catalogue } from '../catalogue.ts'
import { speechOf } from '../speech.ts'

const { number } = speechOf('es')

/** Labels of buttons, in Spanish. */
export const buttons: Catalogue['buttons'] = {
  back: '‹ Atrás',
  next: 'Siguiente ›',
  summary: 'Resumen',
  shorter: 'Más corto',
  longer: 'Más largo',
  quotes: (count) => `Citas (${number(count)})`,
  similar: 'Parecidos',
  article: 'Artículo',
  dayByDay: 'Día a día',
  allStatements: 'Todas las declaraciones',
  readItThere: 'Leer en el medio',
  searchFor: (query) => `Buscar ${query}`,
  readNow: 'Leer ahora',
  allFeeds: 'Todas las fuentes',
  why: '¿Por qué?',
  more: (page, pages) => `Más: página ${number(page)} de ${number(pages)} ›`,
}

/** What stands in menus, in Spanish. */
export const menus: Catalogue['menus'] = {
  readSummaryOf: 'Leer el resumen de…',
  showTextAround: 'Mostrar el texto alrededor de…',
  moreOf: 'Más sobre…',
  whichToRead: '¿Cuáles se leerán?',
  findArticlesAbout: 'Encontrar artículos sobre…',
}
