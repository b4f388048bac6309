import { lookUp } from '../quotes/lexicon.ts'
import type { Token } from '../quotes/tokens.ts'
import { femaleNames, maleNames } from './first-names.ts'
import { bare, findNameChunks, type NameChunk } from './name-chunks.ts'
import { organisationWords } from './organisations.ts'
import { notNames, places } from './places.ts'
import { femaleWords, maleWords, titles } from './titles.ts'

export type Gender = 'male' | 'female' | 'unknown'
export type EntityKind = 'person' | 'organisation' | 'place' | 'other'

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

/** What a chunk says by itself. */
interface Reading {
  readonly chunk: NameChunk
  readonly words: readonly string[]
  readonly written: string
  readonly title: string
  /** Title and name as written. */
  readonly titled: string
  readonly kind: EntityKind
  readonly gender: Gender
}

const suffixPattern = /^(?:jr|sr|ii|iii|iv)\.?$/
const initialPattern = /^(?:\p{L}\.)+$/u

/** Finds the names of a text and tells which of them mean the same person or organisation. */
export function findNames(text: string, tokens: readonly Token[]): readonly NameMention[] {
  const readings = findNameChunks(tokens).flatMap((chunk) => readChunk(text, tokens, chunk))
  const book = new NameBook()
  for (const reading of readings) if (reading.words.length > 1) book.addFull(reading)
  return readings.map((reading) => ({ ...reading.chunk, entity: book.entityOf(reading) }))
}

function readChunk(text: string, tokens: readonly Token[], chunk: NameChunk): readonly Reading[] {
  const named = tokens.slice(chunk.nameStart, chunk.end)
  const words = named.map((token) => token.lower).filter((word) => !suffixPattern.test(word))
  const first = named[0]
  const last = named.at(-1)
  if (first === undefined || last === undefined || words.length === 0) return []
  if (words.length === 1 && notNames.has(words[0] ?? '')) return []
  const title = tokens.slice(chunk.start, chunk.nameStart).map((token) => bare(token.lower))
  const around = { before: tokens[chunk.start - 1], after: tokens[chunk.end] }
  const written = text.slice(first.start, last.end)
  const kind = kindOf({ words, title, named, ...around })
  const titled = title.length === 0 ? '' : text.slice(tokens[chunk.start]?.start, last.end)
  return [
    {
      chunk,
      words,
      written,
      titled,
      title: title.join(' '),
      kind,
      gender: genderOf(words, title, around.before),
    },
  ]
}

interface Surroundings {
  readonly words: readonly string[]
  readonly title: readonly string[]
  readonly named: readonly Token[]
  readonly before: Token | undefined
  readonly after: Token | undefined
}

function kindOf({ words, title, named, before, after }: Surroundings): EntityKind {
  if (places.has(words.join(' ')) && title.length === 0) return 'place'
  if (words.some((word) => organisationWords.has(bare(word))) && words.length > 1) return 'organisation'
  if (title.some((word) => titles.has(word))) return 'person'
  const first = words[0] ?? ''
  const givenName = maleNames.has(first) || femaleNames.has(first)
  if (words.length > 1 && givenName) return 'person'
  if (before?.tag.startsWith('NN') && !before.capital && titles.has(before.lower)) return 'person'
  if (named.length === 1 && /^[A-Z&.]{2,6}$/.test(named[0]?.text ?? '')) return 'organisation'
  if (named.length === 1 && organisationWords.has(first)) return 'organisation'
  if (before?.lower === 'the' || before?.lower === 'a') return 'other'
  if (words.length === 1) return 'other'
  if (initialPattern.test(words[1] ?? '') || after?.lower === 'who') return 'person'
  return words.every((word) => isCommonWord(word)) ? 'other' : words.length <= 3 ? 'person' : 'other'
}

function isCommonWord(word: string): boolean {
  const known = lookUp(word)
  return known !== undefined && known.tag !== 'NNP'
}

function genderOf(words: readonly string[], title: readonly string[], before: Token | undefined): Gender {
  const hints = [...title, before?.lower ?? '']
  if (hints.some((word) => maleWords.has(word))) return 'male'
  if (hints.some((word) => femaleWords.has(word))) return 'female'
  if (words.length < 2) return 'unknown'
  const first = words[0] ?? ''
  if (maleNames.has(first)) return 'male'
  return femaleNames.has(first) ? 'female' : 'unknown'
}

/** The entities of one text by their names. Invariant: every full name's last word leads to it. */
class NameBook {
  readonly #byKey = new Map<string, Entity>()
  readonly #byLast = new Map<string, Entity[]>()
  readonly #byFirst = new Map<string, Entity[]>()
  #size = 0

  addFull(reading: Reading): void {
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

  entityOf(reading: Reading): Entity {
    const key = keyOf(reading.words)
    const entity =
      reading.words.length > 1 ? this.#byKey.get(key) : (this.#namesake(reading) ?? this.#byKey.get(key))
    const found = entity ?? this.#create(reading, key)
    improve(found, reading)
    count(found, reading)
    return found
  }

  /** "Roe" means Ann Roe if she is in the text; of several Roes the one whose gender fits and who was named last. */
  #namesake(reading: Reading): Entity | undefined {
    const word = reading.words[0] ?? ''
    const sameLast = (this.#byLast.get(word) ?? []).filter((entity) => fits(entity, reading))
    if (sameLast.length > 0) return mostNamed(sameLast)
    const sameFirst = this.#byFirst.get(word) ?? []
    return sameFirst.length === 1 && reading.title === '' ? sameFirst[0] : undefined
  }

  #create(reading: Reading, key: string): Entity {
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

function fits(entity: Entity, reading: Reading): boolean {
  if (entity.kind !== 'person' && reading.title !== '') return false
  if (entity.kind === 'place' || entity.kind === 'organisation') return false
  return entity.gender === 'unknown' || reading.gender === 'unknown' || entity.gender === reading.gender
}

function mostNamed(entities: readonly Entity[]): Entity | undefined {
  return entities.reduce((best, entity) => (entity.count > best.count ? entity : best))
}

function improve(entity: Entity, reading: Reading): void {
  if (entity.gender === 'unknown') entity.gender = reading.gender
  if (entity.titled === '') entity.titled = reading.titled
  if (entity.kind === 'other' || reading.kind === 'person') entity.kind = reading.kind
  const words = reading.written.split(' ').length
  const had = entity.name.split(' ').length
  if (words > had && words > 1) entity.name = reading.written
}

function count(entity: Entity, reading: Reading): void {
  entity.count++
  entity.aliases.set(reading.written, (entity.aliases.get(reading.written) ?? 0) + 1)
}
