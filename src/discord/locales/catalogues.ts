import type { Catalogue } from './catalogue.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'

/** Every language that the bot speaks, by its BCP 47 tag. */
export const catalogues: ReadonlyMap<string, Catalogue> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
])

/**
 * The catalogue for a locale as Discord names it; English for a language that the bot does not speak.
 * @example catalogueFor('es-419') // => Spanish
 */
export function catalogueFor(locale: string | null | undefined): Catalogue {
  return catalogues.get(locale?.split('-', 1)[0] ?? '') ?? english
}
