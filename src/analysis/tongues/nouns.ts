import type { Reading } from '../reading.ts'
import { isCapital } from '../term-statistics.ts'
import type { Word } from '../words.ts'
import { wordList } from './word-list.ts'

/** A stretch of text with its words. */
interface Stretch {
  readonly written: string
  readonly words: readonly Word[]
}

/**
 * Tells of a term's stem (or stems, joined by spaces) whether it may name a subject. The weights that choose keywords know
 * English verbs by their stems; elsewhere a noun is known by its capital (German), or by the article before it and its ending.
 */
export function subjectTest(reading: Reading): (stem: string) => boolean {
  switch (reading.tongue) {
    case 'de':
      return germanSubjects(reading)
    case 'fr':
      return romanceSubjects(reading, french)
    case 'es':
      return romanceSubjects(reading, spanish)
    default:
      return () => true
  }
}

/** A term of several German words ends with its noun. */
function germanSubjects(reading: Reading): (stem: string) => boolean {
  const nouns = new Set<string>()
  for (const { written, words } of stretchesOf(reading)) {
    // A first word has a capital whatever it is.
    for (const { start, stem } of words.slice(1)) if (isCapital(written.charAt(start))) nouns.add(stem)
  }
  return (stem) => nouns.has(stem.slice(stem.lastIndexOf(' ') + 1))
}

/** How nouns are told from verbs. */
interface Signs {
  /** Stand before nouns. */
  readonly determiners: ReadonlySet<string>
  /** Stand before nouns and infinitives. */
  readonly prepositions: ReadonlySet<string>
  readonly infinitive: RegExp
  /** Endings of verbs that hardly any noun has. */
  readonly verb: RegExp
}

const french: Signs = {
  determiners: wordList(
    'le la les un une des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes chaque quelques plusieurs deux trois',
  ),
  prepositions: wordList('de en par sans pour sur avec entre contre'),
  infinitive: /(?:er|ir|oir|re)$/,
  verb: /.{2}(?:ra|ront|rait|raient|ait|aient|er|ez|ant)$/,
}

const spanish: Signs = {
  determiners: wordList(
    'el la los las un una unos unas del al este esta estos estas ese esa esos esas su sus nuestro nuestra cada dos tres varios varias',
  ),
  prepositions: wordList('de en por sin para sobre con entre contra'),
  infinitive: /[aeií]r(?:se|lo|la|los|las|le|les)?$/,
  verb: /.{2}(?:rá|rán|ría|rían|aba|aban|ó|aron|ieron|ando|iendo|ar|er|ir)$/,
}

/**
 * A single word must stand after an article somewhere, or after a preposition, or have a capital; of several the first must, and
 * none may look like a verb.
 */
function romanceSubjects(reading: Reading, signs: Signs): (stem: string) => boolean {
  const nouns = new Set<string>()
  const verbs = new Set<string>()
  for (const { written, words } of stretchesOf(reading)) {
    for (const [index, word] of words.entries()) {
      const before = words[index - 1]
      if (isNoun(word, before, { written, signs })) nouns.add(word.stem)
      else if (signs.verb.test(word.lower)) verbs.add(word.stem)
    }
  }
  return (term) => {
    const stems = term.split(' ')
    return nouns.has(stems[0] ?? '') && stems.every((stem) => nouns.has(stem) || !verbs.has(stem))
  }
}

function isNoun(
  { start, lower }: Word,
  before: Word | undefined,
  { written, signs }: { readonly written: string; readonly signs: Signs },
): boolean {
  if (before !== undefined && isCapital(written.charAt(start))) return true
  // An article that was elided is no word: "l'eau".
  if (/['’]/.test(written.charAt(start - 1))) return !signs.infinitive.test(lower) && !signs.verb.test(lower)
  if (before === undefined) return false
  if (signs.determiners.has(before.lower)) return true
  return signs.prepositions.has(before.lower) && !signs.infinitive.test(lower)
}

function stretchesOf({ input, text, words, title, standfirst }: Reading): readonly Stretch[] {
  return [
    ...words.map((sentence) => ({ written: text, words: sentence })),
    { written: input.title, words: title },
    { written: input.standfirst ?? '', words: standfirst },
  ]
}
