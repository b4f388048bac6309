import { Locale, type LocalizationMap } from 'discord-api-types/v10'
import type { Catalogue } from './catalogue.ts'
import { german } from './de.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'

/** Discord's locales of the languages that the bot speaks besides English, to which Discord falls back. */
const translated: readonly (readonly [Locale, Catalogue])[] = [
  [Locale.German, german],
  [Locale.French, french],
  [Locale.SpanishES, spanish],
  [Locale.SpanishLATAM, spanish],
]

/** What all languages but English say, as Discord takes it beside the English. */
export function localized(say: (catalogue: Catalogue) => string): LocalizationMap {
  return Object.fromEntries(translated.map(([locale, catalogue]) => [locale, say(catalogue)]))
}
