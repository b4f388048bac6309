import type { Token } from '../quotes/tokens.ts'
import type { EntityKind, Gender } from './entity-kind.ts'
import { femaleNames, maleNames } from './first-names.ts'
import type { NameChunk } from './name-chunk.ts'
import { findNameChunks } from './name-chunks.ts'
import { initialPattern, type NameReading, readChunk } from './name-readings.ts'
import { organisationWords } from './organisations.ts'

/** Somebody or something that the text names, with all the names that mean it. */
export interface Entity {
  readonly id: number
  /** Fullest name, without titles. */
  name: string
  kind: EntityKind
  gender: Gender
  /** Each written form and how often it stands in the text. */
  readonly aliases: Map<string, number>
  /** Number of namings. */
  count: number
  /** The name with its title, as first written: "President Roe"; empty where it has none. */
  titled: string
}

/** The name to show: the fullest, with its title where the text gives a surname alone. */
export function shownName(entity: Entity): string {
  return entity.name.includes(' ') || entity.titled === '' ? entity.name : entity.titled
}

/** One naming of an entity. */
export interface NameMention extends NameChunk {
  readonly entity: Entity
}

/** A text with its words. */
export interface Worded {
  readonly text: string
  readonly tokens: readonly Token[]
}

/**
 * Finds the names of a text and tells which of them mean the same person or organisation. The headline lends full
 * names to surnames that the text gives alone.
 */
export function findNames(worded: Worded, headline: Worded): readonly NameMention[] {
  const readings = readChunks(worded)
  const book = new NameBook()
  for (const reading of readings) if (reading.words.length > 1) book.addFull(reading)
  for (const reading of readChunks(headline)) if (isPlainPerson(reading)) book.addIfNew(reading)
  const names = readings.map((reading) => ({ ...reading.chunk, entity: book.entityOf(reading) }))
  markPlaces(worded, names)
  return names
}

/** Whoever stands behind "in" or "near" every second time is a place. */
const leastPlaceShare = 0.5

/** "In Harrow Quay": places that no list knows are told by how the text uses them. */
function markPlaces({ tokens }: Worded, names: readonly NameMention[]): void {
  const within = new Map<Entity, number>()
  for (const { entity, start, nameStart } of names) {
    if (start !== nameStart || !placing.has(tokens[start - 1]?.lower ?? '')) continue
    within.set(entity, (within.get(entity) ?? 0) + 1)
  }
  for (const [entity, times] of within)
    if (canBePlace(entity) && times >= leastPlaceShare * entity.count) entity.kind = 'place'
}
const placing = new Set(['in', 'near', 'outside'])

function canBePlace({ kind, name, titled, gender }: Entity): boolean {
  if (kind !== 'other' && kind !== 'person') return false
  return titled === '' && gender === 'unknown' && !hasGivenName(name)
}

function readChunks({ text, tokens }: Worded): readonly NameReading[] {
  return findNameChunks(tokens).flatMap((chunk) => readChunk(text, tokens, chunk))
}

/** "Ann Roe": headlines write other words with capitals, too, so only known given names are trusted. */
function isPlainPerson({ words, kind }: NameReading): boolean {
  const first = words[0] ?? ''
  return kind === 'person' && words.length === 2 && (maleNames.has(first) || femaleNames.has(first))
}

/** The entities of one text by their names. Invariant: every full name's last word leads to it. */
class NameBook {
  readonly #byKey = new Map<string, Entity>()
  readonly #byLast = new Map<string, Entity[]>()
  readonly #byFirst = new Map<string, Entity[]>()
  #size = 0

  /** For names from elsewhere: the text's own full names of that surname go before. */
  addIfNew(reading: NameReading): void {
    if (!this.#byLast.has(reading.words.at(-1) ?? '')) this.addFull(reading)
  }

  addFull(reading: NameReading): void {
    const key = keyOf(reading.words)
    const known = this.#byKey.get(key)
    if (known !== undefined) {
      improve(known, reading)
      return
    }
    const entity = this.#create(reading, key)
    const [first, last] = [reading.words[0] ?? '', reading.words.at(-1) ?? '']
    this.#byLast.set(last, [...(this.#byLast.get(last) ?? []).slice(-mostNamesakes), entity])
    if (reading.kind === 'person')
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []).slice(-mostNamesakes), entity])
  }

  entityOf(reading: NameReading): Entity {
    const key = keyOf(reading.words)
    const entity =
      reading.words.length > 1 ? this.#byKey.get(key) : (this.#namesake(reading) ?? this.#byKey.get(key))
    const found = entity ?? this.#create(reading, key)
    improve(found, reading)
    count(found, reading)
    return found
  }

  /** "Roe" means Ann Roe if she is in the text; of several Roes the one whose gender fits and who was named last. */
  #namesake(reading: NameReading): Entity | undefined {
    if (reading.kind === 'place') return undefined
    const word = reading.words[0] ?? ''
    const sameLast = (this.#byLast.get(word) ?? []).filter((entity) => fits(entity, reading))
    if (sameLast.length > 0) return mostNamed(sameLast)
    const sameFirst = this.#byFirst.get(word) ?? []
    // "President Xi" is Xi Jinping, "Prince Harry" Harry Windsor.
    return sameFirst.length === 1 ? sameFirst[0] : undefined
  }

  #create(reading: NameReading, key: string): Entity {
    const { kind, gender } = reading
    const entity: Entity = {
      id: this.#size++,
      name: reading.written,
      kind,
      gender,
      aliases: new Map(),
      count: 0,
      titled: '',
    }
    this.#byKey.set(key, entity)
    return entity
  }
}

/** Namesakes beyond this number are not told apart, so that hostile text stays cheap. */
const mostNamesakes = 8

/** First and last name: middle names and initials come and go. */
function keyOf(words: readonly string[]): string {
  const full = words.filter((word) => !initialPattern.test(word))
  if (full.length < 2) return words.join(' ')
  const joined = full.some((word) => organisationWords.has(word)) || full.length > 3
  return joined ? full.join(' ') : `${full[0]} ${full.at(-1)}`
}

function fits(entity: Entity, reading: NameReading): boolean {
  if (entity.kind !== 'person' && reading.title !== '') return false
  if (entity.kind === 'place' || entity.kind === 'organisation') return false
  return entity.gender === 'unknown' || reading.gender === 'unknown' || entity.gender === reading.gender
}

function mostNamed(entities: readonly Entity[]): Entity | undefined {
  // "Endorsed Roe" in a headline is no rival of "Ann Roe".
  const sure = entities.filter(({ name }) => hasGivenName(name))
  return (sure.length > 0 ? sure : entities).reduce((best, entity) =>
    entity.count > best.count ? entity : best,
  )
}

function hasGivenName(name: string): boolean {
  const first = name.slice(0, name.indexOf(' ')).toLowerCase()
  return maleNames.has(first) || femaleNames.has(first)
}

function improve(entity: Entity, reading: NameReading): void {
  if (entity.gender === 'unknown') entity.gender = reading.gender
  if (entity.titled === '') entity.titled = reading.titled
  if (entity.kind === 'other' || reading.kind === 'person') entity.kind = reading.kind
  const words = reading.written.split(' ').length
  const had = entity.name.split(' ').length
  if (words > had && words > 1) entity.name = reading.written
}

function count(entity: Entity, reading: NameReading): void {
  entity.count++
  entity.aliases.set(reading.written, (entity.aliases.get(reading.written) ?? 0) + 1)
}
