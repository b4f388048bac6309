import type { Person, Quote } from '../../article.ts'
import { type Entity, type NameMention, shownName } from './entities.ts'
import { peopleWords } from './peoples.ts'

/**
 * People among a text's names, and organisations that speak in it, most mentioned first; names are clustered, so that
 * "Roe" and "Ann Roe" are one. Places, days and things are left out.
 */
export function peopleAmong(names: readonly NameMention[], quotes: readonly Quote[]): readonly Person[] {
  const speakers = new Set(quotes.map((quote) => quote.speaker?.name))
  const entities = new Set(names.map((name) => name.entity))
  return [...entities]
    .filter((entity) => entity.kind === 'person' || (canSpeak(entity) && speakers.has(shownName(entity))))
    .sort((a, b) => b.count - a.count || a.id - b.id)
    .map(personOf)
}

/** "Americans said" reports nobody in particular. */
function canSpeak({ kind, name }: Entity): boolean {
  return kind !== 'place' && !peopleWords.has(name.slice(name.lastIndexOf(' ') + 1).toLowerCase())
}

function personOf(entity: Entity): Person {
  const name = shownName(entity)
  return { name, aliases: [...new Set([name, ...entity.aliases.keys()])], mentions: entity.count }
}
