import type { BaseInteraction, Client } from 'discord.js'
import { type Follow, isPersonOwner } from '../archive/follows.ts'
import type { ServerSettings, SettingsBook } from '../queries/server-settings.ts'
import type { Catalogue } from './locales/catalogue.ts'
import { catalogueFor } from './locales/catalogues.ts'

type Asked = Pick<BaseInteraction, 'locale' | 'guildId' | 'guildLocale'>

/**
 * The language of an answer. What one person alone sees is in that person's; what all see is in the server's: the one
 * chosen in its settings, which are read for that alone, else the one that Discord knows of it.
 */
export async function languageOf(
  { locale, guildId, guildLocale }: Asked,
  isPrivate: boolean,
  readSettings: () => Promise<ServerSettings>,
): Promise<Catalogue> {
  if (isPrivate || guildId === null) return catalogueFor(locale)
  const { language } = await readSettings()
  return catalogueFor(language ?? guildLocale)
}

/** The language in which the owner of a follow is spoken to unasked. */
export type LanguageTo = (owner: Pick<Follow, 'owner' | 'language'>) => Promise<Catalogue>

/** Servers as in `languageOf`; a person in the language in which they last asked for their alerts. */
export function languageTo(client: Client, settings: SettingsBook): LanguageTo {
  return async ({ owner, language }) => {
    if (isPersonOwner(owner)) return catalogueFor(language)
    const chosen = (await settings.get(owner)).language
    return catalogueFor(chosen ?? client.guilds.cache.get(owner)?.preferredLocale)
  }
}
