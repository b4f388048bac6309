import { lookUp } from '../quotes/lexicon.ts'
import type { Token } from '../quotes/tokens.ts'
import { bare } from './bare.ts'
import type { EntityKind, Gender } from './entity-kind.ts'
import { femaleNames, maleNames } from './first-names.ts'
import type { NameChunk } from './name-chunk.ts'
import { joiners } from './name-chunks.ts'
import {
  organisationWords,
  placeBeginnings,
  placeWords,
  thingBeginnings,
  thingWords,
} from './organisations.ts'
import { numberWords, peopleWords } from './peoples.ts'
import { notNames, places } from './places.ts'
import { femaleWords, maleWords, titles } from './titles.ts'

/** What a chunk says by itself. */
export interface NameReading {
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
/** "J.", "J.R." */
export const initialPattern = /^(?:\p{L}\.)+$/u

/** Reads a chunk by itself; empty where it names nobody. */
export function readChunk(text: string, tokens: readonly Token[], chunk: NameChunk): readonly NameReading[] {
  const named = tokens.slice(chunk.nameStart, chunk.end)
  const words = named.filter(({ lower }) => !suffixPattern.test(lower)).map(({ lower }) => lower)
  const first = named[0]
  const last = named.at(-1)
  if (first === undefined || last === undefined || words.length === 0) return []
  if (words.length === 1 && isNoName(words[0] ?? '')) return []
  if (chunk.start === chunk.nameStart && isPeople(words)) return []
  const title = tokens.slice(chunk.start, chunk.nameStart).map((token) => bare(token.lower))
  const around = { before: tokens[chunk.start - 1], after: tokens[chunk.end], next: tokens[chunk.end + 1] }
  const written = plainSpaces(text.slice(first.start, last.end))
  const kind = kindOf({ words, title, named, ...around })
  const titled = title.length === 0 ? '' : plainSpaces(text.slice(tokens[chunk.start]?.start, last.end))
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

/** Names may be broken across lines or held together by spaces that do not break. */
function plainSpaces(name: string): string {
  return name.replace(/\s+/g, ' ')
}

/** "Monday", "Twelve", "Anti-smoking". */
function isNoName(word: string): boolean {
  if (notNames.has(word) || numberWords.has(word)) return true
  const dash = word.lastIndexOf('-')
  return dash > 0 && isCommonWord(word.slice(dash + 1))
}

/** "Republicans", "New Hampshire Republican": a noun like others; "White" and "Marta French" may be names. */
function isPeople(words: readonly string[]): boolean {
  const [first, last] = [words[0] ?? '', words.at(-1) ?? '']
  if (!peopleWords.has(last) || maleNames.has(first) || femaleNames.has(first)) return false
  return partyWords.has(last) || (words.length === 1 && last.endsWith('ans'))
}
const partyWords = new Set(['republican', 'republicans', 'democrat', 'democrats'])

interface Surroundings {
  readonly words: readonly string[]
  readonly title: readonly string[]
  readonly named: readonly Token[]
  readonly before: Token | undefined
  readonly after: Token | undefined
  readonly next: Token | undefined
}

function kindOf(around: Surroundings): EntityKind {
  const { words, title, before } = around
  const first = words[0] ?? ''
  const last = bare(words.at(-1) ?? '')
  const givenName = maleNames.has(first) || femaleNames.has(first)
  if (places.has(words.join(' ')) && title.length === 0) return 'place'
  if (words.some((word) => organisationWords.has(bare(word))) && words.length > 1) return 'organisation'
  if (title.length > 0 && organisationWords.has(last)) return 'organisation'
  if (!givenName && placeWords.has(last) && words.length > 1) return 'place'
  if (!givenName && isThing(words)) return 'other'
  if (!givenName && peopleWords.has(last) && title.length === 0) return 'other'
  if (title.some((word) => titles.has(word))) return 'person'
  if (words.length > 1 && givenName) return thingWords.has(last) ? 'other' : 'person'
  if (!givenName && words.length > 1 && isAddressed(around)) return 'place'
  if (before?.tag.startsWith('NN') && !before.capital && titles.has(before.lower)) return 'person'
  return words.length === 1 ? kindOfWord(around) : kindOfWords(around)
}

/** "The Brandt Cup", "Plan B", "Hurricane Otto", "Title IX". */
function isThing(words: readonly string[]): boolean {
  const last = bare(words.at(-1) ?? '')
  if (thingWords.has(last) || (words.length > 1 && thingBeginnings.has(words[0] ?? ''))) return true
  return words.length > 1 && /^(?:\p{L}|\d.*|[ivx]+|no|xm)$/u.test(last)
}

/** "Hill Groves, Ohio": a town before its state or country. */
function isAddressed({ title, after, next }: Surroundings): boolean {
  return title.length === 0 && after?.text === ',' && next?.capital === true && places.has(next.lower)
}

function kindOfWord({ named, words }: Surroundings): EntityKind {
  if (/^[A-Z&.]{2,6}$/.test(named[0]?.text ?? '')) return 'organisation'
  return organisationWords.has(words[0] ?? '') ? 'organisation' : 'other'
}

/** Names have at most so many words, small ones aside; longer runs are titles of works. */
const longestPerson = 3

function kindOfWords({ words, named, before, after }: Surroundings): EntityKind {
  if (before?.lower === 'the' || before?.lower === 'a') return 'other'
  if (placeBeginnings.has(words[0] ?? '')) return 'place'
  if (initialPattern.test(words[1] ?? '') || after?.lower === 'who') return 'person'
  if (words.every((word) => isCommonWord(word)) || peopleWords.has(words[0] ?? '')) return 'other'
  if (named.every(({ text }) => text.length > 2 && text === text.toUpperCase())) return 'other'
  // "Lowell United", "Inter Milan": clubs and papers.
  if (words.some((word) => places.has(word))) return 'other'
  return words.filter((word) => !joiners.has(word)).length <= longestPerson ? 'person' : 'other'
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
  const [isMale, isFemale] = [maleNames.has(first), femaleNames.has(first)]
  // "Kim", "Leslie": both.
  if (isMale === isFemale) return 'unknown'
  return isMale ? 'male' : 'female'
}
