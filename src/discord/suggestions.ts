import type { AutocompleteInteraction } from 'discord.js'
import { listedTimezones } from '../queries/server-settings.ts'
import { suggestSpeakers } from '../queries/suggest-speakers.ts'
import { clipPlain } from './cards/text.ts'
import { type Choice, type Context, viewerOf } from './command.ts'

/** Most suggestions that Discord shows, and the longest it takes. */
const maxSuggestions = 25
const maxLength = 100

/**
 * Suggestions for the option being typed, by its name: `speaker`, `compare`, `publisher` and `article` are looked up
 * in the archive, `timezone` among those known; any other has none.
 */
export async function suggestByName(
  interaction: AutocompleteInteraction,
  context: Context,
): Promise<readonly Choice[]> {
  const { name, value } = interaction.options.getFocused(true)
  const viewer = viewerOf(interaction)
  const { archive } = context
  switch (name) {
    case 'speaker':
    case 'compare':
      return (await suggestSpeakers(archive, value, { viewer, limit: maxSuggestions })).flatMap(asChoice)
    case 'publisher':
      return (await archive.suggestPublishers(value, viewer, maxSuggestions)).flatMap(asChoice)
    case 'article': {
      const heads = await archive.suggestArticles(value, viewer, maxSuggestions)
      return heads.map(({ id, title }) => ({ name: clipPlain(title, maxLength) || id, value: id }))
    }
    case 'timezone':
      return suggestTimezones(value)
    default:
      return []
  }
}

function suggestTimezones(typed: string): readonly Choice[] {
  const part = typed.toLowerCase().replaceAll(' ', '_')
  return [...listedTimezones()]
    .filter((name) => name.toLowerCase().includes(part))
    .slice(0, maxSuggestions)
    .map((name) => ({ name, value: name }))
}

/** A name that is too long to come back whole is not suggested. */
function asChoice(name: string): readonly Choice[] {
  return name.length <= maxLength ? [{ name, value: name }] : []
}
