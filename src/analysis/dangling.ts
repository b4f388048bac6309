import { type Dangling, lacksSpeakerIn, pointsBackIn } from './tongues/dangling.ts'
import { frenchDangling } from './tongues/dangling-french.ts'
import { germanDangling } from './tongues/dangling-german.ts'
import { spanishDangling } from './tongues/dangling-spanish.ts'
import type { Tongue } from './tongues/tongue.ts'
import { wordList } from './tongues/word-list.ts'

/** The languages besides English of which it is known how sentences point back. */
const danglings: Readonly<Partial<Record<Tongue, Dangling>>> = {
  de: germanDangling,
  fr: frenchDangling,
  es: spanishDangling,
}

/** Third persons: whom they mean stands before, or nowhere. */
const pronouns = wordList(
  'he she it they him her them his hers its their theirs himself herself itself themselves',
)

const demonstratives = wordList('this that these those such')

/** "This week" and "those who" point at the calendar and at what follows, not back. */
const notPointingBack = wordList(`
  week month year morning afternoon evening summer spring fall autumn winter season weekend century decade
  who whose with
`)

/** Tie a sentence to the one before wherever they stand first. */
const connectives = wordList(`
  but and or nor so yet however meanwhile moreover furthermore therefore thus hence nevertheless nonetheless
  additionally consequently likewise similarly conversely otherwise instead besides indeed also plus still then
  another other others here elsewhere again afterward afterwards regardless
`)

/** Tie only when a comma sets them off: "Later, they left", but "Later trains were full". */
const connectivesBeforeComma = wordList(`
  later earlier finally eventually there too now soon suddenly previously subsequently rather yes no sure well
  often sometimes perhaps maybe accordingly
`)

/** "Both Lee and Doe" names whom it means; "Both left" does not. */
const pairWords = new Map([
  ['both', ' and '],
  ['either', ' or '],
  ['neither', ' nor '],
])

const connectivePhrase =
  /^(?:in (?:addition|contrast|response|turn|fact|other words|the meantime|all)(?! to)|as a result(?! of)|as such|for (?:example|instance|one thing)|by contrast|at the same time|on the other hand|even so|even then|that said|not only that|what['’]s more|to that end|if so|if not|of course|after all|to be sure|since then|until then|by then|back then|just then|the (?:latter|former|same|others?|two|three|pair|duo|trio|rest)|(?:one|some|many|most|all|each|none|two|both|several|few) of (?:them|these|those))\b/

const preposition =
  /^(?:in|at|on|for|of|to|with|from|by|after|before|despite|during|under|since|until|like|among|amid|because of|all|even|only|just) (this|that|these|those|them|him) ?(\p{L}*)/u

/** Words after which a sentence has told what its beginning points at, if anything does. */
const longestBeginning = 80

const openingMarks = /^["'“‘«‹([{—–\-\s]+/
const firstWords = /^([\p{L}\p{N}]+)(?:['’]\p{L}+)?(-?)(,?)\s*(\p{L}*)/u

/**
 * Whether a sentence begins with a pronoun or connective that points back at what another sentence says: "He …",
 * "But …", "For example, …", also within an opening quotation mark. Such a sentence is understood only after its
 * predecessor. First persons do not count: they mean the speaker or the writer. In languages that are not known none does.
 * @example pointsBack('But he left.')  // => true
 */
export function pointsBack(sentence: string, tongue: Tongue = 'en'): boolean {
  return tongue === 'en' ? pointsBackInEnglish(sentence) : isOf(tongue, sentence, pointsBackIn)
}

function isOf(
  tongue: Tongue,
  sentence: string,
  dangles: (dangling: Dangling, sentence: string) => boolean,
): boolean {
  const dangling = danglings[tongue]
  return dangling !== undefined && dangles(dangling, sentence)
}

function pointsBackInEnglish(sentence: string): boolean {
  const beginning = sentence.slice(0, longestBeginning).replace(openingMarks, '').toLowerCase()
  const [, first = '', hyphen, comma, second = ''] = firstWords.exec(beginning) ?? []
  if (hyphen === '-') return false
  if (pronouns.has(first)) return true
  if (demonstratives.has(first)) return !notPointingBack.has(second)
  if (connectives.has(first)) return !isCompleted(first, second)
  if (comma === ',' && connectivesBeforeComma.has(first)) return true
  const partner = pairWords.get(first)
  if (partner !== undefined) return !beginning.includes(partner)
  return connectivePhrase.test(beginning) || pointsBackAfterPreposition(beginning)
}

/** "So far", "Instead of", "Other than", "Still life" say of themselves what they tie to. */
function isCompleted(first: string, second: string): boolean {
  return (first === 'so' && second === 'far') || (first === 'instead' && second === 'of')
}

function pointsBackAfterPreposition(beginning: string): boolean {
  const found = preposition.exec(beginning)
  return found !== null && !notPointingBack.has(found[2] ?? '')
}

/** From its first mark to its last nothing is told by the writer: "I agree." */
const quotationAlone = /^["“][^"“”]*["”]$/

/** `"…," he said`: the speaker was named before. */
const namelessReporter = /["”]\s(?:he|she|they)\s\p{Ll}|["”]\s(?:said|says|added|asked)\s(?:he|she|they)\b/u

/**
 * Whether a sentence is a quotation whose speaker another sentence names: it stands alone between its marks, or a
 * pronoun speaks it.
 * @example lacksSpeaker('"I agree," she said.')  // => true
 */
export function lacksSpeaker(sentence: string, tongue: Tongue = 'en'): boolean {
  if (tongue !== 'en') return isOf(tongue, sentence, lacksSpeakerIn)
  return quotationAlone.test(sentence) || (/^["“]/.test(sentence) && namelessReporter.test(sentence))
}
