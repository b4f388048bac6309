import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import type { Span } from '../article.ts'
import { functionWords, stopWords } from './stop-words.ts'

/** One word of a text. The span leaves out a possessive ending: "Kyiv" of "Kyiv's". */
export interface Word extends Span {
  /** As written, in lower case, apostrophes straight: "won't", "müller", "u.s". */
  readonly lower: string
  /** The index term: [\p{L}\p{N}] only, diacritics folded, stemmed: "wont", "muller", "us". */
  readonly stem: string
}

/**
 * Abbreviations with points inside ("U.S.", "a.m."), numbers with thousands ("1,000"), one ideograph, or letters
 * and digits with apostrophes inside them. `natural`'s tokenizers give no offsets, cut "Müller" at the umlaut and
 * "U.S." into letters, so this is our own. Linear: no two alternatives share a way to go on.
 */
const wordPattern = patternOf('(?![\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}])[\\p{L}\\p{N}\\p{M}]')

/** The same where no ideograph stands, without looking for one before each letter: a third of the time. */
const alphabeticPattern = patternOf('[\\p{L}\\p{N}\\p{M}]')
const ideograph = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

function patternOf(letter: string): RegExp {
  const abbreviation = '\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}\\p{M}])'
  const thousands = '\\p{Nd}{1,3}(?:,\\p{Nd}{3})+(?![\\p{L}\\p{N}])'
  const contraction = "(?:['’](?![sS](?![\\p{L}\\p{N}]))[\\p{L}\\p{M}]+)*"
  const ideographs = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]'
  return new RegExp(`${abbreviation}|${thousands}|${ideographs}|(?:${letter})+${contraction}`, 'gu')
}

const asciiWord = /^[a-z]+$/
const notLetterOrDigit = /[^\p{L}\p{N}]+/gu
const curlyApostrophe = /’/g
const apostrophes = /'/g

/** Longer "words" are encoded data or text without spaces: no reader looks for them, and stemming them is slow. */
const longestStem = 40

/** Some 60 bytes each; a newsroom's working vocabulary is smaller. Emptied when full: the commonest words are back at once. */
const mostRemembered = 50_000
const remembered = new Map<string, string>()

/**
 * Finds the words of a text in reading order. Stop words are included.
 * @example findWords("Kyiv's").map((word) => word.lower)  // => ['kyiv']
 */
export function findWords(text: string): readonly Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(ideograph.test(text) ? wordPattern : alphabeticPattern)) {
    const written = match[0]
    const start = match.index
    const possessive = (written === 's' || written === 'S') && start === end + 1 && isApostrophe(text[end])
    end = start + written.length
    if (possessive) continue
    const lower = written.toLowerCase().replace(curlyApostrophe, "'")
    const term = stem(lower)
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
export function stems(text: string): readonly string[] {
  return findWords(text).map((word) => word.stem)
}

/**
 * The index term of one word: folded to lower case, without diacritics, points and apostrophes, then stemmed as
 * English. At most 40 code units; empty where the word has neither letter nor digit.
 * @example stem('Negotiations')  // => 'negoti'
 */
export function stem(word: string): string {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const made = stemAnew(word)
  if (remembered.size >= mostRemembered) remembered.clear()
  if (word.length <= longestStem) remembered.set(word, made)
  return made
}

/**
 * Whether a lower-case word says nothing about a text's subject: function words, contractions ("won't"), verbs of
 * reporting, weekdays and months, single letters and digits. "may" and "march" count as such.
 */
export function isStopWord(lower: string): boolean {
  return stopWords.has(lower) || (lower.includes("'") && stopWords.has(lower.replace(apostrophes, '')))
}

function stemAnew(word: string): string {
  const lower = word.toLowerCase()
  const folded = asciiWord.test(lower) ? lower : fold(lower)
  if (folded.length > longestStem) return wholeCharacters(folded.slice(0, longestStem))
  // The rules are English: other alphabets are kept as they are.
  return asciiWord.test(folded) && !functionWords.has(folded) ? porterStemmer.stem(folded) : folded
}

/** `natural`'s remove_diacritics runs ninety regular expressions per call and knows Latin only; Unicode knows all. */
function fold(lower: string): string {
  return lower.normalize('NFKD').replace(notLetterOrDigit, '').toLowerCase().normalize('NFC')
}

/** A cut may leave half of a surrogate pair at the end. */
function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '')
}
