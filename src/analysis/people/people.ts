import type { Person, Quote, Span } from '../../article.ts'
import { readText } from '../quotes/reading.ts'
import { type Entity, type NameMention, shownName } from './entities.ts'

/**
 * People named in a text, and organisations that speak in it, most mentioned first; names are clustered, so that
 * "Roe" and "Ann Roe" are one. Places, days and things are left out. For text whose quotes are wanted too,
 * `readPeopleAndQuotes` does both in one pass.
 */
export function findPeople(text: string, title: string, sentences: readonly Span[]): readonly Person[] {
  void title
  void sentences
  return peopleAmong(readText(text).names, [])
}

/** The people among a text's names, with the speakers of its quotes. */
export function peopleAmong(names: readonly NameMention[], quotes: readonly Quote[]): readonly Person[] {
  const speakers = new Set(quotes.map((quote) => quote.speaker?.name))
  const entities = new Set(names.map((name) => name.entity))
  return [...entities]
    .filter(
      (entity) => entity.kind === 'person' || (entity.kind !== 'place' && speakers.has(shownName(entity))),
    )
    .sort((a, b) => b.count - a.count || a.id - b.id)
    .map(personOf)
}

function personOf(entity: Entity): Person {
  const name = shownName(entity)
  return { name, aliases: [...new Set([name, ...entity.aliases.keys()])], mentions: entity.count }
}
