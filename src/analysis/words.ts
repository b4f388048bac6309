import type { Span } from '../article.ts'
import { nextWord } from './next-word.ts'
import { marked } from './tongues/stem-marks.ts'
import { stemmerOf } from './tongues/stemmers.ts'
import { allTongues, type Tongue } from './tongues/tongue.ts'
import { tongueWords } from './tongues/tongue-words.ts'
import { wordPattern } from './tongues/word-patterns.ts'

/** One word of a text. The span leaves out a possessive ending: "Kyiv" of "Kyiv's". */
export interface Word extends Span {
  /** As written, in lower case, apostrophes straight: "won't", "müller", "u.s". */
  readonly lower: string
  /** The index term: [\p{L}\p{N}] only, diacritics folded, stemmed, marked by its language: "wont", "muller", "us", "hafᵈ". */
  readonly stem: string
}

const asciiWord = /^[a-z]+$/
const letters = /^\p{L}+$/u
const latinLetter = /[a-z]/
const notLetterOrDigit = /[^\p{L}\p{N}]+/gu
const curlyApostrophe = /’/g
const apostrophes = /'/g

/** Words of grammar are short in any script with letters; an ideograph is a word of its own. */
const shortWord = /^(?:(?!\p{Lo})\p{L}{1,3}|\p{N})$/u

/** Longer "words" are encoded data or text without spaces: no reader looks for them, and stemming them is slow. */
const longestStem = 40

/** Some 60 bytes each; a newsroom's working vocabulary is smaller. Emptied when full: the commonest words are back at once. */
const mostRemembered = 50_000
const remembered: Readonly<Record<Tongue, Map<string, string>>> = {
  en: new Map(),
  de: new Map(),
  fr: new Map(),
  es: new Map(),
  other: new Map(),
}

/** What French elides before an apostrophe: "l'eau", "qu'il". */
const elided = /^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)$/

/**
 * Finds the words of a text in its language in reading order. Stop words are included, elided ones ("l'") are not.
 * @example findWords("Kyiv's").map((word) => word.lower)  // => ['kyiv']
 */
export function findWords(text: string, tongue: Tongue = 'en'): readonly Word[] {
  if (text === last?.text && tongue === last.tongue) return last.words
  const words = wordsIn(text, tongue)
  if (text.length >= shortestKept && text.length <= longestKept) last = { text, tongue, words }
  return words
}

/** An article's words are asked for by its sentences, its index and its story. Of the longest texts they would fill the memory. */
const shortestKept = 500
const longestKept = 50_000
let last: { readonly text: string; readonly tongue: Tongue; readonly words: readonly Word[] } | undefined

function wordsIn(text: string, tongue: Tongue): readonly Word[] {
  const words: Word[] = []
  const pattern = wordPattern(text, tongue)
  let before = 0
  for (let found = nextWord(text, 0, pattern); found !== undefined; found = nextWord(text, before, pattern)) {
    const { start, end } = found
    const written = text.slice(start, end)
    const possessive =
      (written === 's' || written === 'S') && start === before + 1 && isApostrophe(text[before])
    before = end
    if (possessive) continue
    const folded = written.toLowerCase()
    const lower = folded.includes('’') ? folded.replace(curlyApostrophe, "'") : folded
    if (tongue === 'fr' && elided.test(lower) && isApostrophe(text[end])) continue
    const term = stem(lower, tongue)
    if (term !== '') words.push({ start, end, lower, stem: term })
  }
  return words
}

function isApostrophe(character: string | undefined): boolean {
  return character === "'" || character === '’'
}

/**
 * The index terms of a text in order, one for each word, stop words included. Query and article text go through
 * this same function. Each is made of lower-case [\p{L}\p{N}] only, so that a full-text index keeps it as one token.
 * @example stems("Müller's 100-day U.S. plan won't")  // => ['muller', '100', 'dai', 'us', 'plan', 'wont']
 */
export function stems(text: string, tongue: Tongue = 'en'): readonly string[] {
  return findWords(text, tongue).map((word) => word.stem)
}

/**
 * The index terms under which the words of a text stand in articles of each language, each list once: what is looked for is
 * typed in any of them.
 * @example stemsInAll('Häfen')  // => [['hafen'], ['hafᵈ'], ['hafenᶠ'], ['hafenˢ'], ['hafenˣ']]
 */
export function stemsInAll(
  text: string,
  tongues: readonly Tongue[] = allTongues,
): readonly (readonly string[])[] {
  const lists = tongues.map((tongue) => stems(text, tongue)).filter((list) => list.length > 0)
  return [...new Map(lists.map((list) => [list.join(' '), list])).values()]
}

/**
 * The index term of one word: folded to lower case, without diacritics, points and apostrophes, stemmed by the rules of its
 * language, and marked if that is not English. Words with digits, and those of other alphabets, are the same in all languages.
 * At most 41 code units; empty where the word has neither letter nor digit.
 * @example stem('Negotiations')  // => 'negoti'
 */
export function stem(word: string, tongue: Tongue = 'en'): string {
  const memory = remembered[tongue]
  const known = memory.get(word)
  if (known !== undefined) return known
  const made = tongue === 'en' ? englishStem(word) : markedStem(word, tongue)
  if (memory.size >= mostRemembered) memory.clear()
  if (word.length <= longestStem) memory.set(word, made)
  return made
}

/**
 * Whether a lower-case word says nothing about a text's subject: function words, contractions ("won't"), verbs of
 * reporting, weekdays and months, single letters and digits. "may" and "march" count as such. In languages that are not
 * known, words of three letters do.
 */
export function isStopWord(lower: string, tongue: Tongue = 'en'): boolean {
  const { stopWords } = tongueWords(tongue)
  if (tongue === 'other') return stopWords.has(lower) || shortWord.test(lower)
  if (tongue !== 'en') return stopWords.has(lower) || lower.length < 2
  return stopWords.has(lower) || (lower.includes("'") && stopWords.has(lower.replace(apostrophes, '')))
}

function englishStem(word: string): string {
  const lower = word.toLowerCase()
  const folded = asciiWord.test(lower) ? lower : fold(lower)
  if (folded.length > longestStem) return wholeCharacters(folded.slice(0, longestStem))
  // The rules are English: other alphabets are kept as they are.
  return asciiWord.test(folded) && !tongueWords('en').functionWords.has(folded)
    ? stemmerOf('en')(folded)
    : folded
}

/** Endings go before the accents, of which they are made. */
function markedStem(word: string, tongue: Tongue): string {
  const lower = word.toLowerCase().normalize('NFC')
  const whole = fold(lower)
  if (whole.length > longestStem) return wholeCharacters(whole.slice(0, longestStem))
  const isStemmed = letters.test(lower) && !tongueWords(tongue).functionWords.has(lower)
  const folded = isStemmed ? fold(stemmerOf(tongue)(lower)) : whole
  return letters.test(folded) && latinLetter.test(folded) ? marked(folded, tongue) : folded
}

/** `natural`'s remove_diacritics runs ninety regular expressions per call and knows Latin only; Unicode knows all. */
function fold(lower: string): string {
  return lower.normalize('NFKD').replace(notLetterOrDigit, '').toLowerCase().normalize('NFC')
}

/** A cut may leave half of a surrogate pair at the end. */
function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '')
}
