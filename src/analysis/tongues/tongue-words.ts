import { functionWords as englishFunctionWords, stopWords as englishStopWords } from '../stop-words.ts'
import { frenchFunctionWords, frenchNewsWords } from './french-words.ts'
import { functionWordsElsewhere } from './function-words.ts'
import { germanFunctionWords, germanNewsWords } from './german-words.ts'
import { spanishFunctionWords, spanishNewsWords } from './spanish-words.ts'
import type { Tongue } from './tongue.ts'
import { wordList } from './word-list.ts'

/** Words of a language that say little by themselves, in lower case, as they are written. */
export interface TongueWords {
  /** Of grammar: never stemmed. */
  readonly functionWords: ReadonlySet<string>
  /** All that say nothing about a text's subject, those of grammar included. */
  readonly stopWords: ReadonlySet<string>
}

/** The lists of each language; of the others those by which their languages are told. */
const lists: Readonly<Record<Tongue, () => TongueWords>> = {
  en: () => ({ functionWords: englishFunctionWords, stopWords: englishStopWords }),
  de: () => wordsOf(germanFunctionWords, germanNewsWords),
  fr: () => wordsOf(frenchFunctionWords, frenchNewsWords),
  es: () => wordsOf(spanishFunctionWords, spanishNewsWords),
  other: () => wordsOf(functionWordsElsewhere(), ''),
}

const read = new Map<Tongue, TongueWords>()

/** The words of a language, read when they are first asked for. */
export function tongueWords(tongue: Tongue): TongueWords {
  const known = read.get(tongue)
  if (known !== undefined) return known
  const made = lists[tongue]()
  read.set(tongue, made)
  return made
}

function wordsOf(functionWords: string, newsWords: string): TongueWords {
  const grammar = wordList(functionWords)
  return { functionWords: grammar, stopWords: grammar.union(wordList(newsWords)) }
}
