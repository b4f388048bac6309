import type { BaseInteraction } from 'discord.js'
import type { SettingsBook } from '../queries/server-settings.ts'
import type { Catalogue } from './locales/catalogue.ts'
import { catalogueFor } from './locales/catalogues.ts'

type Asked = Pick<BaseInteraction, 'locale' | 'guildId' | 'guildLocale'>

/**
 * The language of an answer. What one person alone sees is in that person's; what all see is in the server's: the one
 * chosen in its settings, else the one that Discord knows of it.
 */
export async function languageOf(
  { locale, guildId, guildLocale }: Asked,
  isPrivate: boolean,
  settings: SettingsBook,
): Promise<Catalogue> {
  if (isPrivate || guildId === null) return catalogueFor(locale)
  const { language } = await settings.get(guildId)
  return catalogueFor(language ?? guildLocale)
}
