import { defaultTimezone, type ServerSettings } from '../../queries/server-settings.ts'
import type { Catalogue } from '../locales/catalogue.ts'
import { catalogueFor } from '../locales/catalogues.ts'
import { type Card, noticeCard } from './card.ts'

/**
 * The defaults of a server, each with what it is good for. `guildLocale` is the language that Discord knows of it, which
 * stands where none is chosen.
 */
export function settingsCard(
  { notices, timezone, language, isPrivate }: ServerSettings,
  guildLocale: string | null,
  { settings: say }: Catalogue,
): Card {
  const spoken = catalogueFor(language ?? guildLocale).language
  const lines = [
    notices === undefined ? say.noNotices : say.noticesIn(`<#${notices}>`),
    timezone === undefined ? say.noTimezone(defaultTimezone) : say.timezone(timezone),
    language === undefined ? say.noLanguage(spoken) : say.language(spoken),
    isPrivate === true ? say.answersPrivate : say.answersOpen,
  ]
  return noticeCard([`### ${say.heading}`, ...lines.map((line) => `- ${line}`)].join('\n'))
}
